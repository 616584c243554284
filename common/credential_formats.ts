import { isJsonObject } from './exact.ts';
import type { CreatedKey } from './http_api/create_key.ts';

/** The two halves of an API key: the id names it to everyone, the rest is the secret. */
export interface Credential {
  readonly id: string;
  readonly apiKey: string;
}

/** The forms in which programs take an API key. */
export type CredentialFormat = 'encoded' | 'json' | 'beats' | 'logstash';

/**
 * A new key in each form. `encoded` is the standard base64 of the UTF-8 text `id:api_key`, as the
 * `Authorization` header has it; `json` is Elasticsearch's answer to the create API key request.
 */
export function credentialFormats(created: CreatedKey): Readonly<Record<CredentialFormat, string>> {
  const { id, name, expiration, api_key, encoded } = created;
  const pair = `${id}:${api_key}`;
  return {
    encoded,
    json: JSON.stringify({ id, name, expiration, api_key, encoded }),
    beats: pair,
    logstash: pair,
  };
}

/**
 * Reads a key in any form that `credentialFormats` gives, with quotes and spaces around it, or out of
 * the text that it is used in: an `Authorization` header, a curl line, a line of a settings file.
 * `undefined` where there is none; raises nothing.
 */
export function parseCredential(text: string): Credential | undefined {
  const bare = text.trim().replace(/^(["'`])(.*)\1$/s, '$2');
  return fromJson(bare) ?? fromToken(bare) ?? fromContext(bare);
}

function fromJson(text: string): Credential | undefined {
  try {
    const json: unknown = JSON.parse(text);
    if (!isJsonObject(json)) return undefined;
    const { id, api_key, encoded } = json;
    return ofHalves(id, api_key) ?? fromEncoded(String(encoded));
  } catch {
    return undefined;
  }
}

/** What follows a word such as `ApiKey`, `API_KEY=` or `"api_key":`. */
const NAMED = /api[-_]?key["'`]?[\s:=>]+["'`]?([^\s"'`,;]+)/gi;

function fromContext(text: string): Credential | undefined {
  for (const [, token = ''] of text.matchAll(NAMED)) {
    const credential = fromToken(token);
    if (credential !== undefined) return credential;
  }
  return undefined;
}

const fromToken = (token: string): Credential | undefined => fromPair(token) ?? fromEncoded(token);

/** Elasticsearch makes both halves of the alphabet of base64url; so an address is no key. */
function fromPair(token: string): Credential | undefined {
  const [, id, apiKey] = /^([\w-]+):([\w-]+)$/.exec(token) ?? [];
  return ofHalves(id, apiKey);
}

function fromEncoded(encoded: string): Credential | undefined {
  try {
    const bytes = Uint8Array.from(atob(encoded), (byte) => byte.charCodeAt(0));
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    const [, id, apiKey] = /^([^:]+):(.+)$/s.exec(text) ?? [];
    return ofHalves(id, apiKey);
  } catch {
    return undefined;
  }
}

const ofHalves = (id: unknown, apiKey: unknown): Credential | undefined =>
  typeof id === 'string' && typeof apiKey === 'string' && id !== '' && apiKey !== ''
    ? { id, apiKey }
    : undefined;
