/**
 * A part of Kibana that has these members and no others: to ask for another one throws and names it,
 * unless it is one that `onlySomeHave`, which a plugin may look for.
 */
export const strict = <T extends object>(
  name: string,
  members: T,
  onlySomeHave: readonly string[] = [],
): T =>
  new Proxy(members, {
    get(target, key, receiver) {
      // Promises, and what prints an object, ask for more than a plugin does.
      const isKnown = key in target || typeof key === 'symbol' || ASKED_BY_OTHERS.has(key);
      if (!isKnown && !onlySomeHave.includes(key))
        throw new Error(`Kibana's ${name} has no "${key}"`);
      return Reflect.get(target, key, receiver);
    },
    set(_target, key) {
      throw new Error(`Kibana's ${name} is not to be changed: "${String(key)}"`);
    },
  });

const ASKED_BY_OTHERS = new Set(['then', 'toJSON', 'constructor', '$$typeof', 'asymmetricMatch']);

/** What a configuration has beside what Kibana takes. @throws Error that names it */
export function allowOnly(what: string, given: object, known: readonly string[]): void {
  for (const [key, value] of Object.entries(given)) {
    if (!known.includes(key)) throw new Error(`${what} has an unknown "${key}"`);
    if (value === undefined) throw new Error(`${what} has a "${key}" that is undefined`);
  }
}
