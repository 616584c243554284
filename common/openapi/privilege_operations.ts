import { capabilitiesRoute } from '../http_api/capabilities.ts';
import { checkPrivilegesRoute } from '../http_api/check_privileges.ts';
import { indexNamesRoute } from '../http_api/index_names.ts';
import { Capabilities } from '../http_api/responses/capabilities.ts';
import { CheckedPrivileges } from '../http_api/responses/checked_privileges.ts';
import { IndexNames } from '../http_api/responses/index_names.ts';
import { TestedKey } from '../http_api/responses/tested_key.ts';
import { testKeyRoute } from '../http_api/test_key.ts';
import { CREATED_KEY, EXAMPLE_ID, EXPIRES, READ_BOOKS } from './examples.ts';
import { operation } from './operation.ts';

export const PRIVILEGE_OPERATIONS = [
  operation(capabilitiesRoute, {
    id: 'getCapabilities',
    tag: 'privileges',
    summary: 'What the current user may do with API keys',
    response: Capabilities,
    examples: [
      {
        summary: 'A user who may manage their own keys',
        response: {
          enabled: true,
          can_manage_own: true,
          can_manage_all: false,
          can_read_all: false,
          user: { username: 'ann', realm: 'default_native' },
        },
      },
    ],
  }),
  operation(checkPrivilegesRoute, {
    id: 'checkPrivileges',
    tag: 'privileges',
    summary: 'What a key would not get, because its owner does not have it',
    description:
      'No more than 5,000 privileges, each counted once for every index name or resource. What Elasticsearch cannot tell is left out: run_as, global, everything remote, and patterns of applications.',
    response: CheckedPrivileges,
    examples: [
      {
        summary: 'The user may read, but not see the metadata of indices',
        body: { role_descriptors: READ_BOOKS },
        response: {
          excess: [
            {
              role: 'books-read-only',
              path: '/books-read-only/indices/0/privileges/1',
              kind: 'index',
              names: ['books-*'],
              privilege: 'view_index_metadata',
            },
          ],
        },
      },
    ],
  }),
  operation(testKeyRoute, {
    id: 'testKey',
    tag: 'privileges',
    summary: 'Use a key once to see whether it works',
    fields: { encoded: 'The base64 of id:api_key.' },
    response: TestedKey,
    isSecret: true,
    examples: [
      {
        summary: 'A key that works',
        body: { encoded: CREATED_KEY.encoded },
        response: {
          valid: true,
          id: EXAMPLE_ID,
          name: 'bookshop-search',
          username: 'ann',
          expiration: EXPIRES,
        },
      },
      {
        summary: 'Something else',
        body: { encoded: 'books' },
        response: { valid: false, reason: 'It is not an encoded API key.' },
      },
    ],
  }),
  operation(indexNamesRoute, {
    id: 'getIndexNames',
    tag: 'privileges',
    summary: 'The names of what the current user may search',
    response: IndexNames,
    examples: [
      {
        summary: 'A data stream and an index',
        response: {
          names: [
            { name: 'logs-books', kind: 'data_stream' },
            { name: 'books-2026', kind: 'index' },
          ],
        },
      },
    ],
  }),
];
