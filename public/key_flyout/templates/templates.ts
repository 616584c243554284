import { defineMessages, type MessageDescriptor } from 'react-intl';
import type { RoleDescriptors } from '../../../common/role_descriptors.ts';

/** Role descriptors to begin with. */
export interface RoleTemplate {
  readonly id: string;
  readonly label: MessageDescriptor;
  readonly descriptors: RoleDescriptors;
}

const LABELS = defineMessages({
  readOnly: {
    id: 'projectApiKeys.roleTemplate.readOnly',
    defaultMessage: 'Read-only: search all indices',
  },
  ingest: {
    id: 'projectApiKeys.roleTemplate.ingest',
    defaultMessage: 'Write-only: ingest into data streams',
  },
  books: {
    id: 'projectApiKeys.roleTemplate.books',
    defaultMessage: 'Example: read one index (books-read-only)',
  },
  monitoring: {
    id: 'projectApiKeys.roleTemplate.monitoring',
    defaultMessage: 'Monitoring: health and statistics, no data',
  },
  logstash: {
    id: 'projectApiKeys.roleTemplate.logstash',
    defaultMessage: 'Logstash output',
  },
  beats: {
    id: 'projectApiKeys.roleTemplate.beats',
    defaultMessage: 'Beats output (Filebeat)',
  },
});

/**
 * In the order of the list. Logstash and Beats have what Elastic's documentation gives their API keys:
 * https://www.elastic.co/docs/reference/logstash/secure-connection and
 * https://www.elastic.co/docs/reference/beats/filebeat/beats-api-keys.
 */
export const ROLE_TEMPLATES: readonly RoleTemplate[] = [
  {
    id: 'read-only',
    label: LABELS.readOnly,
    descriptors: {
      'read-only': { indices: [{ names: ['*'], privileges: ['read', 'view_index_metadata'] }] },
    },
  },
  {
    id: 'ingest',
    label: LABELS.ingest,
    descriptors: {
      'write-only': {
        indices: [{ names: ['logs-*', 'metrics-*'], privileges: ['create_doc', 'auto_configure'] }],
      },
    },
  },
  {
    id: 'books',
    label: LABELS.books,
    descriptors: {
      'books-read-only': { indices: [{ names: ['books'], privileges: ['read'] }] },
    },
  },
  {
    id: 'monitoring',
    label: LABELS.monitoring,
    descriptors: {
      monitoring: {
        cluster: ['monitor'],
        indices: [{ names: ['*'], privileges: ['monitor'] }],
      },
    },
  },
  {
    id: 'logstash',
    label: LABELS.logstash,
    descriptors: {
      logstash_writer: {
        cluster: ['monitor', 'manage_ilm', 'read_ilm'],
        indices: [{ names: ['logstash-*'], privileges: ['view_index_metadata', 'create_doc'] }],
      },
    },
  },
  {
    id: 'beats',
    label: LABELS.beats,
    descriptors: {
      filebeat_writer: {
        cluster: ['monitor', 'read_ilm', 'read_pipeline'],
        indices: [
          {
            names: ['filebeat-*'],
            privileges: ['view_index_metadata', 'create_doc', 'auto_configure'],
          },
        ],
      },
    },
  },
];

/** The text that a template, or another key, puts into the editor. */
export const templateText = (descriptors: object): string => JSON.stringify(descriptors, null, 2);
