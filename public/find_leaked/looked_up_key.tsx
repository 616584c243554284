import { EuiButton, EuiSpacer, EuiText } from '@elastic/eui';
import React from 'react';
import { FormattedMessage } from 'react-intl';
import { type ApiKey, statusAt } from '../../common/api_key.ts';
import type { Capabilities } from '../../common/http_api/capabilities.ts';
import type { ApiError } from '../api/api_error.ts';
import { useKey } from '../api/queries.ts';
import { displayName } from '../key_summary/display_name.ts';
import { ForeignText } from '../key_summary/foreign_text.tsx';
import { useNow } from '../key_summary/use_now.ts';
import { FoundKey } from './found_key.tsx';

interface Props {
  readonly id: string;
  readonly capabilities: Capabilities;
  onDelete(key: ApiKey): void;
}

/** Looks the key up and says what became of it; it can be deleted on the spot. */
export function LookedUpKey({ id, capabilities, onDelete }: Props) {
  const { data, error, isFetching, refetch } = useKey(id);
  // A key that was read stays, also when reading it again fails – unless it is gone by then.
  const isGone = (error as ApiError | null)?.statusCode === 404;
  const apiKey = isGone ? undefined : data;
  const now = useNow([apiKey?.expiration]);
  return (
    <div data-test-subj="apiKeysFindLeakedResult">
      <EuiText size="s" role="status">
        <p>{verdict()}</p>
      </EuiText>
      {apiKey !== undefined && (
        <FoundKey apiKey={apiKey} capabilities={capabilities} now={now} onDelete={onDelete} />
      )}
      {apiKey === undefined && error !== null && !isGone && (
        <>
          <EuiSpacer size="m" />
          <EuiButton isLoading={isFetching} onClick={() => void refetch()}>
            <FormattedMessage id="projectApiKeys.findLeaked.retry" defaultMessage="Try again" />
          </EuiButton>
        </>
      )}
    </div>
  );

  function verdict() {
    const idText = <ForeignText>{id}</ForeignText>;
    if (isGone)
      return (
        <FormattedMessage
          id="projectApiKeys.findLeaked.notFound"
          defaultMessage="There is no key with the id {id} that you can see: it was deleted already, or it is another cluster’s or another owner’s."
          values={{ id: idText }}
        />
      );
    if (apiKey !== undefined) {
      const name = <ForeignText>{displayName(apiKey)}</ForeignText>;
      return statusAt(apiKey.expiration, now) === 'expired' ? (
        <FormattedMessage
          id="projectApiKeys.findLeaked.foundExpired"
          defaultMessage="This is the key “{name}”. It has expired and no longer works."
          values={{ name }}
        />
      ) : (
        <FormattedMessage
          id="projectApiKeys.findLeaked.found"
          defaultMessage="This is the key “{name}”. Whoever has it can use it."
          values={{ name }}
        />
      );
    }
    if (error !== null)
      return (
        <FormattedMessage
          id="projectApiKeys.findLeaked.failed"
          defaultMessage="The key with the id {id} could not be looked up: {reason}"
          values={{ id: idText, reason: error.message }}
        />
      );
    return (
      <FormattedMessage
        id="projectApiKeys.findLeaked.looking"
        defaultMessage="Looking up the key with the id {id}…"
        values={{ id: idText }}
      />
    );
  }
}
