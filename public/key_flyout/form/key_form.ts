import type * as t from 'io-ts';
import type { IntlShape } from 'react-intl';
import type { ApiKey } from '../../../common/api_key.ts';
import { decode } from '../../../common/decode.ts';
import { type CreateKeyBody, KeyName } from '../../../common/http_api/create_key.ts';
import type { UpdateKeyBody } from '../../../common/http_api/update_key.ts';
import { Metadata } from '../../../common/metadata.ts';
import { RoleDescriptors } from '../../../common/role_descriptors.ts';
import { checkJson } from '../../role_editor/check_json.ts';
import { problemLines } from '../../role_editor/json_problem.ts';
import { DEFAULT_EXPIRY, type Expiry, lifetimeOf } from '../expiry/expiry.ts';
import { tidyRoleDescriptors } from '../privileges/tidy_role_descriptors.ts';
import { lifetimeMessage, nameMessage } from './field_messages.ts';

/** A part of the form that is switched on, with the JSON that was typed into it. */
export interface JsonSection {
  readonly on: boolean;
  readonly text: string;
}

/** What can be changed of a key. Fields have the names that they have in the request. */
export interface ChangeableFields {
  readonly role_descriptors: JsonSection;
  readonly metadata: JsonSection;
}

export interface NewKeyFields extends ChangeableFields {
  readonly name: string;
  readonly expiration: Expiry;
}

export type Field = keyof NewKeyFields;
/** What is wrong, sentence by sentence. */
export type FieldErrors = Readonly<Partial<Record<Field, readonly string[]>>>;

export type Checked<A> =
  | { readonly ok: true; readonly value: A }
  | { readonly ok: false; readonly errors: FieldErrors };

const OFF: JsonSection = { on: false, text: '{}' };

export const NO_FIELDS: ChangeableFields = { role_descriptors: OFF, metadata: OFF };

export const NEW_KEY: NewKeyFields = { name: '', expiration: DEFAULT_EXPIRY, ...NO_FIELDS };

/** The fields of a key that is there. */
export const fieldsOf = ({ role_descriptors = {}, metadata }: ApiKey): ChangeableFields => ({
  role_descriptors: sectionOf(tidyRoleDescriptors(role_descriptors)),
  metadata: sectionOf(metadata),
});

const sectionOf = (value: object): JsonSection => ({
  on: Object.keys(value).length > 0,
  text: JSON.stringify(value, null, 2),
});

/** The request that makes the key, at `now` (ms since epoch). */
export function toCreateBody(
  fields: NewKeyFields,
  now: number,
  intl: IntlShape,
): Checked<CreateKeyBody> {
  const name = decode(KeyName, fields.name);
  const lifetime = lifetimeOf(fields.expiration, now);
  const sections = together(
    readSection(fields.role_descriptors, RoleDescriptors, intl),
    readSection(fields.metadata, Metadata, intl),
  );
  const errors: FieldErrors = {
    ...(!name.ok && { name: [nameMessage(fields.name, name.problems, intl)] }),
    ...(!lifetime.ok && { expiration: [lifetimeMessage(lifetime.reason, intl)] }),
    ...(!sections.ok && sections.errors),
  };
  if (!name.ok || !lifetime.ok || !sections.ok) return { ok: false, errors };
  const { duration } = lifetime;
  return {
    ok: true,
    value: {
      name: name.value,
      ...sections.value,
      ...(duration !== undefined && { expiration: duration }),
    },
  };
}

/** The request that makes of `before` what the fields now say: only what has changed. */
export const toUpdateBody = (
  fields: ChangeableFields,
  before: ChangeableFields,
  intl: IntlShape,
): Checked<UpdateKeyBody> =>
  together(
    readChange(fields.role_descriptors, before.role_descriptors, RoleDescriptors, intl),
    readChange(fields.metadata, before.metadata, Metadata, intl),
  );

/** The value of a section, or what is wrong with it; neither where there is nothing to send. */
interface Reading<A> {
  readonly value?: A;
  readonly errors?: readonly string[];
}

function readSection<A>(
  { on, text }: JsonSection,
  codec: t.Type<A, unknown>,
  intl: IntlShape,
): Reading<A> {
  if (!on) return {};
  const checked = checkJson(text, codec, intl);
  return checked.ok
    ? { value: checked.value }
    : { errors: problemLines(text, checked.problems, intl) };
}

/** As `readSection`, but nothing where the value is the old one; `{}` for one that was switched off. */
function readChange<A>(
  section: JsonSection,
  before: JsonSection,
  codec: t.Type<A, unknown>,
  intl: IntlShape,
): Reading<A> {
  if (section.on === before.on && section.text === before.text) return {};
  const reading = readSection(section.on ? section : { on: true, text: '{}' }, codec, intl);
  const old = before.on ? JSON.stringify(JSON.parse(before.text)) : '{}';
  return JSON.stringify(reading.value) === old ? {} : reading;
}

function together(
  roles: Reading<RoleDescriptors>,
  metadata: Reading<Record<string, unknown>>,
): Checked<UpdateKeyBody> {
  if (roles.errors === undefined && metadata.errors === undefined)
    return {
      ok: true,
      value: {
        ...(roles.value !== undefined && { role_descriptors: roles.value }),
        ...(metadata.value !== undefined && { metadata: metadata.value }),
      },
    };
  return {
    ok: false,
    errors: {
      ...(roles.errors && { role_descriptors: roles.errors }),
      ...(metadata.errors && { metadata: metadata.errors }),
    },
  };
}
