import type { PageState } from './page_url.ts';
import { formatTimeRange } from './time_range.ts';

/**
 * What a view is narrowed to, in the terms of the search box: `nightly kind:managed status:expired`.
 * `undefined` where it shows all keys.
 */
export function filterText({
  search,
  kinds,
  statuses,
  owners,
  created,
  expires,
}: PageState): string | undefined {
  const text = [
    search.trim(),
    term('kind', kinds),
    term('status', statuses),
    term('owner', owners),
    created && `created:${formatTimeRange(created)}`,
    expires && `expires:${'never' in expires ? 'never' : formatTimeRange(expires)}`,
  ]
    .filter(Boolean)
    .join(' ');
  return text === '' ? undefined : text;
}

function term(name: string, values: readonly string[]): string | undefined {
  if (values.length === 0) return undefined;
  const quoted = values.map((value) => (/[\s()"]/.test(value) ? `"${value}"` : value));
  return `${name}:${quoted.length === 1 ? quoted[0] : `(${quoted.join(' or ')})`}`;
}
