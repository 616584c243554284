import { isLeft } from 'fp-ts/lib/Either.js';
import * as t from 'io-ts';

/** What a condition means in words of JSON Schema (2020-12), as far as those can say it. */
export interface Facts {
  readonly type?: 'integer';
  readonly const?: unknown;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly maxProperties?: number;
  readonly oneOf?: readonly object[];
  readonly dependentRequired?: Readonly<Record<string, readonly string[]>>;
  /** What the value is, in place of what is expected of it. */
  readonly description?: string;
  /** Values that are taken. */
  readonly examples?: readonly unknown[];
}

/** What a codec is made of. */
export type Shape =
  | { readonly kind: 'object'; readonly required: t.Props; readonly optional: t.Props }
  | { readonly kind: 'record'; readonly name: t.Mixed; readonly value: t.Mixed }
  | { readonly kind: 'array'; readonly member: t.Mixed }
  | { readonly kind: 'words'; readonly words: readonly string[] }
  | { readonly kind: 'refined'; readonly codec: t.Mixed; readonly facts: Facts }
  /** A body that may be left out. */
  | { readonly kind: 'optional'; readonly codec: t.Mixed };

/** A codec that tells its shape, so that schemas and test data can be made of it. */
export class Shaped<A> extends t.Type<A, unknown> {
  readonly shape: Shape;

  constructor(expected: string, shape: Shape, validate: t.Validate<unknown, A>) {
    super(expected, (u): u is A => !isLeft(validate(u, [])), validate, t.identity);
    this.shape = shape;
  }
}
