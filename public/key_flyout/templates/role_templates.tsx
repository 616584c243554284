import {
  EuiButtonEmpty,
  EuiFlexGroup,
  EuiFlexItem,
  EuiFormRow,
  EuiSelect,
  EuiSpacer,
} from '@elastic/eui';
import React, { useRef, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { JsonSection } from '../form/key_form.ts';
import { ExistingKeyField } from './existing_key_field.tsx';
import { ROLE_TEMPLATES, templateText } from './templates.ts';

interface Props {
  readonly section: JsonSection;
  onChange(section: JsonSection): void;
}

const NONE = '';
const EXISTING = 'existing';

/** Puts role descriptors to begin with into the editor, in the place of what is there. */
export function RoleTemplates({ section, onChange }: Props) {
  const intl = useIntl();
  const [isFromKey, setIsFromKey] = useState(false);
  const [inserted, setInserted] = useState<{ text: string; before: JsonSection }>();
  const select = useRef<HTMLSelectElement>(null);

  const insert = (descriptors: object) => {
    const text = templateText(descriptors);
    setInserted({ text, before: section });
    onChange({ on: true, text });
  };
  const choose = (id: string) => {
    setIsFromKey(id === EXISTING);
    const template = ROLE_TEMPLATES.find((each) => each.id === id);
    if (template !== undefined) insert(template.descriptors);
  };
  const undo = (before: JsonSection) => {
    onChange(before);
    // The button goes.
    select.current?.focus();
  };
  const isAsInserted = section.on && section.text === inserted?.text;
  return (
    <>
      <EuiSpacer size="m" />
      <EuiFlexGroup gutterSize="s" alignItems="flexEnd" responsive={false}>
        <EuiFlexItem>
          <EuiFormRow
            label={
              <FormattedMessage
                id="projectApiKeys.roleTemplate.label"
                defaultMessage="Start from a template"
              />
            }
          >
            <EuiSelect
              compressed
              inputRef={select}
              data-test-subj="apiKeyRoleTemplate"
              options={[
                {
                  value: NONE,
                  text: intl.formatMessage({
                    id: 'projectApiKeys.roleTemplate.choose',
                    defaultMessage: 'Choose a template…',
                  }),
                },
                ...ROLE_TEMPLATES.map(({ id, label }) => ({
                  value: id,
                  text: intl.formatMessage(label),
                })),
                {
                  value: EXISTING,
                  text: intl.formatMessage({
                    id: 'projectApiKeys.roleTemplate.existing',
                    defaultMessage: 'From an existing key…',
                  }),
                },
              ]}
              value={isFromKey ? EXISTING : templateIn(section)}
              onChange={({ target }) => choose(target.value)}
            />
          </EuiFormRow>
        </EuiFlexItem>
        {isAsInserted && (
          <EuiFlexItem grow={false}>
            <EuiButtonEmpty
              size="s"
              data-test-subj="apiKeyRoleTemplateUndo"
              onClick={() => undo(inserted.before)}
            >
              <FormattedMessage id="projectApiKeys.roleTemplate.undo" defaultMessage="Undo" />
            </EuiButtonEmpty>
          </EuiFlexItem>
        )}
      </EuiFlexGroup>
      {isFromKey && <ExistingKeyField onChoose={insert} />}
    </>
  );
}

/** The template whose text stands in the editor as it was inserted. */
const templateIn = ({ on, text }: JsonSection): string =>
  (on && ROLE_TEMPLATES.find(({ descriptors }) => templateText(descriptors) === text)?.id) || NONE;
