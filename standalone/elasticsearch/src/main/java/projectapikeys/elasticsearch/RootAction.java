package projectapikeys.elasticsearch;

import java.io.IOException;
import org.elasticsearch.Build;
import org.elasticsearch.action.ActionListener;
import org.elasticsearch.action.ActionRequest;
import org.elasticsearch.action.ActionRequestValidationException;
import org.elasticsearch.action.ActionResponse;
import org.elasticsearch.action.ActionType;
import org.elasticsearch.action.support.ActionFilters;
import org.elasticsearch.action.support.TransportAction;
import org.elasticsearch.cluster.service.ClusterService;
import org.elasticsearch.common.io.stream.StreamOutput;
import org.elasticsearch.common.util.concurrent.EsExecutors;
import org.elasticsearch.index.IndexVersion;
import org.elasticsearch.injection.guice.Inject;
import org.elasticsearch.tasks.Task;
import org.elasticsearch.transport.TransportService;
import org.elasticsearch.xcontent.ToXContentObject;
import org.elasticsearch.xcontent.XContentBuilder;

/** What {@code GET /} answers; an action of its own because it needs the cluster privilege {@code monitor}. */
public final class RootAction extends TransportAction<RootAction.Request, RootAction.Response> {
    static final ActionType<Response> TYPE = new ActionType<>("cluster:monitor/main");

    private final ClusterService clusterService;

    @Inject
    public RootAction(ActionFilters filters, TransportService transportService, ClusterService clusterService) {
        super(TYPE.name(), filters, transportService.getTaskManager(), EsExecutors.DIRECT_EXECUTOR_SERVICE);
        this.clusterService = clusterService;
    }

    @Override
    protected void doExecute(Task task, Request request, ActionListener<Response> listener) {
        ActionListener.completeWith(
            listener,
            () -> new Response(
                clusterService.getNodeName(),
                clusterService.getClusterName().value(),
                clusterService.state().metadata().clusterUUID()
            )
        );
    }

    static final class Request extends ActionRequest {
        @Override
        public ActionRequestValidationException validate() {
            return null;
        }
    }

    static final class Response extends ActionResponse implements ToXContentObject {
        private final String node;
        private final String cluster;
        private final String clusterUuid;

        Response(String node, String cluster, String clusterUuid) {
            this.node = node;
            this.cluster = cluster;
            this.clusterUuid = clusterUuid;
        }

        @Override
        public void writeTo(StreamOutput out) {
            TransportAction.localOnly();
        }

        @Override
        public XContentBuilder toXContent(XContentBuilder builder, Params params) throws IOException {
            Build build = Build.current();
            return builder.startObject()
                .field("name", node)
                .field("cluster_name", cluster)
                .field("cluster_uuid", clusterUuid)
                .startObject("version")
                .field("number", build.qualifiedVersion())
                .field("build_flavor", build.flavor())
                .field("build_type", build.type().displayName())
                .field("build_hash", build.hash())
                .field("build_date", build.date())
                .field("build_snapshot", build.isSnapshot())
                .field("lucene_version", IndexVersion.current().luceneVersion().toString())
                .field("minimum_wire_compatibility_version", build.minWireCompatVersion())
                .field("minimum_index_compatibility_version", build.minIndexCompatVersion())
                .endObject()
                .field("tagline", "You Know, for Search")
                .endObject();
        }
    }
}
