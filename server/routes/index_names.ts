import { expectShape } from '../../common/elasticsearch_answer.ts';
import { elasticsearchFailure } from '../../common/elasticsearch_failure.ts';
import { type IndexName, indexNamesRoute } from '../../common/http_api/index_names.ts';
import { READS_ONLY } from '../audit/route_audit.ts';
import { ResolvedIndices } from '../elasticsearch/answer_shapes.ts';
import { READ } from '../elasticsearch/sending.ts';
import type { ElasticsearchClient, Router } from '../kibana.ts';
import { defineRoute } from './define_route.ts';

const MOST = 1000;

/** `GET /index_names` */
export const defineIndexNamesRoute = (router: Router): void =>
  defineRoute(router, indexNamesRoute, {
    audit: READS_ONLY,
    async answer({ elasticsearch, signal }) {
      const { data_streams, aliases, indices } = await resolveAll(elasticsearch, signal);
      const names = [
        ...named('data_stream', data_streams),
        ...named('alias', aliases),
        ...named('index', indices),
      ];
      return { names: names.slice(0, MOST) };
    },
  });

type Resolved = Readonly<
  Partial<Record<'indices' | 'aliases' | 'data_streams', readonly { name: string }[]>>
>;

/** All that is open and not hidden; nothing for a user who may see nothing. */
async function resolveAll(
  { indices }: ElasticsearchClient,
  signal: AbortSignal,
): Promise<Resolved> {
  try {
    const answer = await indices.resolveIndex(
      {
        name: '*',
        expand_wildcards: 'open',
        filter_path: ['indices.name', 'aliases.name', 'data_streams.name'],
      },
      { ...READ, signal },
    );
    return expectShape(answer, ResolvedIndices);
  } catch (error) {
    if (elasticsearchFailure(error)?.statusCode === 403) return {};
    throw error;
  }
}

const named = (kind: IndexName['kind'], found: readonly { name: string }[] = []): IndexName[] =>
  found.map(({ name }) => ({ name, kind }));
