import { EuiModalBody } from '@elastic/eui';
import React, { type ReactNode } from 'react';

interface Props {
  /** The id of the dialog's title. */
  readonly titleId: string;
  readonly 'data-test-subj'?: string;
  readonly children: ReactNode;
}

/** A dialog's body whose text may be long: the keyboard reaches it, and so can scroll it. */
export function ReadableBody({ titleId, children, ...rest }: Props) {
  return (
    <EuiModalBody>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: EUI's scrolling element takes no focus */}
      <section tabIndex={0} aria-labelledby={titleId} {...rest}>
        {children}
      </section>
    </EuiModalBody>
  );
}
