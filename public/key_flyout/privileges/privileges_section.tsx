import { EuiSpacer } from '@elastic/eui';
import React, { useMemo } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { RoleDescriptors } from '../../../common/role_descriptors.ts';
import { JsonField } from '../../role_editor/json_field.tsx';
import { reasonLines } from '../../role_editor/locate_reason.ts';
import type { JsonSection } from '../form/key_form.ts';
import { SwitchSection } from '../form/switch_section.tsx';
import { RoleTemplates } from '../templates/role_templates.tsx';
import { boundlessPrivileges } from './boundless_privileges.ts';
import { EffectivePrivileges } from './effective_privileges.tsx';
import type { MissingPrivilege } from './missing_privileges.ts';
import { missingSentence } from './missing_sentence.ts';
import { PrivilegeWarning } from './privilege_warning.tsx';
import { usePrivilegeCheck } from './use_privilege_check.ts';

interface Props {
  readonly section: JsonSection;
  readonly errors: readonly string[];
  readonly readOnly: boolean;
  /** Whether the key is restricted before it is saved. */
  readonly wasOn: boolean;
  onChange(section: JsonSection): void;
  onErrors(errors: readonly string[]): void;
}

const NONE: readonly MissingPrivilege[] = [];

/** "Restrict privileges": the key's role descriptors, or none. */
export function PrivilegesSection(props: Props) {
  const { section, errors, readOnly, wasOn, onChange, onErrors } = props;
  const intl = useIntl();
  const { descriptors, check } = usePrivilegeCheck(
    section.on && !readOnly ? section.text : undefined,
  );
  const boundless = useMemo(() => boundlessPrivileges(descriptors ?? {}), [descriptors]);
  const missing = check.kind === 'checked' ? check.missing : NONE;
  const refused = check.kind === 'refused' ? reasonLines(section.text, check.reason, intl) : [];
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
      {!readOnly && <RoleTemplates section={section} onChange={onChange} />}
      {section.on && (
        <>
          <EuiSpacer size="m" />
          <JsonField
            label={intl.formatMessage({
              id: 'projectApiKeys.keyForm.roleDescriptors',
              defaultMessage: 'Role descriptors',
            })}
            codec={RoleDescriptors}
            schema="role_descriptors"
            value={section.text}
            errors={errors.length > 0 ? errors : refused}
            {...(check.kind === 'refused' && { refusal: check.reason })}
            marks={missing.map((each) => ({
              path: each.path,
              message: missingSentence(each, intl),
            }))}
            readOnly={readOnly}
            testSubjects={{
              editor: 'apiKeyRoleDescriptorsEditor',
              format: 'apiKeyRoleDescriptorsFormat',
            }}
            onChange={(text) => onChange({ ...section, text })}
            onErrors={onErrors}
          />
        </>
      )}
      {/* Below the editor, which must not move while somebody types. */}
      {!readOnly && (
        <PrivilegeWarning
          inherits={inheritance(section, wasOn)}
          boundless={boundless}
          missing={missing}
        />
      )}
      <EffectivePrivileges check={check} />
    </SwitchSection>
  );
}

function inheritance({ on, text }: JsonSection, wasOn: boolean) {
  if (!on) return wasOn ? 'by_saving' : undefined;
  return /^\s*\{\s*\}\s*$/.test(text) ? 'as_it_stands' : undefined;
}
