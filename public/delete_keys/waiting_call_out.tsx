import { EuiCallOut, EuiSpacer } from '@elastic/eui';
import React, { useEffect, useReducer } from 'react';
import { useIntl } from 'react-intl';
import type { Phase } from './deletion.ts';
import { waitingTitle } from './sentences.ts';

/** Counts down to the next attempt, and says what went wrong with the last one. */
export function WaitingCallOut({ phase }: { readonly phase: Extract<Phase, { is: 'waiting' }> }) {
  const [passed, pass] = useReducer((seconds: number) => seconds + 1, 0);
  useEffect(() => {
    const timer = setInterval(pass, 1000);
    return () => clearInterval(timer);
  }, []);
  const seconds = Math.max(1, Math.ceil(phase.ms / 1000) - passed);
  return (
    <>
      <EuiCallOut
        size="s"
        color="warning"
        iconType="clock"
        title={waitingTitle(useIntl(), phase, seconds)}
      >
        <p style={{ overflowWrap: 'anywhere' }}>{phase.because.message}</p>
      </EuiCallOut>
      <EuiSpacer size="m" />
    </>
  );
}
