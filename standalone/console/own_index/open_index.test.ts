import type { Client } from '@elastic/elasticsearch';
import { expect, it } from '@jest/globals';
import { refusal } from '../../../test/helpers/call_route.ts';
import { openIndex } from './open_index.ts';

/** The API of a serverless project, where replicas are not for users to set. */
function serverless() {
  const created: unknown[] = [];
  const client = {
    security: {
      hasPrivileges: async () => ({
        has_all_requested: true,
        username: 'own',
        cluster: {},
        index: {},
      }),
    },
    indices: {
      async create({ settings, ...index }: { settings: object }) {
        if ('auto_expand_replicas' in settings) {
          throw refusal(
            400,
            'illegal_argument_exception',
            'Settings [index.auto_expand_replicas] are not available when running in serverless mode',
          );
        }
        created.push({ settings, ...index });
        return { acknowledged: true };
      },
    },
  };
  return { client: client as unknown as Client, created };
}

it('is made in a serverless project too', async () => {
  const { client, created } = serverless();
  await openIndex(client, { name: 'own', properties: () => ({ a: { type: 'keyword' } }) });
  expect(created).toEqual([
    {
      index: 'own',
      settings: { hidden: true },
      mappings: {
        dynamic: false,
        _meta: { version: 1 },
        properties: { a: { type: 'keyword' } },
      },
    },
  ]);
});
