import {
  DEFAULT_PAGE_SIZE,
  DEFAULT_SORT,
  type KeySort,
  MAX_SEARCH_LENGTH,
  SORT_FIELDS,
} from '../../common/key_filter.ts';

export const PAGE_SIZES = [25, 50, 100] as const;

/** So that the address stays one that every proxy takes. */
const MAX_TRAIL_LENGTH = 6000;

/** What lies open over the list. */
export type Open = { readonly what: 'create' } | { readonly what: 'key'; readonly id: string };

/** All that the page's address says. */
export interface PageState {
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
  sort: DEFAULT_SORT,
  size: DEFAULT_PAGE_SIZE,
  trail: [],
};

/** Reads `?search=books&sort=name:asc&size=50&after=…&key=…`. What makes no sense is as if absent. */
export function parsePageUrl(search: string): PageState {
  const params = new URLSearchParams(search);
  const open = readOpen(params);
  return {
    search: (params.get('search') ?? '').slice(0, MAX_SEARCH_LENGTH),
    sort: readSort(params.get('sort')),
    size: PAGE_SIZES.find((size) => String(size) === params.get('size')) ?? DEFAULT_PAGE_SIZE,
    trail: params.getAll('after').filter((cursor) => cursor !== ''),
    ...(open !== undefined && { open }),
  };
}

/** The reverse of `parsePageUrl`; what is as at first is left out, so that the first view is `''`. */
export function serialisePageUrl({ search, sort, size, trail, open }: PageState): string {
  const params = new URLSearchParams();
  if (search !== '') params.set('search', search);
  if (sort.field !== DEFAULT_SORT.field || sort.direction !== DEFAULT_SORT.direction)
    params.set('sort', `${sort.field}:${sort.direction}`);
  if (size !== DEFAULT_PAGE_SIZE) params.set('size', String(size));
  for (const cursor of recent(trail)) params.append('after', cursor);
  if (open?.what === 'create') params.set('create', 'true');
  if (open?.what === 'key') params.set('key', open.id);
  const text = params.toString();
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

function readOpen(params: URLSearchParams): Open | undefined {
  const id = params.get('key');
  if (id !== null && id !== '') return { what: 'key', id };
  return params.get('create') === 'true' ? { what: 'create' } : undefined;
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
