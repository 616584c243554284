interface AnyOptions {
  readonly defaultValue?: unknown;
  validate?(value: unknown): string | undefined;
}

const SCHEMAS = new WeakSet<object>();

interface Schema {
  validate(value: unknown, namespace: string): unknown;
}

/** `@kbn/config-schema`, as far as the plugin uses it. */
export const CONFIG_SCHEMA = {
  schema: {
    any({ defaultValue, validate }: AnyOptions): Schema {
      const schema: Schema = {
        validate(value, namespace) {
          if (value === undefined && defaultValue !== undefined) return defaultValue;
          if (value === undefined) throw new Error(`[${namespace}]: expected a value`);
          const problem = validate?.(value);
          if (problem !== undefined) throw new Error(`[${namespace}]: ${problem}`);
          return value;
        },
      };
      SCHEMAS.add(schema);
      return schema;
    },
  },
};

/**
 * The settings of a plugin as Kibana hands them over.
 * @throws Error, as Kibana's start does, where the plugin has no schema or one not of Kibana's make, and
 * where the settings do not fit it
 */
export function settingsFor(
  config: { readonly schema: unknown } | undefined,
  path: string,
  given: unknown,
): unknown {
  const schema = config?.schema;
  if (schema === undefined) throw new Error(`No validation schema has been defined for [${path}]`);
  if (typeof schema !== 'object' || schema === null || !SCHEMAS.has(schema))
    throw new Error('Configuration schema expected to be an instance of Type');
  return (schema as Schema).validate(given, `config validation of [${path}]`);
}
