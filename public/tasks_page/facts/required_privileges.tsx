import React from 'react';
import { FormattedList, FormattedMessage } from 'react-intl';
import type { Capabilities } from '../../../common/http_api/capabilities.ts';
import type { Task } from '../../../common/http_api/tasks.ts';
import { isAlwaysOn } from '../task_states.ts';
import { lackedPrivileges } from './lacked_privileges.ts';

interface Props {
  readonly task: Pick<Task, 'enabled' | 'required_privileges'>;
  readonly capabilities: Capabilities;
}

/** What a task's key may do, and nothing else; and whether the reader may grant that. */
export function RequiredPrivileges({ task, capabilities }: Props) {
  const { cluster, index = [] } = task.required_privileges;
  const lacked = lackedPrivileges(cluster, capabilities);
  if (isAlwaysOn(task))
    return <FormattedMessage id="projectApiKeys.tasks.noPrivileges" defaultMessage="None" />;
  return (
    <>
      {cluster.length > 0 && (
        <div>
          <FormattedMessage
            id="projectApiKeys.keyPrivileges.onCluster"
            defaultMessage="{privileges} on the cluster"
            values={{ privileges: <Names of={cluster} /> }}
          />
        </div>
      )}
      {index.map(({ names, privileges }) => (
        <div key={JSON.stringify([names, privileges])}>
          <FormattedMessage
            id="projectApiKeys.tasks.onIndices"
            defaultMessage="{privileges} on {names}"
            values={{ privileges: <Names of={privileges} />, names: <Names of={names} /> }}
          />
        </div>
      ))}
      {!task.enabled && (
        <div>
          <FormattedMessage
            id="projectApiKeys.tasks.grantedOnEnabling"
            defaultMessage="Turning it on grants a managed key with just these, which you must have yourself."
          />
        </div>
      )}
      {lacked.length > 0 && (
        <strong>
          <FormattedMessage
            id="projectApiKeys.tasks.lacked"
            defaultMessage="You do not have {privileges}."
            values={{ privileges: <Names of={lacked} /> }}
          />
        </strong>
      )}
    </>
  );
}

const Names = ({ of }: { readonly of: readonly string[] }) => (
  <FormattedList type="conjunction" value={of.map((name) => <code key={name}>{name}</code>)} />
);
