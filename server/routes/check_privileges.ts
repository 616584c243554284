import { problemText } from '../../common/decode.ts';
import { checkPrivilegesRoute } from '../../common/http_api/check_privileges.ts';
import { READS_ONLY } from '../audit/route_audit.ts';
import { excessPrivileges } from '../elasticsearch/excess_privileges.ts';
import { answersTo, privilegeChecks } from '../elasticsearch/privilege_checks.ts';
import type { Router } from '../kibana.ts';
import { defineRoute } from './define_route.ts';
import { RequestError } from './request_error.ts';

/** Elasticsearch needs about a second for as many index names. */
const MOST_ANSWERS = 5000;

/** `POST /_check_privileges`; a privilege that Elasticsearch does not know is its 400. */
export const defineCheckPrivilegesRoute = (router: Router): void =>
  defineRoute(router, checkPrivilegesRoute, {
    audit: READS_ONLY,
    async answer({ elasticsearch, body: { role_descriptors }, signal }) {
      const checks = privilegeChecks(role_descriptors);
      const count = answersTo(checks);
      if (count > MOST_ANSWERS) throw tooMany(count);
      return { excess: await excessPrivileges(elasticsearch, checks, signal) };
    },
  });

const tooMany = (count: number): RequestError =>
  new RequestError(
    400,
    problemText('request body', {
      path: ['role_descriptors'],
      expected: `at most ${MOST_ANSWERS} privileges, each counted once for every index name or resource`,
      got: String(count),
    }),
  );
