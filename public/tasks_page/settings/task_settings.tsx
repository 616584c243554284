import { EuiButton, EuiFlexGroup, EuiFlexItem, EuiForm, EuiSpacer, EuiText } from '@elastic/eui';
import React, { type FormEvent, useId, useRef } from 'react';
import { FormattedMessage } from 'react-intl';
import type { Task } from '../../../common/http_api/tasks.ts';
import { DISABLED_KEEPING_FOCUS } from '../../keeping_focus.ts';
import { useFocusOnRejection } from '../../key_flyout/form/use_focus_on_rejection.ts';
import { ParamField } from './param_field.tsx';
import type { ParamProblems } from './param_problems.ts';
import { isChanged, type ParamTexts, paramsOf, paramText } from './params.ts';

interface Props {
  readonly task: Task;
  readonly typed: ParamTexts;
  readonly problems: ParamProblems;
  readonly isSaving: boolean;
  /** Changes each time that what was typed is refused. */
  readonly rejections: number;
  onType(typed: ParamTexts): void;
  onSave(): void;
}

/** The form for a task's parameters. */
export function TaskSettings(props: Props) {
  const { task, typed, problems, isSaving, rejections, onType, onSave } = props;
  const noteId = useId();
  const form = useRef<HTMLElement>(null);
  useFocusOnRejection(form, rejections);
  const canSave = isChanged(task, typed) && !isSaving;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (canSave) onSave();
  };
  return (
    // Without the browser's own checks: the server says what is wrong, in one way for all fields.
    <EuiForm component="form" ref={form} noValidate onSubmit={submit}>
      <EuiFlexGroup gutterSize="l" wrap>
        {paramsOf(task).map((name) => (
          <EuiFlexItem key={name} grow={false} style={{ width: '18em', maxWidth: '100%' }}>
            <ParamField
              name={name}
              value={typed[name] ?? paramText(task.params[name])}
              problem={problems[name]}
              onChange={(text) => onType({ ...typed, [name]: text })}
            />
          </EuiFlexItem>
        ))}
      </EuiFlexGroup>
      <EuiSpacer size="m" />
      {task.enabled && (
        <EuiText size="xs" id={noteId}>
          <p>
            <FormattedMessage
              id="projectApiKeys.taskParams.newKey"
              defaultMessage="Saving grants the task a new key, so that it runs as you from then on."
            />
          </p>
        </EuiText>
      )}
      <EuiSpacer size="s" />
      <EuiButton
        size="s"
        type="submit"
        {...(!canSave && DISABLED_KEEPING_FOCUS)}
        {...(task.enabled && { 'aria-describedby': noteId })}
        data-test-subj={`taskSave-${task.id}`}
      >
        {isSaving ? (
          <FormattedMessage id="projectApiKeys.taskParams.saving" defaultMessage="Saving…" />
        ) : (
          <FormattedMessage id="projectApiKeys.taskParams.save" defaultMessage="Save settings" />
        )}
      </EuiButton>
    </EuiForm>
  );
}
