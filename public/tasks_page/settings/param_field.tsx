import { EuiFieldText, EuiFormRow, EuiSelect } from '@elastic/eui';
import React from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { ParamName } from './params.ts';

interface Props {
  readonly name: ParamName;
  readonly value: string;
  readonly problem: string | undefined;
  onChange(value: string): void;
}

/** One parameter of a task. */
export function ParamField({ name, value, problem, onChange }: Props) {
  const intl = useIntl();
  const isInvalid = problem !== undefined;
  const control = {
    isInvalid,
    value,
    'data-test-subj': `taskParam-${name}`,
    onChange: ({ target }: { readonly target: { readonly value: string } }) =>
      onChange(target.value),
  };
  return (
    <EuiFormRow label={LABELS[name]} helpText={HELP[name]} isInvalid={isInvalid} error={problem}>
      {name === 'owners' ? (
        <EuiSelect
          {...control}
          options={[
            {
              value: 'all',
              text: intl.formatMessage({
                id: 'projectApiKeys.taskParams.ownersAll',
                defaultMessage: 'All users',
              }),
            },
            {
              value: 'own',
              text: intl.formatMessage({
                id: 'projectApiKeys.taskParams.ownersOwn',
                defaultMessage: 'Only who turned it on',
              }),
            },
          ]}
        />
      ) : (
        <EuiFieldText
          {...control}
          autoComplete="off"
          {...(name === 'webhook_url' && { type: 'url', placeholder: 'https://' })}
        />
      )}
    </EuiFormRow>
  );
}

const LABELS: Readonly<Record<ParamName, React.ReactElement>> = {
  interval: (
    <FormattedMessage id="projectApiKeys.taskParams.interval" defaultMessage="Runs every" />
  ),
  older_than: (
    <FormattedMessage
      id="projectApiKeys.taskParams.olderThan"
      defaultMessage="Keys that expired more than this ago"
    />
  ),
  owners: <FormattedMessage id="projectApiKeys.taskParams.owners" defaultMessage="Keys of" />,
  before: (
    <FormattedMessage
      id="projectApiKeys.taskParams.before"
      defaultMessage="How long before a key expires"
    />
  ),
  webhook_url: (
    <FormattedMessage
      id="projectApiKeys.taskParams.webhookUrl"
      defaultMessage="Webhook (optional)"
    />
  ),
};

const HELP: Readonly<Record<ParamName, React.ReactElement | undefined>> = {
  interval: (
    <FormattedMessage
      id="projectApiKeys.taskParams.intervalHelp"
      defaultMessage="For example 1d, 12h or 30m; at least 10s."
    />
  ),
  older_than: (
    <FormattedMessage
      id="projectApiKeys.taskParams.olderThanHelp"
      defaultMessage="For example 7d or 12h."
    />
  ),
  owners: undefined,
  before: (
    <FormattedMessage
      id="projectApiKeys.taskParams.beforeHelp"
      defaultMessage="Each of these times a notice is sent once. For example 14d, 7d, 1d."
    />
  ),
  webhook_url: (
    <FormattedMessage
      id="projectApiKeys.taskParams.webhookUrlHelp"
      defaultMessage="Also sends each notice there. Its host must be allowed in the settings."
    />
  ),
};
