import type * as t from 'io-ts';
import { exact } from '../../exact.ts';
import { OwnerCounts } from './key_page.ts';

export const FoundOwners = exact({ owners: OwnerCounts }, {});
export type FoundOwners = Readonly<t.TypeOf<typeof FoundOwners>>;
