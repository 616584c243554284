import { readConfig } from './config.ts';

/** The one function of Kibana's `@kbn/config-schema` that is used here. */
interface ConfigSchema {
  readonly schema: {
    any(options: {
      readonly defaultValue: object;
      /** Gives what is wrong, if anything. */
      validate(value: unknown): string | undefined;
    }): unknown;
  };
}

/**
 * What Kibana needs to let `xpack.projectApiKeys` through, and to hand it to the plugin: a schema of
 * its own make. Elsewhere there is none, and the plugin checks its settings when it is made.
 */
export const config: { readonly schema: unknown } | undefined = configOf(kibanaConfigSchema());

function configOf(kibana: ConfigSchema | undefined) {
  return kibana && { schema: kibana.schema.any({ defaultValue: {}, validate: problemIn }) };
}

function problemIn(settings: unknown): string | undefined {
  try {
    readConfig(settings);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Kibana loads plugins as CommonJS, beside its own packages. */
function kibanaConfigSchema(): ConfigSchema | undefined {
  if (typeof require === 'undefined') return undefined;
  try {
    return require('@kbn/config-schema');
  } catch (error) {
    // Not by its class: jest throws one of another realm.
    if ((error as NodeJS.ErrnoException).code === 'MODULE_NOT_FOUND') return undefined;
    throw error;
  }
}
