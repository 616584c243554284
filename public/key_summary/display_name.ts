import type { ApiKey } from '../../common/api_key.ts';

/** A key's name, or its id where it has none. */
export const displayName = ({ name, id }: Pick<ApiKey, 'name' | 'id'>): string => name || id;
