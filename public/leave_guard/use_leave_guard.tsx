import { EuiConfirmModal, useGeneratedHtmlId } from '@elastic/eui';
import React, { type ReactElement, useState } from 'react';
import { flushSync } from 'react-dom';
import { useBeforeUnload } from './use_before_unload.ts';

interface Guard {
  /** Whether leaving would lose something. */
  readonly active: boolean;
  readonly texts: {
    readonly title: string;
    readonly body: string;
    readonly leave: string;
    readonly stay: string;
  };
  onLeave(): void;
}

/**
 * `leave` leaves, after a question while the guard is active; `question` is to be rendered. Reloading
 * or closing the page asks too.
 */
export function useLeaveGuard({ active, texts, onLeave }: Guard): {
  leave(): void;
  readonly question: ReactElement | undefined;
} {
  const [asking, setAsking] = useState(false);
  const titleId = useGeneratedHtmlId();
  useBeforeUnload(active);
  return {
    leave: () => (active ? setAsking(true) : onLeave()),
    question: asking ? (
      <EuiConfirmModal
        aria-labelledby={titleId}
        title={texts.title}
        titleProps={{ id: titleId }}
        confirmButtonText={texts.leave}
        cancelButtonText={texts.stay}
        buttonColor="danger"
        defaultFocusedButton="cancel"
        onConfirm={() => {
          // The question gives the focus back before what it goes back to is gone.
          flushSync(() => setAsking(false));
          onLeave();
        }}
        onCancel={() => setAsking(false)}
      >
        {texts.body}
      </EuiConfirmModal>
    ) : undefined,
  };
}
