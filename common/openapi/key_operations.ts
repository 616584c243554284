import * as t from 'io-ts';
import { countKeysRoute } from '../http_api/count_keys.ts';
import { createKeyRoute } from '../http_api/create_key.ts';
import { deleteKeysRoute } from '../http_api/delete_keys.ts';
import { exportKeysRoute } from '../http_api/export_keys.ts';
import { findOwnersRoute } from '../http_api/find_owners.ts';
import { getKeyRoute } from '../http_api/get_key.ts';
import { queryKeysRoute } from '../http_api/query_keys.ts';
import { FoundKey } from '../http_api/responses/api_key.ts';
import { CreatedKey } from '../http_api/responses/created_key.ts';
import { DeleteResult } from '../http_api/responses/delete_result.ts';
import { FoundOwners } from '../http_api/responses/found_owners.ts';
import { KeyCount } from '../http_api/responses/key_count.ts';
import { KeyPage } from '../http_api/responses/key_page.ts';
import { RotatedKey } from '../http_api/responses/rotated_key.ts';
import { UpdatedKey } from '../http_api/responses/updated_key.ts';
import { rotateKeyRoute } from '../http_api/rotate_key.ts';
import { updateKeyRoute } from '../http_api/update_key.ts';
import { CREATED_KEY, EXAMPLE_ID, EXPIRES, KEY, READ_BOOKS } from './examples.ts';
import { FILTER_TEXTS } from './filter_texts.ts';
import { operation } from './operation.ts';

const params = { id: EXAMPLE_ID };

