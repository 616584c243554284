import type { CoreSetup, RouteValidator } from '../../server/index.ts';

const anything: RouteValidator<unknown> = (input, { ok }) => ok(input);

/**
 * Registers `GET /api/echo/{id}` and `POST /api/echo`, which answer what reached them and tell each
 * body to `seen`.
 */
export const echoRoutes =
  (seen: (body: unknown) => void = () => {}) =>
  ({ http }: CoreSetup): void => {
    const router = http.createRouter();
    const open = {
      options: { access: 'public' },
      security: { authz: { enabled: false, reason: 'a test' } },
    } as const;
    const validate = { params: anything, query: anything };
    router.get(
      { ...open, path: '/api/echo/{id}', validate },
      async (_context, { params, query }, response) => response.ok({ body: { params, query } }),
    );
    router.post(
      { ...open, path: '/api/echo', validate: { ...validate, body: anything } },
      async (_context, { body }, response) => {
        seen(body);
        return response.ok({ body: { body } });
      },
    );
  };

/** The headers of a program that posts JSON. */
export const PROGRAM = {
  authorization: 'Basic YWRhOnNlY3JldA==',
  'kbn-xsrf': 'x',
  'content-type': 'application/json',
};
