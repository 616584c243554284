import { EuiCallOut, EuiSpacer } from '@elastic/eui';
import React, { type ReactNode } from 'react';
import { ForeignText } from '../../key_summary/foreign_text.tsx';
import type { RequestFailure } from './request_failure.ts';

interface Props {
  readonly failure: RequestFailure | undefined;
  readonly title: ReactNode;
  /** What to do where nobody knows whether it has happened. */
  readonly ifUnanswered: ReactNode;
}

/** Why a form was not taken, where that belongs to no field. */
export function FormFailure({ failure, title, ifUnanswered }: Props) {
  if (failure === undefined || failure.kind === 'changed') return null;
  return (
    <>
      <EuiCallOut
        color="danger"
        title={title}
        data-test-subj="apiKeyFormErrors"
        data-form-failure
        tabIndex={-1}
      >
        <p>
          <ForeignText>{failure.message}</ForeignText>
        </p>
        {failure.kind === 'unanswered' && <p>{ifUnanswered}</p>}
      </EuiCallOut>
      <EuiSpacer size="l" />
    </>
  );
}
