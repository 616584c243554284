import { EuiSpacer } from '@elastic/eui';
import React from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Metadata } from '../../../common/metadata.ts';
import { JsonField } from '../../role_editor/json_field.tsx';
import type { JsonSection } from './key_form.ts';
import { SwitchSection } from './switch_section.tsx';

interface Props {
  readonly section: JsonSection;
  readonly errors: readonly string[];
  readonly readOnly: boolean;
  onChange(section: JsonSection): void;
  onErrors(errors: readonly string[]): void;
}

/** "Include metadata": a JSON object of the owner's own. */
export function MetadataSection({ section, errors, readOnly, onChange, onErrors }: Props) {
  const intl = useIntl();
  return (
    <SwitchSection
      label={intl.formatMessage({
        id: 'projectApiKeys.keyForm.includeMetadata',
        defaultMessage: 'Include metadata',
      })}
      description={
        <FormattedMessage
          id="projectApiKeys.keyForm.includeMetadataHelp"
          defaultMessage="Notes for people and programs, such as a team or an environment. Keys can be found by them."
        />
      }
      on={section.on}
      disabled={readOnly}
      data-test-subj="apiKeyMetadataSwitch"
      onSwitch={(on) => onChange({ ...section, on })}
    >
      {section.on && (
        <>
          <EuiSpacer size="m" />
          <JsonField
            label={intl.formatMessage({
              id: 'projectApiKeys.keyForm.metadata',
              defaultMessage: 'Metadata',
            })}
            codec={Metadata}
            value={section.text}
            errors={errors}
            readOnly={readOnly}
            testSubjects={{ editor: 'apiKeyMetadataEditor', format: 'apiKeyMetadataFormat' }}
            onChange={(text) => onChange({ ...section, text })}
            onErrors={onErrors}
          />
        </>
      )}
    </SwitchSection>
  );
}
