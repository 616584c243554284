import * as t from 'io-ts';
import { JsonObject } from '../../json.ts';

/** An OpenAPI document, which has a schema of its own elsewhere. */
export const OpenApi = t.type({
  openapi: t.literal('3.1.0'),
  info: JsonObject,
  servers: t.readonlyArray(JsonObject),
  tags: t.readonlyArray(JsonObject),
  security: t.readonlyArray(JsonObject),
  paths: JsonObject,
  components: JsonObject,
});
export type OpenApi = t.TypeOf<typeof OpenApi>;
