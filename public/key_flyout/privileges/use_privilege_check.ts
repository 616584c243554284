import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { useIntl } from 'react-intl';
import { checkPrivilegesRoute } from '../../../common/http_api/check_privileges.ts';
import { RoleDescriptors } from '../../../common/role_descriptors.ts';
import { ApiError } from '../../api/api_error.ts';
import { useAppServices } from '../../app_services.ts';
import { checkJson } from '../../role_editor/check_json.ts';
import { useSettled } from '../../use_settled.ts';
import { type MissingPrivilege, missingPrivileges } from './missing_privileges.ts';

/** How long after the last change a text is asked about, in ms. */
const CHECK_DELAY = 400;
const CHECKS = ['privilege_checks'];

/** What the user holds of the privileges that role descriptors ask for. */
export type PrivilegeCheck =
  /** There is nothing to ask about. */
  | { readonly kind: 'idle' }
  | { readonly kind: 'waiting' }
  | {
      readonly kind: 'checked';
      readonly descriptors: RoleDescriptors;
      readonly missing: readonly MissingPrivilege[];
    }
  /** Elasticsearch would not take them, with its reason. */
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'unavailable' };

interface Checked {
  /** What the text says, once it is valid and has not changed for a while. */
  readonly descriptors: RoleDescriptors | undefined;
  readonly check: PrivilegeCheck;
}

/**
 * Asks which privileges of a text of role descriptors the user does not hold: once for each text that
 * is valid and stays for a moment, and not for `undefined`. The last answer stands until the next.
 */
export function usePrivilegeCheck(text: string | undefined): Checked {
  const { api } = useAppServices();
  const intl = useIntl();
  const settled = useSettled(text, CHECK_DELAY);
  const descriptors = useMemo(() => {
    if (settled === undefined) return undefined;
    const checked = checkJson(settled, RoleDescriptors, intl);
    return checked.ok ? checked.value : undefined;
  }, [settled, intl]);
  const hasRoles = descriptors !== undefined && Object.keys(descriptors).length > 0;
  // While something is typed there is no question: the one on its way is called off.
  const asked = hasRoles && settled === text ? descriptors : undefined;
  const { data, error } = useQuery({
    queryKey: [...CHECKS, asked ?? null],
    queryFn: async ({ signal }) => {
      const body = { role_descriptors: asked ?? {} };
      const { excess } = await api.call(checkPrivilegesRoute, { body, signal });
      return { descriptors: body.role_descriptors, missing: missingPrivileges(excess) };
    },
    enabled: asked !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
    placeholderData: keepPreviousData,
  });
  useForgetChecks();

  if (text === undefined) return { descriptors: undefined, check: { kind: 'idle' } };
  if (!hasRoles) return { descriptors, check: { kind: 'idle' } };
  if (data !== undefined) return { descriptors, check: { kind: 'checked', ...data } };
  return { descriptors, check: error === null ? { kind: 'waiting' } : failed(error) };
}

/** The server's own 400, as for too many privileges, says nothing against them. */
const failed = (error: Error): PrivilegeCheck =>
  error instanceof ApiError && error.statusCode === 400 && !/^\[request body/.test(error.message)
    ? { kind: 'refused', reason: error.message }
    : { kind: 'unavailable' };

/** Answers are as old as the form at most: what the user holds may change. */
function useForgetChecks(): void {
  const queryClient = useQueryClient();
  useEffect(() => () => queryClient.removeQueries({ queryKey: CHECKS }), [queryClient]);
}
