import type { KeyCounts } from '../../../common/http_api/query_keys.ts';

interface ListedOwner {
  readonly username: string;
  readonly count?: number;
}

/** The owners found, after those chosen that are not among them. */
export const listedOwners = (
  found: KeyCounts['owners'],
  chosen: readonly string[],
): readonly ListedOwner[] => [
  ...chosen
    .filter((username) => found.every((owner) => owner.username !== username))
    .map((username) => ({ username })),
  ...found,
];
