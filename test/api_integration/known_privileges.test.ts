import { expect, it } from '@jest/globals';
import {
  CLUSTER_PRIVILEGES,
  REMOTE_CLUSTER_PRIVILEGES,
} from '../../common/privileges/cluster_privileges.ts';
import { INDEX_PRIVILEGES } from '../../common/privileges/index_privileges.ts';
import type { KnownPrivilege } from '../../common/privileges/known_privilege.ts';
import { askElasticsearch, basic, sharedElasticsearch } from '../helpers/elasticsearch.ts';

const onStack = (privileges: readonly KnownPrivilege[]) =>
  privileges.filter(({ where }) => where !== 'serverless').map(({ name }) => name);

it('the known privileges are those that Elasticsearch itself lists', async () => {
  const superuser = basic('elastic', sharedElasticsearch().password);
  const { body } = await askElasticsearch(superuser, 'GET', '/_security/privilege/_builtin');
  expect(body).toEqual({
    cluster: onStack(CLUSTER_PRIVILEGES),
    index: onStack(INDEX_PRIVILEGES),
    remote_cluster: onStack(REMOTE_CLUSTER_PRIVILEGES),
  });
});
