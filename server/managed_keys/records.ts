/** A key that works, as it is stored under its handle. */
export interface ManagedKeyRecord {
  readonly keyId: string;
  readonly name: string;
  /** The username on whose behalf it works. */
  readonly owner: string;
  readonly task: string;
  /** ms since epoch */
  readonly created: number;
  /** ms since epoch */
  readonly expiration?: number;
}

/** With the secret: base64 of `id:api_key`, as the `Authorization` header has it. */
export interface SecretKeyRecord extends ManagedKeyRecord {
  readonly apiKey: string;
}

/**
 * A key that is to be invalidated, stored under its handle. `keyId` is known of a key that was given
 * up. Of one that is just being made only the name is: it is deleted from here when the key's own
 * record stands, and remains where that was never reached.
 */
export type ReleasedKeyRecord = {
  readonly task: string;
  /** ms since epoch */
  readonly since: number;
  /** Why it could not be invalidated so far. */
  readonly reason?: string;
} & ({ readonly keyId: string } | { readonly unfinished: string });
