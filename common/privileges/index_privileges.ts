import { knownPrivileges } from './known_privilege.ts';

/**
 * The index privileges of Elasticsearch 9.5 and of serverless projects; facts from
 * https://www.elastic.co/docs/reference/elasticsearch/security-privileges. “Index” stands for data
 * streams and aliases too.
 */
export const INDEX_PRIVILEGES = knownPrivileges({
  everywhere: {
    all: 'Everything with the index and its documents.',
    auto_configure: 'Let writing create the index, and add fields to its mapping.',
    create: 'Index documents, also over old ones; no deletes, no partial updates.',
    create_dataset: 'Create or change an ES|QL dataset.',
    create_doc: 'Add documents; never changes one that is there.',
    create_index: 'Create the index or data stream.',
    create_view: 'Create or change an ES|QL view. Since 9.4.',
    delete: 'Delete documents.',
    delete_dataset: 'Delete an ES|QL dataset.',
    delete_index: 'Delete the index or data stream.',
    delete_view: 'Delete an ES|QL view. Since 9.4.',
    index: 'Add, overwrite and update documents; no deletes.',
    maintenance: 'Refresh, flush and force merge, without reading or writing.',
    manage: 'Manage the index: aliases, mapping, settings, open, close, delete; and monitor it.',
    manage_data_stream_lifecycle: 'Change how long a data stream keeps its data.',
    manage_dataset: 'Create, change, look at and delete ES|QL datasets.',
    manage_failure_store: 'Manage the failure store of a data stream. Since 9.1.',
    manage_view: 'Create, change, look at and delete ES|QL views. Since 9.4.',
    monitor: 'Look at the index: statistics, segments, recovery.',
    none: 'Nothing.',
    read: 'Search, get and count documents; ES|QL too.',
    read_dataset_metadata: 'Look at the definition of an ES|QL dataset.',
    read_failure_store: 'Search the failure store of a data stream. Since 9.1.',
    read_view_metadata: 'Look at the definition of an ES|QL view. Since 9.4.',
    view_index_metadata: 'Look at mapping, settings and aliases; what Kibana’s data views need.',
    write: 'Add, overwrite, update and delete documents.',
  },
  stack: {
    cross_cluster_replication: 'Replicate the index of a remote cluster; for remote_indices.',
    cross_cluster_replication_internal:
      'Used inside of cross-cluster API keys; not to be given by hand.',
    manage_follow_index: 'Create, close and end follower indices of cross-cluster replication.',
    manage_ilm: 'Retry, move and remove the lifecycle policy of the index.',
    manage_leader_index: 'End a replication from the side of the index that is followed.',
    read_cross_cluster: 'Be searched from a remote cluster that trusts by certificates.',
  },
});
