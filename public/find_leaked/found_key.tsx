import { EuiButton, EuiDescriptionList, EuiSpacer, EuiText } from '@elastic/eui';
import React from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { ApiKey } from '../../common/api_key.ts';
import type { Capabilities } from '../../common/http_api/capabilities.ts';
import { CreatedTime } from '../key_summary/created_time.tsx';
import { displayName } from '../key_summary/display_name.ts';
import { ForeignText } from '../key_summary/foreign_text.tsx';
import { KeyPrivileges } from '../key_summary/key_privileges.tsx';
import { KeyStatus } from '../key_summary/key_status.tsx';
import { KindBadge } from '../key_summary/kind_badge.tsx';
import { mayDelete, mayManage } from '../keys_page/permissions.ts';

interface Props {
  readonly apiKey: ApiKey;
  readonly capabilities: Capabilities;
  /** ms since epoch */
  readonly now: number;
  onDelete(key: ApiKey): void;
}

/** What there is to know of a leaked key, and the button that ends it. */
export function FoundKey({ apiKey, capabilities, now, onDelete }: Props) {
  const { formatMessage } = useIntl();
  return (
    <>
      <EuiSpacer size="m" />
      <EuiDescriptionList
        type="column"
        columnWidths={[1, 3]}
        listItems={[
          {
            title: formatMessage({ id: 'projectApiKeys.column.name', defaultMessage: 'Name' }),
            description: <ForeignText>{displayName(apiKey)}</ForeignText>,
          },
          {
            title: formatMessage({ id: 'projectApiKeys.column.kind', defaultMessage: 'Kind' }),
            description: <KindBadge kind={apiKey.kind} />,
          },
          {
            title: formatMessage({ id: 'projectApiKeys.column.owner', defaultMessage: 'Owner' }),
            description: (
              <FormattedMessage
                id="projectApiKeys.updateKey.ownerInRealm"
                defaultMessage="{username} (realm {realm})"
                values={{
                  username: <ForeignText>{apiKey.username}</ForeignText>,
                  realm: apiKey.realm,
                }}
              />
            ),
          },
          {
            title: formatMessage({
              id: 'projectApiKeys.column.created',
              defaultMessage: 'Created',
            }),
            description: <CreatedTime at={apiKey.creation} now={now} />,
          },
          {
            title: formatMessage({ id: 'projectApiKeys.column.status', defaultMessage: 'Status' }),
            description: <KeyStatus expiration={apiKey.expiration} now={now} />,
          },
          {
            title: formatMessage({
              id: 'projectApiKeys.column.privileges',
              defaultMessage: 'Privileges',
            }),
            description: <KeyPrivileges apiKey={apiKey} />,
          },
        ]}
      />
      <EuiSpacer size="m" />
      {mayDelete(capabilities, apiKey) ? (
        <EuiButton
          fill
          color="danger"
          iconType="trash"
          data-test-subj="apiKeysFindLeakedDelete"
          onClick={() => onDelete(apiKey)}
        >
          <FormattedMessage
            id="projectApiKeys.findLeaked.delete"
            defaultMessage="Delete this API key"
          />
        </EuiButton>
      ) : (
        <EuiText size="s">
          <p>
            {mayManage(capabilities) ? (
              <FormattedMessage
                id="projectApiKeys.findLeaked.mayNotDelete"
                defaultMessage="You cannot delete it, because it is another user’s: only its owner can, or someone with the cluster privilege manage_api_key."
              />
            ) : (
              <FormattedMessage
                id="projectApiKeys.findLeaked.mayDeleteNone"
                defaultMessage="You cannot delete it: that needs the cluster privilege manage_own_api_key for a key of your own, or manage_api_key."
              />
            )}
          </p>
        </EuiText>
      )}
    </>
  );
}
