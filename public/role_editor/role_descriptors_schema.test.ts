import { describe, expect, it } from '@jest/globals';
import { getLanguageService, type JSONSchema, TextDocument } from 'vscode-json-languageservice';
import { decode } from '../../common/decode.ts';
import { RoleDescriptors } from '../../common/role_descriptors.ts';
import { VALID_ROLE_DESCRIPTORS } from '../../test/helpers/role_descriptor_cases.ts';
import { roleDescriptorsSchema } from './role_descriptors_schema.ts';

const SCHEMA = roleDescriptorsSchema([]);

/** The fields that the codec has, as it names them to one who gives another. */
function codecFields(withUnknownField: (unknown: object) => object): string[] {
  const decoded = decode(RoleDescriptors, { r: withUnknownField({ '?': 1 }) });
  const problems = decoded.ok ? [] : decoded.problems;
  const expected = problems.find(({ path }) => path.at(-1) === '?')?.expected ?? '';
  return expected.replace('one of the fields ', '').split(', ').sort();
}

type Step = 'properties' | 'items' | 'additionalProperties' | (string & {});
function schemaFields(...path: readonly Step[]): string[] {
  const found = path.reduce<unknown>(
    (schema, step) => (schema as Record<string, unknown>)[step],
    SCHEMA.additionalProperties,
  );
  return Object.keys((found as JSONSchema).properties ?? {}).sort();
}

// So that neither has a field that the other knows nothing of.
describe('the schema has the fields of the codec', () => {
  it.each<[string, readonly Step[], (unknown: object) => object]>([
    ['a role descriptor', [], (unknown) => unknown],
    ...(
      [
        'indices',
        'index',
        'applications',
        'application',
        'remote_indices',
        'remote_cluster',
      ] as const
    ).map((field): [string, Step[], (unknown: object) => object] => [
      field,
      ['properties', field, 'items'],
      (unknown) => ({ [field]: [unknown] }),
    ]),
    ['restriction', ['properties', 'restriction'], (restriction) => ({ restriction })],
    [
      'field security',
      ['properties', 'indices', 'items', 'properties', 'field_security'],
      (field_security) => ({ indices: [{ names: 'a', privileges: ['read'], field_security }] }),
    ],
  ])('in %s', (_where, path, withUnknownField) => {
    expect(schemaFields(...path)).toEqual(codecFields(withUnknownField));
  });
});

describe('the schema takes what Elasticsearch takes', () => {
  const service = getLanguageService({});
  it.each(VALID_ROLE_DESCRIPTORS.map((each) => [each]))('%j', async (descriptors) => {
    const text = JSON.stringify(descriptors);
    const document = TextDocument.create('a.json', 'json', 0, text);
    const parsed = service.parseJSONDocument(document);
    expect(await service.doValidation(document, parsed, {}, SCHEMA)).toEqual([]);
  });
});
