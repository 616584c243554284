import { EuiSpacer } from '@elastic/eui';
import React from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { RoleDescriptors } from '../../common/role_descriptors.ts';
import { JsonField } from '../role_editor/json_field.tsx';
import { InheritsAllWarning } from './inherits_all_warning.tsx';
import type { JsonSection } from './key_form.ts';
import { SwitchSection } from './switch_section.tsx';

interface Props {
  readonly section: JsonSection;
  readonly errors: readonly string[];
  readonly readOnly: boolean;
  /** Whether the key is restricted before it is saved. */
  readonly wasOn: boolean;
  onChange(section: JsonSection): void;
  onErrors(errors: readonly string[]): void;
}

const EXAMPLE = {
  'books-read-only': { indices: [{ names: ['books'], privileges: ['read'] }] },
};

/** "Restrict privileges": the key's role descriptors, or none. */
export function PrivilegesSection(props: Props) {
  const { section, errors, readOnly, wasOn, onChange, onErrors } = props;
  const intl = useIntl();
  const change = (text: string) => onChange({ ...section, text });
  const empty = /^\s*\{\s*\}\s*$/.test(section.text);
  return (
    <SwitchSection
      label={intl.formatMessage({
        id: 'projectApiKeys.keyForm.restrict',
        defaultMessage: 'Restrict privileges',
      })}
      description={
        <FormattedMessage
          id="projectApiKeys.keyForm.restrictHelp"
          defaultMessage="By default the key can do all that you can. Give it only what it needs, by role descriptors. It never gets more than you have."
        />
      }
      on={section.on}
      disabled={readOnly}
      data-test-subj="apiKeyRestrictSwitch"
      onSwitch={(on) => onChange({ ...section, on })}
    >
      {!readOnly && (section.on ? empty : wasOn) && (
        <InheritsAllWarning
          {...(section.on && { onInsertExample: () => change(JSON.stringify(EXAMPLE, null, 2)) })}
        />
      )}
      {section.on && (
        <>
          <EuiSpacer size="m" />
          <JsonField
            label={intl.formatMessage({
              id: 'projectApiKeys.keyForm.roleDescriptors',
              defaultMessage: 'Role descriptors',
            })}
            codec={RoleDescriptors}
            value={section.text}
            errors={errors}
            readOnly={readOnly}
            testSubjects={{
              editor: 'apiKeyRoleDescriptorsEditor',
              format: 'apiKeyRoleDescriptorsFormat',
            }}
            onChange={change}
            onErrors={onErrors}
          />
        </>
      )}
    </SwitchSection>
  );
}
