import { errors } from '@elastic/elasticsearch';
import { serverUnavailable } from '@hapi/boom';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { FakeTime, settled } from '../../../test/helpers/fake_time.ts';
import { EndedSessions } from './ended_sessions.ts';

interface Document {
  readonly ended_session: { readonly until: number };
}
const version = { seqNo: 0, primaryTerm: 1 };

/** The own index as far as ended sessions need it. */
class MemoryIndex {
  readonly documents = new Map<string, Document>();
  /** How often it was asked for a document. */
  asked = 0;
  failure: Error | undefined;

  async get<D>(id: string) {
    this.asked += 1;
    if (this.failure) throw this.failure;
    const document = this.documents.get(id);
    return document && { id, document: document as D, version };
  }
  async put(id: string, document: object) {
    if (this.failure) throw this.failure;
    this.documents.set(id, document as Document);
    return version;
  }
  async remove(id: string) {
    return this.documents.delete(id);
  }
  /** Knows one query: what has run out. */
  async search<D>({ query, size = 10 }: { query?: object; size?: number }) {
    const { range } = query as { range: { 'ended_session.until': { lte: number } } };
    const found = [...this.documents].flatMap(([id, document]) =>
      document.ended_session.until <= range['ended_session.until'].lte
        ? [{ id, document: document as D, version }]
        : [],
    );
    return { total: found.length, found: found.slice(0, size) };
  }
}

const AWAY = new errors.ConnectionError('connect ECONNREFUSED');
const hour = 3_600_000;

let index: MemoryIndex;
let time: FakeTime;
let warnings: string[];
beforeEach(() => {
  index = new MemoryIndex();
  time = new FakeTime();
  warnings = [];
});

function aConsole(ready = Promise.resolve()): EndedSessions {
  const quiet = () => {};
  const log = { debug: quiet, info: quiet, warn: (m: string) => warnings.push(m), error: quiet };
  return new EndedSessions({ index, ready, log, time });
}

describe('a session that was ended', () => {
  it('has ended for every console, and for those to come', async () => {
    await aConsole().add('a', time.now() + hour);
    expect(await aConsole().has('a')).toBe(true);
    expect(await aConsole().has('b')).toBe(false);
  });

  it('is known to a console that went on with it after ten seconds', async () => {
    const [one, other] = [aConsole(), aConsole()];
    expect(await other.has('a')).toBe(false);
    await one.add('a', time.now() + hour);
    await time.pass(9_999);
    expect(await other.has('a')).toBe(false);
    await time.pass(1);
    expect(await other.has('a')).toBe(true);
  });

  it('cannot be found by its id in the index', async () => {
    await aConsole().add('3f1c', time.now() + hour);
    expect(JSON.stringify([...index.documents])).not.toContain('3f1c');
  });

  it('is removed from the index when its last copy has run out', async () => {
    const app = aConsole();
    for (let i = 0; i < 25; i++) await app.add(`short ${i}`, time.now() + hour);
    await app.add('long', time.now() + 3 * hour);
    await app.add('endless', Number.POSITIVE_INFINITY);
    await time.pass(hour);
    for (const id of ['x', 'y', 'z']) {
      await app.add(id, time.now() + hour);
      await settled();
    }
    expect(index.documents.size).toBe(5);
  });
});

describe('the index of ended sessions', () => {
  it('is asked once for many requests of a session', async () => {
    const app = aConsole();
    await Promise.all([app.has('a'), app.has('a'), app.has('a'), app.has('b')]);
    expect(index.asked).toBe(2);
  });

  it('is not asked before Elasticsearch knows who asks', async () => {
    const known = Promise.withResolvers<void>();
    const answer = aConsole(known.promise).has('a');
    await settled();
    expect(index.asked).toBe(0);
    known.resolve();
    expect(await answer).toBe(false);
  });

  it('that cannot be asked answers nothing, and is asked again', async () => {
    const app = aConsole();
    index.failure = AWAY;
    await expect(app.has('a')).rejects.toBe(AWAY);
    index.failure = undefined;
    expect(await app.has('a')).toBe(false);
  });

  it("that refuses the console's own user is done without, and the log told once", async () => {
    const app = aConsole();
    index.failure = serverUnavailable("Elasticsearch refuses the console's own user: no");
    expect(await app.has('a')).toBe(false);
    expect(await app.has('b')).toBe(false);
    expect(warnings).toEqual([expect.stringContaining("refuses the console's own user")]);
  });

  it('is told as soon as it is back', async () => {
    const app = aConsole();
    index.failure = AWAY;
    await app.add('a', time.now() + hour);
    await app.add('b', time.now() + hour);
    await time.pass(60_000);
    index.failure = undefined;
    await time.pass(5000);
    expect(index.documents.size).toBe(2);
    expect(await aConsole().has('a')).toBe(true);
  });

  it('is spared what has run out while it was away', async () => {
    const app = aConsole();
    index.failure = AWAY;
    await app.add('a', time.now() + 1000);
    await time.pass(1000);
    index.failure = undefined;
    await time.pass(5000);
    expect(index.documents.size).toBe(0);
  });
});
