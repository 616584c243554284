interface Open {
  count: number;
  end: PromiseWithResolvers<void>;
}

/** Attempts whose outcome is not known yet, by key, for those that wait for it. */
export class OpenAttempts {
  readonly #open = new Map<string, Open>();

  under(key: string): number {
    return this.#open.get(key)?.count ?? 0;
  }

  /** Resolves once one of them ends; at once where there is none. */
  async nextEnd(key: string): Promise<void> {
    await this.#open.get(key)?.end.promise;
  }

  begin(...keys: readonly string[]): void {
    for (const key of keys) {
      const open = this.#open.get(key);
      if (open) open.count += 1;
      else this.#open.set(key, { count: 1, end: Promise.withResolvers() });
    }
  }

  end(...keys: readonly string[]): void {
    for (const key of keys) {
      const open = this.#open.get(key);
      if (open === undefined) continue;
      open.end.resolve();
      open.end = Promise.withResolvers();
      open.count -= 1;
      if (open.count === 0) this.#open.delete(key);
    }
  }
}
