import {
  EuiButtonEmpty,
  EuiFlexGroup,
  EuiFormRow,
  EuiText,
  useGeneratedHtmlId,
} from '@elastic/eui';
import type * as t from 'io-ts';
import React, { useRef, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { ForeignText } from '../key_summary/foreign_text.tsx';
import { checkJson } from './check_json.ts';
import { EditorBox } from './editor_box.tsx';
import type { Findings, Mark } from './editor_props.ts';
import { formatJson } from './format_json.ts';
import { problemLines } from './json_problem.ts';
import { useIndexNames } from './use_index_names.ts';

interface Props {
  readonly label: string;
  /** What the text has to be. */
  readonly codec: t.Mixed;
  /** Makes the editor complete and explain what it knows. */
  readonly schema?: 'role_descriptors';
  readonly value: string;
  readonly errors: readonly string[];
  /** Shown as warnings at their places, as long as the text has these. */
  readonly marks?: readonly Mark[];
  /** What Elasticsearch said against the text as it is; shown at the places that it names. */
  readonly refusal?: string;
  readonly readOnly: boolean;
  /** `data-test-subj` of the editor and of the button that formats. */
  readonly testSubjects: { readonly editor: string; readonly format: string };
  onChange(value: string): void;
  /** Hears, a moment after a change, what is wrong now. */
  onErrors(errors: readonly string[]): void;
}

const NO_MARKS: readonly Mark[] = [];

/** A JSON editor with its label, the list of its problems, and a button that formats. */
export function JsonField({
  codec,
  schema,
  errors,
  marks = NO_MARKS,
  testSubjects,
  onErrors,
  ...props
}: Props) {
  const intl = useIntl();
  const hintId = useGeneratedHtmlId();
  const hint = useRef<HTMLElement>(null);
  const [doubts, setDoubts] = useState<readonly string[]>([]);
  const indexNames = useIndexNames(schema !== undefined && !props.readOnly);
  const isInvalid = errors.length > 0;
  const onChecked = (found: Findings, text: string) => {
    onErrors(problemLines(text, found.problems, intl));
    setDoubts(problemLines(text, found.doubts, intl));
  };
  return (
    <>
      <EuiFormRow
        hasChildLabel={false}
        label={props.label}
        describedByIds={[hintId]}
        isInvalid={isInvalid}
        error={asForeignText(errors)}
        helpText={asForeignText(doubts)}
      >
        <EditorBox
          {...props}
          {...(schema !== undefined && { roleDescriptors: { indexNames } })}
          data-test-subj={testSubjects.editor}
          marks={marks}
          isInvalid={isInvalid}
          check={(text) => {
            const checked = checkJson(text, codec, intl);
            return checked.ok ? [] : checked.problems;
          }}
          onChecked={onChecked}
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
            style={{ flexShrink: 0 }}
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

const asForeignText = (lines: readonly string[]) =>
  lines.map((line) => <ForeignText key={line}>{line}</ForeignText>);
