import type { estypes } from '@elastic/elasticsearch';
import { badRequest } from '@hapi/boom';
import type { SavedObjectType } from '../../../server/index.ts';

/** The types of saved objects that plugins have registered. */
export class SavedObjectTypes {
  readonly #types = new Map<string, SavedObjectType>();

  /** @throws Error where the name is taken */
  registerType(type: SavedObjectType): void {
    if (this.#types.has(type.name)) {
      throw new Error(`The saved object type ${type.name} is registered already`);
    }
    this.#types.set(type.name, type);
  }

  /** Checks that there is such a type. @throws Boom 400, as Kibana */
  check(name: string, hiddenTypes: readonly string[]): void {
    const type = this.#types.get(name);
    if (type === undefined || (type.hidden && !hiddenTypes.includes(name))) {
      throw badRequest(`Unsupported saved object type: '${name}'`);
    }
  }

  /** What can be searched for and sorted by: the attributes of each type under its name. */
  properties(): Record<string, estypes.MappingProperty> {
    const own = [...this.#types.values()].map(({ name, mappings }) => [name, mappings]);
    return { ...COMMON_PROPERTIES, ...Object.fromEntries(own) };
  }
}

/** Of every saved object, beside its attributes. */
const COMMON_PROPERTIES = {
  type: { type: 'keyword' },
  id: { type: 'keyword' },
  created_at: { type: 'date' },
  updated_at: { type: 'date' },
} as const satisfies Record<string, estypes.MappingProperty>;

/** Whether `field` belongs to every saved object, rather than to the attributes of some. */
export const isCommon = (field: string): boolean => Object.hasOwn(COMMON_PROPERTIES, field);
