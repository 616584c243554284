package org.elasticsearch.node;

import java.util.Map;
import java.util.Set;
import org.elasticsearch.env.Environment;
import org.elasticsearch.plugins.ClassPathPlugins;
import org.elasticsearch.plugins.PluginsLoader;
import org.elasticsearch.plugins.PluginsService;

/**
 * A node whose plugins stand on the class path. It is in Elasticsearch's package because that is
 * where the seam is: Elasticsearch's own tests make their nodes in the same way.
 */
public final class ClassPathNode {
    private ClassPathNode() {}

    /** A node that is not started yet. */
    public static Node create(Environment environment) {
        PluginsLoader none = PluginsLoader.createPluginsLoader(Set.of(), Set.of(), Map.of(), false);
        NodeServiceProvider services = new NodeServiceProvider() {
            @Override
            PluginsService newPluginService(Environment initial, PluginsLoader loader) {
                return new ClassPathPlugins(initial, loader);
            }
        };
        return new Node(NodeConstruction.prepareConstruction(environment, none, services, true));
    }
}
