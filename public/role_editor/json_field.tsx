import {
  EuiButtonEmpty,
  EuiFlexGroup,
  EuiFormRow,
  EuiText,
  useGeneratedHtmlId,
} from '@elastic/eui';
import type * as t from 'io-ts';
import React, { useRef } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { ForeignText } from '../key_summary/foreign_text.tsx';
import { checkJson } from './check_json.ts';
import { EditorBox } from './editor_box.tsx';
import { formatJson } from './format_json.ts';
import { problemLines } from './json_problem.ts';

interface Props {
  readonly label: string;
  /** What the text has to be. */
  readonly codec: t.Mixed;
  readonly value: string;
  readonly errors: readonly string[];
  readonly readOnly: boolean;
  /** `data-test-subj` of the editor and of the button that formats. */
  readonly testSubjects: { readonly editor: string; readonly format: string };
  onChange(value: string): void;
  /** Hears, a moment after a change, what is wrong now. */
  onErrors(errors: readonly string[]): void;
}

/** A JSON editor with its label, the list of its problems, and a button that formats. */
export function JsonField({ codec, errors, testSubjects, onErrors, ...props }: Props) {
  const intl = useIntl();
  const hintId = useGeneratedHtmlId();
  const hint = useRef<HTMLElement>(null);
  const isInvalid = errors.length > 0;
  return (
    <>
      <EuiFormRow
        hasChildLabel={false}
        label={props.label}
        describedByIds={[hintId]}
        isInvalid={isInvalid}
        error={errors.map((error) => <ForeignText key={error}>{error}</ForeignText>)}
      >
        <EditorBox
          {...props}
          data-test-subj={testSubjects.editor}
          isInvalid={isInvalid}
          check={(text) => {
            const checked = checkJson(text, codec, intl);
            return checked.ok ? [] : checked.problems;
          }}
          onChecked={(problems, text) => onErrors(problemLines(text, problems, intl))}
          onLeave={() => hint.current?.focus()}
        />
      </EuiFormRow>
      <EuiFlexGroup
        alignItems="center"
        justifyContent="spaceBetween"
        gutterSize="s"
        responsive={false}
      >
        <EuiText size="xs" color="subdued">
          <span ref={hint} id={hintId} tabIndex={-1}>
            <FormattedMessage
              id="projectApiKeys.json.leaveHint"
              defaultMessage="Press Escape, then Tab to leave the editor."
            />
          </span>
        </EuiText>
        {!props.readOnly && (
          <EuiButtonEmpty
            size="xs"
            iconType="code"
            data-test-subj={testSubjects.format}
            onClick={() => props.onChange(formatJson(props.value))}
          >
            <FormattedMessage id="projectApiKeys.json.format" defaultMessage="Format" />
          </EuiButtonEmpty>
        )}
      </EuiFlexGroup>
    </>
  );
}
