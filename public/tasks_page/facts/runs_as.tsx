import { EuiHealth, EuiLink } from '@elastic/eui';
import React from 'react';
import { FormattedMessage } from 'react-intl';
import type { Task } from '../../../common/http_api/tasks.ts';
import { displayName } from '../../key_summary/display_name.ts';
import { ForeignText } from '../../key_summary/foreign_text.tsx';
import { KeyStatus } from '../../key_summary/key_status.tsx';
import { INITIAL_STATE, serialisePageUrl } from '../../page_url/page_url.ts';
import { useAppLink } from '../../use_app_link.ts';
import { isAlwaysOn } from '../task_states.ts';

interface Props {
  readonly task: Task;
  /** ms since epoch */
  readonly now: number;
}

/** On whose behalf and with which key a task runs. */
export function RunsAs({ task, now }: Props) {
  if (task.key !== undefined) return <WithKey taskKey={task.key} now={now} />;
  if (isAlwaysOn(task))
    return (
      <FormattedMessage
        id="projectApiKeys.tasks.needsNoKey"
        defaultMessage="The user of the server itself, without a key"
      />
    );
  return (
    <FormattedMessage
      id="projectApiKeys.tasks.noKey"
      defaultMessage="Nobody now. It will be whoever turns it on, with a key that is granted then."
    />
  );
}

function WithKey({ taskKey: key, now }: { taskKey: NonNullable<Task['key']>; now: number }) {
  const linkTo = useAppLink();
  const name = <ForeignText>{displayName(key)}</ForeignText>;
  const isDeleted = key.status === 'deleted';
  return (
    <>
      <FormattedMessage
        id="projectApiKeys.tasks.withKey"
        defaultMessage="{username}, with the managed key {key}"
        values={{
          username: <ForeignText>{key.username}</ForeignText>,
          key: isDeleted ? (
            name
          ) : (
            <EuiLink
              {...linkTo(serialisePageUrl({ ...INITIAL_STATE, open: { what: 'key', id: key.id } }))}
            >
              {name}
            </EuiLink>
          ),
        }}
      />{' '}
      {isDeleted ? (
        <EuiHealth color="danger" style={{ verticalAlign: 'middle' }}>
          <FormattedMessage id="projectApiKeys.tasks.keyDeleted" defaultMessage="Deleted" />
        </EuiHealth>
      ) : (
        <KeyStatus expiration={key.expiration} now={now} />
      )}
    </>
  );
}
