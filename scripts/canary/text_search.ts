const START = 8;
const FILTER_BITS = 24;

/**
 * Looks for any number of texts at once, each at least 8 bytes long, in bytes of any kind. A filter
 * over the first 8 bytes passes over nearly all places; the few others are compared.
 */
export class TextSearch {
  readonly #filter = new Uint8Array(1 << (FILTER_BITS - 3));
  readonly #byStart = new Map<string, Buffer[]>();

  constructor(texts: Iterable<string>) {
    for (const text of new Set(texts)) this.#add(Buffer.from(text));
  }

  #add(text: Buffer): void {
    if (text.length < START) throw new Error(`Expected at least ${START} bytes to look for`);
    const start = text.toString('latin1', 0, START);
    const hash = hashOf(text.readUInt32LE(0), text.readUInt32LE(4));
    this.#filter[hash >>> 3] = (this.#filter[hash >>> 3] ?? 0) | (1 << (hash & 7));
    this.#byStart.set(start, [...(this.#byStart.get(start) ?? []), text]);
  }

  /** Those of the texts that stand in the bytes. */
  *foundIn(bytes: Buffer): Generator<string> {
    let [low, high] = [0, 0];
    for (let end = 0; end < bytes.length; end++) {
      low = (low >>> 8) | (high << 24);
      high = (high >>> 8) | ((bytes[end] ?? 0) << 24);
      const hash = hashOf(low, high);
      if (((this.#filter[hash >>> 3] ?? 0) & (1 << (hash & 7))) === 0) continue;
      const at = end + 1 - START;
      if (at < 0) continue;
      for (const text of this.#byStart.get(bytes.toString('latin1', at, at + START)) ?? [])
        if (bytes.subarray(at, at + text.length).equals(text)) yield text.toString();
    }
  }
}

const hashOf = (low: number, high: number): number =>
  Math.imul(Math.imul(low, 0x9e3779b1) ^ high, 0x85ebca6b) >>> (32 - FILTER_BITS);
