import { describe, expect, it, jest } from '@jest/globals';
import { signIn } from './sign_in.ts';

const credentials = { username: 'jo', password: 's3cret' };
const currentURL = 'http://localhost/console/login?next=%2Fconsole%2Fapp';

describe('signing in', () => {
  it('asks Kibana’s route below the base path, and goes where the console says', async () => {
    const fetch = jest.fn<typeof globalThis.fetch>(async () =>
      Response.json({ location: '/console/app' }),
    );
    expect(await signIn({ basePath: '/console', currentURL, fetch }, credentials)).toEqual({
      outcome: 'signed_in',
      location: '/console/app',
    });
    const [url, request] = fetch.mock.calls[0] ?? [];
    expect(url).toBe('/console/internal/security/login');
    expect(JSON.parse(String(request?.body))).toMatchObject({
      providerType: 'basic',
      providerName: 'basic',
      currentURL,
      params: credentials,
    });
  });

  it.each([
    [401, /username or password is incorrect/i],
    [429, /too many attempts/i],
    [503, /elasticsearch does not answer/i],
    [400, /could not read/i],
    [500, /HTTP status 500/],
  ])('says what status %d means', async (status, message) => {
    const fetch = async () => Response.json({}, { status });
    expect(await signIn({ basePath: '', currentURL, fetch }, credentials)).toEqual({
      outcome: 'refused',
      message: expect.stringMatching(message),
    });
  });

  it.each([400, 429])('passes on what the console says of status %d', async (status) => {
    const fetch = async () => Response.json({ message: 'Try again in 8 seconds.' }, { status });
    expect(await signIn({ basePath: '', currentURL, fetch }, credentials)).toEqual({
      outcome: 'refused',
      message: 'Try again in 8 seconds.',
    });
  });

  it('says that the console is away', async () => {
    const fetch = async () => {
      throw new TypeError('Failed to fetch');
    };
    expect(await signIn({ basePath: '', currentURL, fetch }, credentials)).toEqual({
      outcome: 'refused',
      message: expect.stringContaining('console does not answer'),
    });
  });
});
