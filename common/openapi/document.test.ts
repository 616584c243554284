import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { runToEnd } from '../../test/helpers/start_process.ts';
import { decode } from '../decode.ts';
import { API_PREFIX } from '../http_api/route.ts';
import { openApiDocument } from './document.ts';
import { OPERATIONS } from './operations.ts';

const document = openApiDocument();
const ajv = new Ajv2020({ strict: false }).addSchema({ $id: 'document', ...document });

/** What is wrong with a value, by the schema at this place of the document. */
function problemsAt(place: readonly string[], value: unknown): unknown {
  const pointer = place.map((key) => key.replaceAll('~', '~0').replaceAll('/', '~1'));
  const check = ajv.compile({ $ref: `document#/${pointer.join('/')}` });
  check(value);
  return check.errors ?? [];
}

const EXAMPLES = OPERATIONS.flatMap(({ examples, ...operation }) =>
  examples.map((example) => ({
    name: `${operation.id}: ${example.summary}`,
    place: ['paths', operation.route.path.slice(API_PREFIX.length), operation.route.method],
    operation,
    example,
  })),
);

describe('the OpenAPI document', () => {
  it('is the one in docs/openapi.json (renew that by "npm run openapi")', () => {
    expect(JSON.parse(readFileSync('docs/openapi.json', 'utf8'))).toEqual(
      JSON.parse(JSON.stringify(document)),
    );
  });

  it('is valid OpenAPI 3.1', async () => {
    const validator = 'node_modules/@seriousme/openapi-schema-validator/bin/validate-api-cli.js';
    const { stdout } = await runToEnd([validator, 'docs/openapi.json']);
    expect(JSON.parse(stdout)).toEqual({ valid: true });
  });

  it('names each operation once', () => {
    const ids = OPERATIONS.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('says of every schema what it refers to', () => {
    const references = JSON.stringify(document).match(/"#\/components\/[^"]*"/g) ?? [];
    const missing = references.filter((reference) => {
      const [, , kind = '', name = ''] = JSON.parse(reference).split('/');
      return !(name in (document.components[kind] as object));
    });
    expect(missing).toEqual([]);
  });
});

describe('an example', () => {
  it.each(EXAMPLES)('has a valid answer ($name)', ({ place, operation, example }) => {
    const { contentType = 'application/json', response } = operation;
    const schema = [...place, 'responses', '200', 'content', contentType, 'schema'];
    expect(problemsAt(schema, example.response)).toEqual([]);
    expect(decode(response, example.response)).toMatchObject({ ok: true });
  });

  it.each(EXAMPLES.filter(({ example }) => example.body !== undefined))(
    'has a valid body ($name)',
    ({ place, operation, example }) => {
      const schema = [...place, 'requestBody', 'content', 'application/json', 'schema'];
      expect(problemsAt(schema, example.body)).toEqual([]);
      expect(decode(operation.route.body, example.body)).toMatchObject({ ok: true });
    },
  );

  it.each(EXAMPLES)('has valid parameters ($name)', ({ operation: { route }, example }) => {
    expect(decode(route.params, example.params ?? {})).toMatchObject({ ok: true });
    expect(decode(route.query, example.query ?? {})).toMatchObject({ ok: true });
  });
});
