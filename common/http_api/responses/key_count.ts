import type * as t from 'io-ts';
import { exact } from '../../exact.ts';
import { Count } from './fields.ts';

export const KeyCount = exact({ count: Count }, {});
export type KeyCount = Readonly<t.TypeOf<typeof KeyCount>>;
