import { badRequest } from '@hapi/boom';
import * as t from 'io-ts';
import { decode } from '../../../common/decode.ts';
import type { Version } from '../own_index/own_index.ts';

const Pair = t.tuple([t.number, t.number]);

/** A version in the form that Kibana gives: for its readers, only good for handing it back. */
export const encodeVersion = ({ seqNo, primaryTerm }: Version): string =>
  Buffer.from(JSON.stringify([seqNo, primaryTerm])).toString('base64');

/** @throws Boom 400 for what is no version */
export function decodeVersion(text: string): Version {
  const decoded = decode(Pair, parsed(Buffer.from(text, 'base64').toString()));
  if (!decoded.ok) throw badRequest(`Invalid version [${text}]`);
  const [seqNo, primaryTerm] = decoded.value;
  return { seqNo, primaryTerm };
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
