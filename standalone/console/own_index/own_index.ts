import { type Client, errors, type estypes } from '@elastic/elasticsearch';
import type * as t from 'io-ts';
import { readAs } from '../../../common/elasticsearch_answer.ts';
import { errorType } from '../elasticsearch/error_type.ts';
import { FoundDocument, FoundDocuments, Written } from './answer_shapes.ts';
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
      const read = await this.#client.get({ index, id }).catch(unless(404));
      return read && storedIn(readAs(FoundDocument, read));
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
      return written && versionOf(readAs(Written, written));
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
      if (removed === undefined) return false;
      readAs(Written, removed);
      return true;
    });
  }

  async search<D>(
    request: SearchRequest,
  ): Promise<{ readonly total: number; readonly found: readonly Stored<D>[] }> {
    return this.#request(async (index) => {
      const options = { index, seq_no_primary_term: true, track_total_hits: true };
      const answer = await this.#client.search({ ...options, ...request }, { maxRetries: 2 });
      const { hits } = readAs(FoundDocuments, answer);
      const total = typeof hits.total === 'object' ? hits.total.value : hits.total;
      return { total, found: hits.hits.map(storedIn<D>) };
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

const versionOf = ({ _seq_no, _primary_term }: t.TypeOf<typeof Written>): Version => ({
  seqNo: _seq_no,
  primaryTerm: _primary_term,
});

/** Whoever asks names the form of what they have stored themselves. */
const storedIn = <D>({ _id, _source, ...version }: t.TypeOf<typeof FoundDocument>): Stored<D> => ({
  id: _id,
  document: _source as D,
  version: versionOf(version),
});
