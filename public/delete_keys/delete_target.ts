import type { ApiKey } from '../../common/api_key.ts';
import type { KeyFilter } from '../../common/key_filter.ts';

/** What is to be deleted: these keys (at least one), or all that match. */
export type DeleteTarget =
  | { readonly keys: readonly ApiKey[] }
  | {
      readonly filter: KeyFilter;
      /** How many match. */
      readonly total: number;
      /** How many of them are managed. */
      readonly managed: number;
      /** The filter in words; absent where it lets every key through. */
      readonly description?: string;
    };

/** How many keys are to go. */
export const countOf = (target: DeleteTarget): number =>
  'keys' in target ? target.keys.length : target.total;
