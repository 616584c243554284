/** Shorter texts stand anywhere by chance. */
export const SHORTEST = 12;

/**
 * A text in all the forms in which it may have been written down: as it is, in JSON, in a URL, and
 * in base64 wherever it stands within what was encoded.
 */
export function secretForms(secret: string): ReadonlySet<string> {
  const bytes = Buffer.from(secret);
  const inBase64 = [0, 1, 2].map((before) => base64Within(bytes, before));
  return new Set([
    secret,
    JSON.stringify(secret).slice(1, -1),
    encodeURIComponent(secret),
    ...inBase64,
    ...inBase64.map((text) => text.replaceAll('+', '-').replaceAll('/', '_')),
    ...inBase64.map(encodeURIComponent),
  ]);
}

/** The letters that only these bytes decide, with so many others before them. */
function base64Within(bytes: Buffer, before: number): string {
  const text = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64');
  return text.slice(Math.ceil((before * 8) / 6), Math.floor(((before + bytes.length) * 8) / 6));
}
