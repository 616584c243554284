import { EuiButton, EuiButtonEmpty, EuiCallOut, EuiFlexGroup, EuiSpacer } from '@elastic/eui';
import React from 'react';
import { FormattedMessage } from 'react-intl';
import type { ChangeableFields } from '../form/key_form.ts';
import { changedFields } from './changed_fields.ts';

interface Props {
  /** What the form was filled from. */
  readonly before: ChangeableFields;
  readonly theirs: ChangeableFields;
  /** Shows their version in the form. */
  onLoad(): void;
  /** Saves the reader's version over theirs. */
  onOverwrite(): void;
}

/** The key was changed in another window, or by a program of the owner's, while this form was open. */
export function ChangedMeanwhileNote({ before, theirs, onLoad, onOverwrite }: Props) {
  const [field, more] = changedFields(before, theirs);
  return (
    <>
      <EuiCallOut
        color="warning"
        iconType="warning"
        data-test-subj="apiKeyChangedMeanwhile"
        data-form-failure
        tabIndex={-1}
        title={
          <FormattedMessage
            id="projectApiKeys.updateKey.changedMeanwhile"
            defaultMessage="This key was changed elsewhere while you had it open"
          />
        }
      >
        <p>
          <FormattedMessage
            id="projectApiKeys.updateKey.changedMeanwhileBody"
            defaultMessage="Nothing was saved yet. {what, select, role_descriptors {Its privileges are} metadata {Its metadata is} other {Its privileges and its metadata are}} no longer what you began with. Show the new version in the place of what you have entered, or save what you have changed over it."
            values={{ what: more === undefined ? field : 'both' }}
          />
        </p>
        <EuiFlexGroup gutterSize="s" responsive={false} wrap>
          <EuiButton
            size="s"
            color="warning"
            data-test-subj="apiKeyLoadNewVersion"
            onClick={onLoad}
          >
            <FormattedMessage
              id="projectApiKeys.updateKey.loadTheirs"
              defaultMessage="Show the new version"
            />
          </EuiButton>
          <EuiButtonEmpty
            size="s"
            color="warning"
            data-test-subj="apiKeyOverwrite"
            onClick={onOverwrite}
          >
            <FormattedMessage
              id="projectApiKeys.updateKey.overwrite"
              defaultMessage="Save mine over it"
            />
          </EuiButtonEmpty>
        </EuiFlexGroup>
      </EuiCallOut>
      <EuiSpacer size="l" />
    </>
  );
}
