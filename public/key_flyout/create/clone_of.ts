import type { IntlShape } from 'react-intl';
import { type ApiKey, MANAGED_NAME_PREFIX } from '../../../common/api_key.ts';
import { displayName } from '../../key_summary/display_name.ts';
import { expiryLasting } from '../expiry/expiry.ts';
import { fieldsOf, type NewKeyFields } from '../form/key_form.ts';

const LONGEST_NAME = 256;

/**
 * The form of a new key that is like `key`: with its privileges, its metadata and the lifetime that it
 * was created with. What the metadata says of that very key is left out.
 */
export function cloneOf(key: ApiKey, intl: IntlShape): NewKeyFields {
  const { creation, expiration } = key;
  return {
    ...fieldsOf({ ...key, metadata: ownMetadata(key) }),
    name: copyName(personalName(key), intl),
    expiration: expiryLasting(expiration === undefined ? undefined : expiration - creation),
  };
}

/** Elasticsearch keeps top-level names with an underscore for itself, as `_cloned_from`. */
const ownMetadata = ({ metadata: { managed, rotated_from, ...metadata } }: ApiKey) =>
  Object.fromEntries(Object.entries(metadata).filter(([name]) => !name.startsWith('_')));

/** Without what would make the copy a managed key as well. */
function personalName(key: ApiKey): string {
  const name = displayName(key);
  return name.startsWith(MANAGED_NAME_PREFIX)
    ? name.slice(MANAGED_NAME_PREFIX.length).trim()
    : name;
}

/** "Daily export copy"; of a very long name, the beginning. */
function copyName(original: string, intl: IntlShape): string {
  const nameOf = (name: string) =>
    intl.formatMessage(
      { id: 'projectApiKeys.createKey.copyName', defaultMessage: '{name} copy' },
      { name },
    );
  const room = LONGEST_NAME - nameOf('').length;
  // A character of two units is not cut in half.
  return nameOf(original.slice(0, room).replace(/[\uD800-\uDBFF]$/, ''));
}
