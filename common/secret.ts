const SHOWN = '[redacted]';

/**
 * A text that nobody shows by accident: in a message, a log, JSON or a debugger it is `[redacted]`.
 * `reveal` where it is used, not before.
 */
export class Secret {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  reveal(): string {
    return this.#text;
  }

  toString(): string {
    return SHOWN;
  }

  toJSON(): string {
    return SHOWN;
  }

  /** For `util.inspect`, by which Node prints errors and whatever they carry. */
  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return SHOWN;
  }
}
