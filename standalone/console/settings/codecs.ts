import * as t from 'io-ts';
import { refined } from '../../../common/exact.ts';

/**
 * A setting's value in every form it may be written in: YAML gives numbers, booleans and lists,
 * flags and the environment give text. `parse` answers `undefined` for anything else.
 */
function written<A>(
  expected: string,
  parse: (input: unknown) => A | undefined,
): t.Type<A, unknown> {
  return new t.Type(
    expected,
    (u): u is A => parse(u) !== undefined,
    (input, context) => {
      const value = parse(input);
      return value === undefined ? t.failure(input, context) : t.success(value);
    },
    t.identity,
  );
}

export const Text = refined(t.string, 'a non-empty string', (text) => text !== '');

/** Long enough to derive a key from, as Kibana asks for. */
export const EncryptionKey = refined(
  t.string,
  'a string of at least 32 characters',
  (text) => text.length >= 32,
);

export const Flag = written('true or false', (input) =>
  input === true || input === 'true'
    ? true
    : input === false || input === 'false'
      ? false
      : undefined,
);

export const Port = written('a port number from 0 to 65535', (input) => {
  const port = wholeNumber(input);
  return port !== undefined && port <= 65_535 ? port : undefined;
});

const SIZE_UNITS = { b: 1, kb: 1024, mb: 1024 ** 2, gb: 1024 ** 3 };

/** A byte size in Kibana's form, in bytes; more could not become one text. */
export const ByteSize = written(
  'a byte size from 1 byte to 256 MB such as "1mb", or a number of bytes',
  (input) => {
    const bytes = amount(input, SIZE_UNITS);
    return bytes !== undefined && bytes >= 1 && bytes <= 256 * SIZE_UNITS.mb ? bytes : undefined;
  },
);

/** Months and years are moment's averages, as Kibana computes them. */
const DURATION_UNITS = {
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 604_800_000,
  M: 2_629_746_000,
  Y: 31_556_952_000,
};

/** A duration in Kibana's form, in milliseconds. */
export const KibanaDuration = written(
  'a duration such as "30s", "10m" or "3d", or a number of milliseconds',
  (input) => amount(input, DURATION_UNITS),
);

/** A duration that a timer can wait for: timers overflow after 24.8 days. */
export const Timeout = refined(
  KibanaDuration,
  'a duration from 1 ms to 24 days such as "30s" or "2m"',
  (ms) => ms >= 1 && ms <= 24 * DURATION_UNITS.d,
);

/** Some text, or several: a YAML list, a JSON array, or separated by commas. */
export const TextList = written('one or more names, separated by commas', textList);

/** Addresses of Elasticsearch, without the slash at the end. */
export const Hosts = written(
  'one or more http or https addresses without user name and password',
  (input) => {
    const hosts = textList(input)?.map(httpAddress);
    return hosts?.every((host) => host !== undefined) ? hosts : undefined;
  },
);

/** An address for links, without the slash at the end. */
export const PublicUrl = written(
  'an http or https address without user name and password',
  (input) => (typeof input === 'string' ? httpAddress(input) : undefined),
);

/** Empty, or `/path` without the slash at the end. */
export const BasePath = refined(
  t.string,
  'a path that begins with a slash and does not end with one',
  // Browsers resolve `.` and `..`.
  (path) => path === '' || /^(\/(?!\.{1,2}(\/|$))[\w.~-]+)+$/.test(path),
);

function textList(input: unknown): string[] | undefined {
  if (typeof input === 'string') {
    return textList(input.trim().startsWith('[') ? jsonOrNothing(input) : input.split(','));
  }
  if (!Array.isArray(input) || input.length === 0) return undefined;
  const texts = input.map((entry) => (typeof entry === 'string' ? entry.trim() : ''));
  return texts.every((text) => text !== '') ? texts : undefined;
}

function httpAddress(text: string): string | undefined {
  const url = URL.parse(text);
  if (url === null || !['http:', 'https:'].includes(url.protocol)) return undefined;
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') {
    return undefined;
  }
  return url.href.replace(/\/$/, '');
}

function jsonOrNothing(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function amount(input: unknown, units: Readonly<Record<string, number>>): number | undefined {
  const number = wholeNumber(input);
  if (number !== undefined || typeof input !== 'string') return number;
  const [, digits, unit] = /^(\d+)([a-zA-Z]+)$/.exec(input) ?? [];
  const factor = unit !== undefined && Object.hasOwn(units, unit) ? units[unit] : undefined;
  return factor === undefined ? undefined : Number(digits) * factor;
}

function wholeNumber(input: unknown): number | undefined {
  const number = typeof input === 'string' && /^\d+$/.test(input) ? Number(input) : input;
  return Number.isSafeInteger(number) && Number(number) >= 0 ? Number(number) : undefined;
}
