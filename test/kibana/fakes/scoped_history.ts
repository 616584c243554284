import type {
  History,
  Location,
  LocationDescriptorObject,
  LocationListener,
  TransitionPromptHook,
} from 'history';

/**
 * Kibana's ScopedHistory: `parent` below `base`. Once the user has left `base`, all its functions throw,
 * its prompts are gone, and its location is that of another app.
 */
export function scopedHistory(parent: History, base: string) {
  let isActive = true;
  const listeners = new Set<LocationListener>();
  const unblocks = new Set<() => void>();
  const below = (location: Location) => ({
    ...location,
    pathname: location.pathname.replace(new RegExp(`^${base}`), ''),
  });
  const stop = parent.listen((location, action) => {
    if (location.pathname.startsWith(base)) {
      for (const listener of [...listeners]) listener(below(location), action);
      return;
    }
    stop();
    isActive = false;
    for (const unblock of unblocks) unblock();
  });
  const whileActive =
    <Given extends unknown[], T>(act: (...given: Given) => T) =>
    (...given: Given): T => {
      if (isActive) return act(...given);
      throw new Error(
        `ScopedHistory instance has fell out of navigation scope for basePath: ${base}`,
      );
    };
  const fullPath = (path: string) =>
    path === '' ? base : `${base}/${path}`.replace(/\/{2,}/g, '/');
  const absolute = (to: string | LocationDescriptorObject): LocationDescriptorObject | string =>
    // Of a text all of it is taken for a path, the query too.
    typeof to === 'string' ? fullPath(to) : { ...to, pathname: fullPath(to.pathname ?? '') };
  return {
    get location() {
      return below(parent.location);
    },
    push: whileActive((to: string | LocationDescriptorObject) =>
      parent.push(absolute(to) as LocationDescriptorObject),
    ),
    replace: whileActive((to: string | LocationDescriptorObject) =>
      parent.replace(absolute(to) as LocationDescriptorObject),
    ),
    createHref: whileActive((to: LocationDescriptorObject) =>
      parent.createHref(absolute(to) as LocationDescriptorObject),
    ),
    listen: whileActive((listener: LocationListener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    }),
    block: whileActive((prompt: TransitionPromptHook) => {
      const unblock = parent.block(prompt);
      unblocks.add(unblock);
      return () => {
        unblocks.delete(unblock);
        unblock();
      };
    }),
    /** How many are still told of steps, or asked about them. */
    users: () => listeners.size + unblocks.size,
  };
}
