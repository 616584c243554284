import { EuiSpacer } from '@elastic/eui';
import React from 'react';
import type { ApiKey } from '../../common/api_key.ts';
import { useCapabilities } from '../api/queries.ts';
import { ElasticsearchRequest } from '../elasticsearch_request.tsx';

/** What Elasticsearch is asked for these keys; who may not manage all has to say that they are theirs. */
export function DeleteRequest({ keys }: { readonly keys: readonly ApiKey[] }) {
  const { data: capabilities } = useCapabilities();
  const isOwn = capabilities?.can_manage_all === false;
  return (
    <>
      <EuiSpacer size="m" />
      <ElasticsearchRequest
        method="DELETE"
        path="/_security/api_key"
        body={() => ({ ids: keys.map(({ id }) => id), ...(isOwn && { owner: true }) })}
      />
    </>
  );
}
