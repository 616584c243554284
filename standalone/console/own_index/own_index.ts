import { type Client, errors, type estypes } from '@elastic/elasticsearch';
import { errorType } from '../elasticsearch/error_type.ts';
import { type IndexOptions, openIndex } from './open_index.ts';
import { ownFailure } from './own_user.ts';

/** Which state of a document it was, for writes that must not undo another's. */
export interface Version {
  readonly seqNo: number;
  readonly primaryTerm: number;
}
export interface Stored<Document> {
  readonly id: string;
  readonly document: Document;
  readonly version: Version;
}

/** When a write takes place: where there is no such document, always, or where it is still this one. */
export type Condition = 'absent' | 'any' | Version;

export interface WriteOptions {
  /** Whether a search finds it as soon as the write is answered: dearer, so for rare writes. */
  readonly searchable: boolean;
}

type SearchRequest = Pick<estypes.SearchRequest, 'query' | 'sort' | 'from' | 'size'>;

/**
 * The one index in which the console keeps its state. It is made when first needed, and again after
 * someone deleted it. All methods reject with errors of the client, or with Boom 503 where
 * Elasticsearch refuses the console's own user.
 */
export class OwnIndex {
  readonly #client: Client;
  readonly #options: IndexOptions;
  #opened: Promise<void> | undefined;

  /** `client` is Elasticsearch as the console's own user. */
  constructor(client: Client, options: IndexOptions) {
    this.#client = client;
    this.#options = options;
  }

  /** Makes sure that it can be used. */
  async open(): Promise<void> {
    this.#opened ??= openIndex(this.#client, this.#options).catch((error) => {
      this.#opened = undefined;
      throw ownFailure(error);
    });
    await this.#opened;
  }

  async get<D>(id: string): Promise<Stored<D> | undefined> {
    return this.#request(async (index) => {
      const read = await this.#client.get<D>({ index, id }).catch(unless(404));
      if (read?._source === undefined) return undefined;
      return { id, document: read._source, version: versionOf(read) };
    });
  }

  /** Writes a whole document; `undefined` where the condition does not hold. */
  async put(
    id: string,
    document: object,
    condition: Condition,
    options: WriteOptions,
  ): Promise<Version | undefined> {
    return this.#request(async (index) => {
      const write = { index, id, document, ...parameters(condition, options) };
      const written = await this.#client.index(write).catch(unless(409));
      return written && versionOf(written);
    });
  }

  /** `false` where the condition does not hold, or there is no such document. */
  async remove(
    id: string,
    condition: Exclude<Condition, 'absent'>,
    options: WriteOptions,
  ): Promise<boolean> {
    return this.#request(async (index) => {
      const write = { index, id, ...parameters(condition, options) };
      const removed = await this.#client.delete(write).catch(unless(404, 409));
      return removed !== undefined;
    });
  }

  async search<D>(
    request: SearchRequest,
  ): Promise<{ readonly total: number; readonly found: readonly Stored<D>[] }> {
    return this.#request(async (index) => {
      const options = { index, seq_no_primary_term: true, track_total_hits: true };
      const { hits } = await this.#client.search<D>({ ...options, ...request });
      const total = typeof hits.total === 'object' ? hits.total.value : (hits.total ?? 0);
      return { total, found: hits.hits.flatMap(storedIn) };
    });
  }

  async #request<A>(send: (index: string) => Promise<A>): Promise<A> {
    await this.open();
    try {
      return await send(this.#options.name);
    } catch (error) {
      if (errorType(error) === INDEX_MISSING) this.#opened = undefined;
      throw ownFailure(error);
    }
  }
}

const INDEX_MISSING = 'index_not_found_exception';

/** Takes an answer of these statuses for "no". */
const unless =
  (...statuses: readonly number[]) =>
  (error: unknown): undefined => {
    const status = error instanceof errors.ResponseError ? error.statusCode : undefined;
    if (status === undefined || !statuses.includes(status) || errorType(error) === INDEX_MISSING)
      throw error;
  };

function parameters(condition: Condition, { searchable }: WriteOptions) {
  const write = { refresh: searchable };
  if (condition === 'any') return write;
  if (condition === 'absent') return { ...write, op_type: 'create' as const };
  return { ...write, if_seq_no: condition.seqNo, if_primary_term: condition.primaryTerm };
}

interface Numbered {
  readonly _seq_no?: number;
  readonly _primary_term?: number;
}
const versionOf = ({ _seq_no = 0, _primary_term = 0 }: Numbered): Version => ({
  seqNo: _seq_no,
  primaryTerm: _primary_term,
});

function storedIn<D>({ _id, _source, ...hit }: estypes.SearchHit<D>): Stored<D>[] {
  if (_id === undefined || _source === undefined) return [];
  return [{ id: _id, document: _source, version: versionOf(hit) }];
}
