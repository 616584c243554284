import type * as t from 'io-ts';
import { type Shape, Shaped } from '../shape.ts';

/** What any codec of ours is made of: our own shapes, and those of the io-ts codecs that we use. */
export type AnyShape =
  | Shape
  | { readonly kind: 'primitive'; readonly type: 'string' | 'number' | 'boolean' | 'null' }
  | { readonly kind: 'anything' }
  | { readonly kind: 'literal'; readonly value: unknown }
  | { readonly kind: 'union'; readonly members: readonly t.Mixed[] }
  /** An object that may have other fields too. */
  | { readonly kind: 'open'; readonly parts: readonly OpenPart[] };

export interface OpenPart {
  readonly props: t.Props;
  readonly isRequired: boolean;
}

type IoTs =
  | t.StringType
  | t.NumberType
  | t.BooleanType
  | t.NullType
  | t.UnknownType
  | t.LiteralType<string | number | boolean>
  | t.ReadonlyArrayType<t.Mixed>
  | t.UnionType<t.Mixed[]>
  | t.IntersectionType<t.Mixed[]>
  | t.InterfaceType<t.Props>
  | t.PartialType<t.Props>;

/** @throws Error for a codec that tells nothing */
export function shapeOf(codec: t.Mixed): AnyShape {
  if (codec instanceof Shaped) return codec.shape;
  const known = codec as IoTs;
  switch (known._tag) {
    case 'StringType':
      return { kind: 'primitive', type: 'string' };
    case 'NumberType':
      return { kind: 'primitive', type: 'number' };
    case 'BooleanType':
      return { kind: 'primitive', type: 'boolean' };
    case 'NullType':
      return { kind: 'primitive', type: 'null' };
    case 'UnknownType':
      return { kind: 'anything' };
    case 'LiteralType':
      return { kind: 'literal', value: known.value };
    case 'ReadonlyArrayType':
      return { kind: 'array', member: known.type };
    case 'UnionType':
      return { kind: 'union', members: known.types };
    case 'IntersectionType':
    case 'InterfaceType':
    case 'PartialType':
      return { kind: 'open', parts: openParts(known) };
    default:
      throw new Error(`The codec [${codec.name}] does not tell its shape`);
  }
}

function openParts(codec: t.Mixed): OpenPart[] {
  const known = codec as IoTs;
  switch (known._tag) {
    case 'IntersectionType':
      return known.types.flatMap(openParts);
    case 'InterfaceType':
      return [{ props: known.props, isRequired: true }];
    case 'PartialType':
      return [{ props: known.props, isRequired: false }];
    default:
      throw new Error(`The codec [${codec.name}] is no part of an object`);
  }
}
