import { randomUUID } from 'node:crypto';
import { rememberKeysIn, rememberSecret } from './canary.ts';

const fromEnvironment = (name: string): string => {
  const value = process.env[name];
  if (value === undefined)
    throw new Error(
      `${name} is not set: run this suite by "npm run test:integration" or test:browser`,
    );
  return value;
};

/** The Elasticsearch node that all suites of a run share, and its superuser `elastic`. */
export const sharedElasticsearch = () => ({
  url: fromEnvironment('TEST_ELASTICSEARCH_URL'),
  password: fromEnvironment('TEST_ELASTICSEARCH_PASSWORD'),
});

export const basic = (username: string, password: string): string =>
  `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;

export const apiKey = (encoded: string): string => `ApiKey ${encoded}`;

export interface ElasticsearchAnswer {
  readonly status: number;
  // A test reads what it expects there, and fails where it is not.
  readonly body: Readonly<Record<string, unknown>>;
}

/** One request straight to Elasticsearch, with an `Authorization` header of the caller's. */
export async function askElasticsearch(
  authorization: string,
  method: string,
  path: string,
  body?: unknown,
  url = sharedElasticsearch().url,
): Promise<ElasticsearchAnswer> {
  const response = await fetch(new URL(path, url), {
    method,
    headers: { authorization, 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const json = await response.json();
  rememberKeysIn(json);
  return { status: response.status, body: json };
}

/** As the superuser; throws where Elasticsearch refuses, as a test's own preparation must not fail. */
export async function prepare(method: string, path: string, body?: unknown): Promise<void> {
  const authorization = basic('elastic', sharedElasticsearch().password);
  const answer = await askElasticsearch(authorization, method, path, body);
  if (answer.status >= 400)
    throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
}

export interface TestUser {
  readonly username: string;
  readonly password: string;
  /** For the `Authorization` header. */
  readonly authorization: string;
}

/** What a role of Elasticsearch's role API takes. */
export interface RoleBody {
  readonly cluster?: readonly string[];
  readonly indices?: readonly { readonly names: string[]; readonly privileges: string[] }[];
}

/** A new user with a role of its own, so that suites can run side by side. */
export async function createUser(role: RoleBody): Promise<TestUser> {
  const username = `user-${randomUUID()}`;
  const password = randomUUID();
  rememberSecret(`the password of ${username}`, password);
  await prepare('PUT', `/_security/role/${username}`, role);
  await prepare('PUT', `/_security/user/${username}`, { password, roles: [username] });
  return { username, password, authorization: basic(username, password) };
}