export const KEY_OPERATIONS = [
  operation(queryKeysRoute, {
    id: 'queryKeys',
    tag: 'keys',
    summary: 'List keys, page by page, with counts',
    description:
      'The keys that the user may see: their own, or everybody’s with one of the cluster privileges manage_api_key and read_security. Deleted keys are never listed.',
    fields: {
      ...FILTER_TEXTS,
      sort: 'The newest first where not given.',
      size: '25 where not given.',
      cursor: 'next_cursor of the page before, which must have been asked for with the same sort.',
    },
    response: KeyPage,
    examples: [
      {
        summary: 'The team’s keys that expire within 14 days',
        body: {
          statuses: ['expiring_soon'],
          metadata: { team: 'books' },
          sort: { field: 'expiration', direction: 'asc' },
        },
        response: {
          keys: [KEY],
          total: 1,
          next_cursor: null,
          counts: {
            kinds: { personal: 1, managed: 0, cross_cluster: 0 },
            statuses: { active: 5, expiring_soon: 1, expired: 2 },
            owners: [{ username: 'ann', count: 1 }],
            expires: [{ from: EXPIRES - 1, to: EXPIRES + 1, count: 1 }],
            never_expires: 0,
          },
        },
      },
    ],
  }),
  operation(countKeysRoute, {
    id: 'countKeys',
    tag: 'keys',
    summary: 'Count keys',
    response: KeyCount,
    examples: [
      {
        summary: 'All managed keys',
        body: { filter: { kinds: ['managed'] } },
        response: { count: 12 },
      },
    ],
  }),
  operation(findOwnersRoute, {
    id: 'findOwners',
    tag: 'keys',
    summary: 'Find owners of keys by a part of their name',
    fields: {
      username: 'A part of the name, in any case.',
      filter: 'Of the keys that are counted; its owners are ignored.',
    },
    response: FoundOwners,
    examples: [
      {
        summary: 'Owners whose name contains “an”',
        body: { username: 'an' },
        response: { owners: [{ username: 'ann', count: 5 }] },
      },
    ],
  }),
  operation(createKeyRoute, {
    id: 'createKey',
    tag: 'keys',
    summary: 'Create a key',
    description:
      'The key belongs to the current user, who needs the cluster privilege manage_own_api_key. The request is sent to Elasticsearch once: where its fate is unknown, the 503 says so, and the list shows whether there is a new key.',
    fields: {
      role_descriptors:
        'What the key may do, at most what its owner may. Without it, all that its owner may.',
      expiration: 'For how long the key works; without it, for ever.',
      metadata: 'Anything; top-level names that begin with an underscore are Elasticsearch’s.',
    },
    response: CreatedKey,
    isSecret: true,
    examples: [
      {
        summary: 'A key that may read some indices for 90 days',
        body: {
          name: 'bookshop-search',
          role_descriptors: READ_BOOKS,
          expiration: '90d',
          metadata: { team: 'books' },
        },
        response: CREATED_KEY,
      },
    ],
  }),
  operation(getKeyRoute, {
    id: 'getKey',
    tag: 'keys',
    summary: 'Get a key',
    description:
      'with_limited_by=true asks for what limits the key besides: its owner’s privileges.',
    response: FoundKey,
    otherStatuses: [404],
    examples: [{ summary: 'A key by its id', params, response: { key: KEY } }],
  }),
  operation(updateKeyRoute, {
    id: 'updateKey',
    tag: 'keys',
    summary: 'Change the privileges or the metadata of a key',
    description:
      'One of the current user’s own keys. Elasticsearch takes their present privileges as its new limits.',
    fields: {
      role_descriptors: 'Replaces the old ones.',
      metadata: 'Replaces the old one.',
    },
    response: UpdatedKey,
    otherStatuses: [404, 409],
    examples: [
      {
        summary: 'Give the key to another team',
        params,
        body: { metadata: { team: 'magazines' } },
        response: { updated: true },
      },
    ],
  }),
  operation(rotateKeyRoute, {
    id: 'rotateKey',
    tag: 'keys',
    summary: 'Replace a key by a new one with the same privileges and metadata',
    description:
      'One of the current user’s own keys, which goes on working for a while. A key has one successor that works at most: 409 where there is one already.',
    fields: {
      grace_period:
        'For how long the old key still works, 1d where not given, and never longer than it would have; 0s ends it at once.',
      expiration:
        'Of the new key; where not given, the lifetime with which the old one was created.',
      name: 'Of the new key; where not given, the name of the old one.',
    },
    response: RotatedKey,
    isSecret: true,
    otherStatuses: [404, 409],
    examples: [
      {
        summary: 'The old key still works for 12 hours',
        params,
        body: { grace_period: '12h' },
        response: {
          created: CREATED_KEY,
          previous: { id: 'y2XoRqlCs4WcU1tMnZdB', expiration: EXPIRES },
        },
      },
    ],
  }),
  operation(deleteKeysRoute, {
    id: 'deleteKeys',
    tag: 'keys',
    summary: 'Delete keys by their ids or by a filter',
    description:
      'Elasticsearch invalidates the keys and forgets them some days later. A filter deletes the oldest first and as many as size says a call: call again with next_cursor until that is null.',
    fields: {
      size: '1000 where not given.',
      cursor: 'next_cursor of the call before, with the same filter.',
    },
    response: DeleteResult,
    examples: [
      {
        summary: 'By their ids',
        body: { ids: [EXAMPLE_ID] },
        response: { deleted: [EXAMPLE_ID], already_deleted: [], not_found: [], failed: [] },
      },
      {
        summary: 'All of a user that have expired',
        body: { filter: { owners: ['ann'], statuses: ['expired'] }, size: 100 },
        response: {
          deleted: [EXAMPLE_ID],
          already_deleted: [],
          not_found: [],
          failed: [],
          remaining: 0,
          next_cursor: null,
        },
      },
    ],
  }),
  operation(exportKeysRoute, {
    id: 'exportKeys',
    tag: 'keys',
    summary: 'Export keys as CSV',
    description:
      'RFC 4180, streamed, every matching key, after a line of column names. A cell that a spreadsheet would take for a formula begins with an apostrophe. What is cut short has failed.',
    response: t.string,
    contentType: 'text/csv',
    examples: [
      {
        summary: 'Every key without an expiration',
        body: { filter: { expires: { never: true } } },
        response:
          'id,name,kind,status,username,realm,creation,expiration,roles,metadata\r\n' +
          `${EXAMPLE_ID},bookshop-search,personal,active,ann,default_native,2026-01-15T09:30:00.000Z,,books-read-only,"{""team"":""books""}"\r\n`,
      },
    ],
  }),
];
