import { EuiDescriptionList, EuiSpacer } from '@elastic/eui';
import React from 'react';
import { FormattedMessage } from 'react-intl';
import type { ApiKey } from '../../../common/api_key.ts';
import { ForProgramsNote } from '../../created_key/for_programs_note.tsx';
import { CreatedTime } from '../../key_summary/created_time.tsx';
import { ForeignText } from '../../key_summary/foreign_text.tsx';
import { KeyStatus } from '../../key_summary/key_status.tsx';
import { KindBadge } from '../../key_summary/kind_badge.tsx';
import { useKeyUsage } from '../../task_of_key/use_key_usage.tsx';

interface Props {
  readonly apiKey: ApiKey;
  /** ms since epoch */
  readonly now: number;
}

/** What of a key never changes, its status, and what it is for. */
export function KeyOverview({ apiKey, now }: Props) {
  const usage = useKeyUsage(apiKey, now);
  return (
    <>
      <EuiDescriptionList
        type="column"
        data-test-subj="apiKeyOverview"
        columnWidths={[1, 3]}
        listItems={[
          {
            title: <FormattedMessage id="projectApiKeys.updateKey.id" defaultMessage="ID" />,
            description: <code>{apiKey.id}</code>,
          },
          {
            title: <FormattedMessage id="projectApiKeys.updateKey.kind" defaultMessage="Kind" />,
            description: <KindBadge kind={apiKey.kind} />,
          },
          {
            title: <FormattedMessage id="projectApiKeys.updateKey.owner" defaultMessage="Owner" />,
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
            title: (
              <FormattedMessage id="projectApiKeys.updateKey.created" defaultMessage="Created" />
            ),
            description: <CreatedTime at={apiKey.creation} now={now} />,
          },
          {
            title: (
              <FormattedMessage id="projectApiKeys.updateKey.status" defaultMessage="Status" />
            ),
            description: <KeyStatus expiration={apiKey.expiration} now={now} />,
          },
          ...usage,
        ]}
      />
      <EuiSpacer size="m" />
      <ForProgramsNote />
    </>
  );
}
