import { EuiButton, EuiCallOut, EuiSpacer, EuiText } from '@elastic/eui';
import { css } from '@emotion/react';
import { useQuery } from '@tanstack/react-query';
import React, { useEffect, useRef, useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { getKeyRoute } from '../../../common/http_api/get_key.ts';
import type { RoleDescriptors } from '../../../common/role_descriptors.ts';
import { useAppServices } from '../../app_services.ts';
import { tidyRoleDescriptors } from '../privileges/tidy_role_descriptors.ts';

/** "The owner's limits": what the key can do at most, on demand. */
export function OwnerLimits({ id }: { readonly id: string }) {
  const { api } = useAppServices();
  const [isWanted, setWanted] = useState(false);
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: ['limits', id],
    queryFn: ({ signal }) =>
      api.call(getKeyRoute, { params: { id }, query: { with_limited_by: 'true' }, signal }),
    enabled: isWanted,
    gcTime: 0,
  });
  if (data !== undefined) return <Limits limits={data.key.limited_by ?? []} />;
  return (
    <>
      {error !== null && (
        <>
          <EuiCallOut size="s" color="danger" title={error.message} />
          <EuiSpacer size="s" />
        </>
      )}
      <EuiButton
        size="s"
        color="text"
        isLoading={isFetching}
        data-test-subj="apiKeyShowOwnerLimits"
        onClick={() => (isWanted ? void refetch() : setWanted(true))}
      >
        <FormattedMessage
          id="projectApiKeys.updateKey.showOwnerLimits"
          defaultMessage="Show the owner’s limits"
        />
      </EuiButton>
    </>
  );
}

const scrolling = css`
  pre {
    max-block-size: 320px;
    overflow: auto;
    margin: 0;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
`;

function Limits({ limits }: { readonly limits: readonly RoleDescriptors[] }) {
  const text = useRef<HTMLPreElement>(null);
  // The button that asked for it is gone.
  useEffect(() => text.current?.focus(), []);
  return (
    <EuiText size="s" css={scrolling}>
      <p>
        <FormattedMessage
          id="projectApiKeys.updateKey.ownerLimits"
          defaultMessage="The owner’s privileges when the key was created or last saved. The key can do no more than these allow:"
        />
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard scrolls it */}
      <pre ref={text} tabIndex={0} data-test-subj="apiKeyOwnerLimits">
        {limits.map((each) => JSON.stringify(tidyRoleDescriptors(each), null, 2)).join('\n')}
      </pre>
    </EuiText>
  );
}
