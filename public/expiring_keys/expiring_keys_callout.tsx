import { EuiCallOut, EuiLink, EuiSpacer } from '@elastic/eui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import React from 'react';
import { FormattedMessage } from 'react-intl';
import type { Capabilities } from '../../common/http_api/capabilities.ts';
import { useKeyCount } from '../api/queries.ts';
import { INITIAL_STATE, serialisePageUrl } from '../page_url/page_url.ts';
import { useAppLink } from '../use_app_link.ts';

type User = Capabilities['user'];

/** Tells the signed-in user of own keys that expire within 14 days, until that is dismissed. */
export function ExpiringKeysCallout({ user }: { readonly user: User }) {
  const queryClient = useQueryClient();
  const { data: isDismissed } = useQuery({ ...DISMISSED, queryFn: () => false });
  if (isDismissed) return null;
  return <Note user={user} onDismiss={() => queryClient.setQueryData(DISMISSED.queryKey, true)} />;
}

/** Remembered as long as the page is not left. */
const DISMISSED = {
  queryKey: ['expiringKeysDismissed'],
  initialData: false,
  staleTime: Number.POSITIVE_INFINITY,
  gcTime: Number.POSITIVE_INFINITY,
};

function Note({ user, onDismiss }: { readonly user: User; onDismiss(): void }) {
  const linkTo = useAppLink();
  const own = { owners: [user.username], statuses: ['expiring_soon' as const] };
  const { data } = useKeyCount(own);
  if (data === undefined || data.count === 0) return null;
  return (
    <>
      <EuiCallOut
        size="s"
        color="warning"
        iconType="warning"
        data-test-subj="apiKeysExpiringSoon"
        title={
          <FormattedMessage
            id="projectApiKeys.expiringKeys.title"
            defaultMessage="{count, plural, one {# of your API keys expires} other {# of your API keys expire}} within 14 days. {show}"
            values={{
              count: data.count,
              show: (
                <EuiLink {...linkTo(serialisePageUrl({ ...INITIAL_STATE, ...own }))}>
                  <FormattedMessage
                    id="projectApiKeys.expiringKeys.show"
                    defaultMessage="Show {count, plural, one {it} other {them}}"
                    values={{ count: data.count }}
                  />
                </EuiLink>
              ),
            }}
          />
        }
        onDismiss={onDismiss}
      />
      <EuiSpacer size="m" />
    </>
  );
}
