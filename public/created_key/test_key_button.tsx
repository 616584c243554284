import { EuiButton, EuiSpacer, EuiText } from '@elastic/eui';
import React from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { ForeignText } from '../key_summary/foreign_text.tsx';
import { type FinishedTest, useTestKey } from './use_test_key.ts';

/** A button that uses the key once, and what Elasticsearch says to that. */
export function TestKeyButton({ encoded }: { readonly encoded: string }) {
  const { test, start } = useTestKey(encoded);
  return (
    <>
      <EuiButton
        color="text"
        data-test-subj="apiKeyTest"
        isLoading={test === 'running'}
        onClick={start}
      >
        <FormattedMessage id="projectApiKeys.createdKey.test" defaultMessage="Test this key" />
      </EuiButton>
      <div role="status">
        {test !== undefined && test !== 'running' && (
          <>
            <EuiSpacer size="s" />
            <TestResult test={test} />
          </>
        )}
      </div>
    </>
  );
}

function TestResult({ test }: { readonly test: FinishedTest }) {
  const works = test.is === 'done' && test.result.valid;
  return (
    <EuiText size="s" color={works ? 'success' : 'danger'} data-test-subj="apiKeyTestResult">
      <Outcome test={test} />
    </EuiText>
  );
}

function Outcome({ test }: { readonly test: FinishedTest }) {
  const intl = useIntl();
  if (test.is === 'failed')
    return (
      <FormattedMessage
        id="projectApiKeys.createdKey.testFailed"
        defaultMessage="The key could not be tested: {reason}"
        values={{ reason: test.reason }}
      />
    );
  const { result } = test;
  if (!result.valid)
    return (
      <FormattedMessage
        id="projectApiKeys.createdKey.testInvalid"
        defaultMessage="The key does not work. {reason}"
        values={{ reason: result.reason }}
      />
    );
  const username = <ForeignText>{result.username}</ForeignText>;
  if (result.expiration === undefined)
    return (
      <FormattedMessage
        id="projectApiKeys.createdKey.testValid"
        defaultMessage="The key works. It acts for {username} and does not expire."
        values={{ username }}
      />
    );
  return (
    <FormattedMessage
      id="projectApiKeys.createdKey.testValidUntil"
      defaultMessage="The key works. It acts for {username} until {date}."
      values={{
        username,
        date: intl.formatDate(result.expiration, { dateStyle: 'long', timeStyle: 'short' }),
      }}
    />
  );
}
