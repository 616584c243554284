/** Whom an `Authorization` header names. Whether it is right is for Elasticsearch to say. */
export interface NamedCredentials {
  readonly scheme: 'basic' | 'apikey';
  /** A user's name, or the id of a key. */
  readonly name: string;
}

/** What a header with Basic or ApiKey names; `undefined` for any other. */
export function namedCredentials(authorization: string): NamedCredentials | undefined {
  const [, scheme, encoded = ''] = /^(Basic|ApiKey) (.*)$/i.exec(authorization) ?? [];
  if (scheme === undefined) return undefined;
  const [name = ''] = Buffer.from(encoded, 'base64').toString().split(':', 1);
  return { scheme: scheme.toLowerCase() === 'basic' ? 'basic' : 'apikey', name };
}
