import { server as createServer } from '@hapi/hapi';
import { describe, expect, it } from '@jest/globals';
import { Secret } from '../../../common/secret.ts';
import { cookieIn } from '../../../test/helpers/log_in.ts';
import { type CookieOptions, LONGEST_KEPT_AUTHORIZATION, SessionCookie } from './session_cookie.ts';
import type { Session } from './sessions.ts';

const plain = { id: 'a', authorization: 'Basic YTpi', created: 1, renewed: 2 };
const session: Session = { ...plain, authorization: new Secret(plain.authorization) };
const options: CookieOptions = {
  encryptionKey: 'k'.repeat(32),
  isSecure: false,
  basePath: '',
};

/** A server that gives the session away at `/give`, and tells at `/` what it has got. */
function aServer(changes: Partial<CookieOptions> = {}, given = session) {
  const server = createServer({ state: { ignoreErrors: true, strictHeader: false } });
  const cookie = new SessionCookie(server, { ...options, ...changes });
  server.route({
    method: 'GET',
    path: '/give',
    handler(_request, h) {
      cookie.put(h, given);
      return null;
    },
  });
  server.route({
    method: 'GET',
    path: '/',
    handler: (request) => ({
      isIn: cookie.isIn(request),
      got: cookie
        .sessionsIn(request)
        .map((found) => ({ ...found, authorization: found.authorization.reveal() })),
    }),
  });
  return {
    gives: async () => String((await server.inject('/give')).headers['set-cookie']),
    gets: async (header: string) =>
      (await server.inject({ url: '/', headers: { cookie: header } })).result,
  };
}

const given = async (...args: Parameters<typeof aServer>) =>
  cookieIn({ 'set-cookie': await aServer(...args).gives() });

describe('the session cookie', () => {
  it.each([
    [{}, /^sid=[^;]+; HttpOnly; SameSite=Strict; Path=\/$/],
    [{ basePath: '/kb' }, /^sid=[^;]+; HttpOnly; SameSite=Strict; Path=\/kb$/],
    [{ isSecure: true }, /^__Host-sid=[^;]+; Secure; HttpOnly; SameSite=Strict; Path=\/$/],
    [
      { isSecure: true, basePath: '/kb' },
      /^__Secure-sid=[^;]+; Secure; HttpOnly; SameSite=Strict; Path=\/kb$/,
    ],
  ])('is as strict as it can be with %j', async (changes, expected) => {
    expect(await aServer(changes).gives()).toMatch(expected);
  });

  it('is not taken under a name that anyone could have set', async () => {
    const unprefixed = await given();
    expect(await aServer({ isSecure: true }).gets(unprefixed)).toEqual({ isIn: false, got: [] });
  });

  it('brings back what was put into it', async () => {
    expect(await aServer().gets(await given())).toEqual({ isIn: true, got: [plain] });
  });

  it('shows nothing of it', async () => {
    const cookie = await given();
    expect(Buffer.from(cookie, 'base64').toString()).not.toContain('Basic');
    expect(cookie).not.toContain('YTpi');
  });

  it('fits into what browsers keep, however long the password is', async () => {
    const authorization = new Secret('x'.repeat(LONGEST_KEPT_AUTHORIZATION));
    const longest = { ...session, id: 'i'.repeat(36), created: 1e13, renewed: 1e13, authorization };
    const cookie = await given({ isSecure: true, basePath: '/kb' }, longest);
    expect(cookie.length).toBeLessThanOrEqual(4096);
  });

  it.each<[string, (cookie: string) => string]>([
    ['empty', () => 'sid='],
    ['no seal', () => 'sid=%00'],
    ['another one’s words', () => 'sid="a b", c'],
    ['cut short', (cookie) => cookie.slice(0, -10)],
    ['cut to its beginning', (cookie) => cookie.slice(0, 20)],
    ['longer', (cookie) => `${cookie}A`],
    ['changed in the middle', (cookie) => changedAt(cookie, Math.floor(cookie.length / 2))],
    ['changed in its salt', (cookie) => changedAt(cookie, 20)],
    ['8 KB long', () => `sid=Fe26.2*${'a'.repeat(8192)}`],
    ['as long as two', (cookie) => cookie + cookie.slice(4)],
  ])('counts as absent where it is %s', async (_case, change) => {
    expect(await aServer().gets(change(await given()))).toEqual({ isIn: true, got: [] });
  });

  it('counts as absent where another key sealed it, or something else was sealed', async () => {
    const other = await given({ encryptionKey: 'o'.repeat(32) });
    expect(await aServer().gets(other)).toMatchObject({ got: [] });
    const odd = await given({}, { authorization: session.authorization } as Session);
    expect(await aServer().gets(odd)).toMatchObject({ got: [] });
  });

  it.each<[string, (cookie: string) => string]>([
    ['before', (cookie) => `sid=old; ${cookie}`],
    ['after', (cookie) => `${cookie}; sid=old`],
    ['around', (cookie) => `a="b c"; =; x={"y":1}; sid=; ${cookie}; sid=Fe26.2**; z`],
  ])('is found where a leftover or odd cookies stand %s it', async (_case, header) => {
    expect(await aServer().gets(header(await given()))).toEqual({ isIn: true, got: [plain] });
  });

  it('is not there where only others end with its name', async () => {
    expect(await aServer().gets('connect.sid=x; a=sid=y')).toEqual({ isIn: false, got: [] });
  });
});

const changedAt = (text: string, place: number): string =>
  `${text.slice(0, place)}${text[place] === 'a' ? 'b' : 'a'}${text.slice(place + 1)}`;
