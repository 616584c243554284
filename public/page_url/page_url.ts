import { KINDS, type Kind, STATUSES, type Status } from '../../common/api_key.ts';
import {
  DEFAULT_PAGE_SIZE,
  DEFAULT_SORT,
  type KeySort,
  MAX_SEARCH_LENGTH,
  SORT_FIELDS,
} from '../../common/key_filter.ts';
import { formatTimeRange, parseTimeRange, type TimeRange } from './time_range.ts';

export const PAGE_SIZES = [25, 50, 100] as const;

/** So that the address stays one that every proxy takes. */
const MAX_TRAIL_LENGTH = 6000;
/** What the server takes. */
const MAX_OWNERS = 1000;

/** What lies open over the list. */
export type Open =
  /** `from`: the id of the key that the new one begins as a copy of. */
  | { readonly what: 'create'; readonly from?: string }
  | { readonly what: 'key'; readonly id: string }
  | { readonly what: 'rotate'; readonly id: string };

/** What is chosen beside the search text. An empty list means all. */
export interface ChosenFilters {
  readonly kinds: readonly Kind[];
  readonly statuses: readonly Status[];
  readonly owners: readonly string[];
  readonly created?: TimeRange;
  readonly expires?: TimeRange | { readonly never: true };
}

/** All that the page's address says. */
export interface PageState extends ChosenFilters {
  /** As typed. */
  readonly search: string;
  readonly sort: KeySort;
  readonly size: number;
  /**
   * The cursors that led from the first page to this one; the last is this page's own. Of a very
   * long way the beginning is forgotten: going back then ends with a jump to the first page.
   */
  readonly trail: readonly string[];
  readonly open?: Open;
}

export const INITIAL_STATE: PageState = {
  search: '',
  kinds: [],
  statuses: [],
  owners: [],
  sort: DEFAULT_SORT,
  size: DEFAULT_PAGE_SIZE,
  trail: [],
};

/** Whether every key is shown. */
export const isUnfiltered = ({ search, ...filters }: PageState): boolean =>
  search === '' && !hasFilters(filters);

export const hasFilters = ({ kinds, statuses, owners, created, expires }: ChosenFilters): boolean =>
  kinds.length + statuses.length + owners.length > 0 || (created ?? expires) !== undefined;

export const withoutFilters = ({ search, sort, size }: PageState): PageState => ({
  ...INITIAL_STATE,
  search,
  sort,
  size,
});

/**
 * Reads `?search=books&kind=managed,personal&status=expired&owner=alice&owner=bob&expires=never` and
 * `&sort=name:asc&size=50&after=…&key=…`. What makes no sense is as if absent.
 */
export function parsePageUrl(search: string): PageState {
  const params = new URLSearchParams(search);
  const created = parseTimeRange(params.get('created') ?? '');
  const expires = readExpires(params.get('expires') ?? '');
  const open = readOpen(params);
  return {
    search: (params.get('search') ?? '').slice(0, MAX_SEARCH_LENGTH),
    kinds: inOrder(KINDS, params.get('kind')?.split(',') ?? []),
    statuses: inOrder(STATUSES, params.get('status')?.split(',') ?? []),
    owners: [...new Set(texts(params, 'owner'))].slice(0, MAX_OWNERS),
    ...(created !== undefined && { created }),
    ...(expires !== undefined && { expires }),
    sort: readSort(params.get('sort')),
    size: PAGE_SIZES.find((size) => String(size) === params.get('size')) ?? DEFAULT_PAGE_SIZE,
    trail: texts(params, 'after'),
    ...(open !== undefined && { open }),
  };
}

/** The reverse of `parsePageUrl`; what is as at first is left out, so that the first view is `''`. */
export function serialisePageUrl(state: PageState): string {
  const { search, kinds, statuses, owners, created, expires, sort, size, trail, open } = state;
  const params = new URLSearchParams();
  if (search !== '') params.set('search', search);
  if (kinds.length > 0) params.set('kind', inOrder(KINDS, kinds).join());
  if (statuses.length > 0) params.set('status', inOrder(STATUSES, statuses).join());
  for (const owner of owners) params.append('owner', owner);
  if (created !== undefined) params.set('created', formatTimeRange(created));
  if (expires !== undefined)
    params.set('expires', 'never' in expires ? 'never' : formatTimeRange(expires));
  if (sort.field !== DEFAULT_SORT.field || sort.direction !== DEFAULT_SORT.direction)
    params.set('sort', `${sort.field}:${sort.direction}`);
  if (size !== DEFAULT_PAGE_SIZE) params.set('size', String(size));
  for (const cursor of recent(trail)) params.append('after', cursor);
  if (open?.what === 'create') {
    params.set('create', 'true');
    if (open.from !== undefined) params.set('from', open.from);
  } else if (open !== undefined) params.set(open.what, open.id);
  // These two need no escape in a query and are better read without.
  const text = params.toString().replaceAll('%2C', ',').replaceAll('%3A', ':');
  return text === '' ? '' : `?${text}`;
}

/** The page that begins at `cursor`. */
export const nextPage = (state: PageState, cursor: string): PageState => ({
  ...state,
  trail: [...state.trail, cursor],
});

export const previousPage = (state: PageState): PageState => ({
  ...state,
  trail: state.trail.slice(0, -1),
});

const texts = (params: URLSearchParams, name: string): string[] =>
  params.getAll(name).filter((text) => text !== '');

/** Whatever was chosen first: the same choice is the same address. */
const inOrder = <T extends string>(values: readonly T[], chosen: readonly string[]): readonly T[] =>
  values.filter((value) => chosen.includes(value));

function readExpires(text: string): PageState['expires'] {
  return text === 'never' ? { never: true } : parseTimeRange(text);
}

function readOpen(params: URLSearchParams): Open | undefined {
  const [key, rotate, from] = ['key', 'rotate', 'from'].map((name) => texts(params, name)[0]);
  if (key !== undefined) return { what: 'key', id: key };
  if (rotate !== undefined) return { what: 'rotate', id: rotate };
  if (params.get('create') !== 'true') return undefined;
  return { what: 'create', ...(from !== undefined && { from }) };
}

function readSort(text: string | null): KeySort {
  const [name, direction] = (text ?? '').split(':');
  const field = SORT_FIELDS.find((each) => each === name);
  if (field === undefined || (direction !== 'asc' && direction !== 'desc')) return DEFAULT_SORT;
  return { field, direction };
}

/** As many of the last cursors as fit, but at least the page's own. */
function recent(trail: readonly string[]): readonly string[] {
  let length = 0;
  const tooOld = trail.findLastIndex((cursor) => {
    length += cursor.length;
    return length > MAX_TRAIL_LENGTH;
  });
  return trail.slice(Math.min(tooOld + 1, Math.max(trail.length - 1, 0)));
}
