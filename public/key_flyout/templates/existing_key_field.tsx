import { EuiComboBox, type EuiComboBoxOptionOption, EuiFormRow, EuiSpacer } from '@elastic/eui';
import React, { useState } from 'react';
import { FormattedMessage, type IntlShape, useIntl } from 'react-intl';
import type { ApiKey } from '../../../common/api_key.ts';
import { MAX_SEARCH_LENGTH } from '../../../common/key_filter.ts';
import { useKeyPage } from '../../api/queries.ts';
import { displayName } from '../../key_summary/display_name.ts';
import { useSettled } from '../../use_settled.ts';
import { tidyRoleDescriptors } from '../privileges/tidy_role_descriptors.ts';

interface Props {
  /** Gets the role descriptors of the key that was chosen. */
  onChoose(descriptors: object): void;
}

const SEARCH_DELAY = 250;
const SHOWN = 20;

/** Finds a key by its name, to take over its role descriptors. */
export function ExistingKeyField({ onChoose }: Props) {
  const intl = useIntl();
  const [search, setSearch] = useState('');
  const [chosen, setChosen] = useState<ApiKey>();
  const { data, error, isFetching } = useKeyPage({
    search: useSettled(search, SEARCH_DELAY).slice(0, MAX_SEARCH_LENGTH),
    kinds: ['personal', 'managed'],
    size: SHOWN,
  });
  const label = intl.formatMessage({
    id: 'projectApiKeys.roleTemplate.existingKey',
    defaultMessage: 'Key to take the privileges from',
  });
  return (
    <>
      <EuiSpacer size="m" />
      <EuiFormRow
        label={label}
        helpText={
          <FormattedMessage
            id="projectApiKeys.roleTemplate.existingKeyHelp"
            defaultMessage="Keys without role descriptors have none to give."
          />
        }
        isInvalid={error !== null}
        error={error?.message}
      >
        <EuiComboBox<ApiKey>
          async
          fullWidth
          compressed
          isLoading={isFetching}
          isInvalid={error !== null}
          singleSelection={{ asPlainText: true }}
          data-test-subj="apiKeyRoleTemplateKey"
          aria-label={label}
          inputPopoverProps={{ 'aria-label': label }}
          options={(data?.keys ?? []).map((key) => optionOf(key, intl))}
          selectedOptions={chosen === undefined ? [] : [{ label: displayName(chosen) }]}
          onSearchChange={setSearch}
          onChange={([option]) => {
            setChosen(option?.value);
            if (option?.value !== undefined)
              onChoose(tidyRoleDescriptors(option.value.role_descriptors ?? {}));
          }}
        />
      </EuiFormRow>
    </>
  );
}

/** A key by its name, with the names of its roles. */
function optionOf(key: ApiKey, intl: IntlShape): EuiComboBoxOptionOption<ApiKey> {
  const roles = Object.keys(key.role_descriptors ?? {});
  return {
    key: key.id,
    value: key,
    label:
      roles.length === 0
        ? displayName(key)
        : intl.formatMessage(
            { id: 'projectApiKeys.roleTemplate.keyWithRoles', defaultMessage: '{key} ({roles})' },
            { key: displayName(key), roles: intl.formatList(roles) },
          ),
    disabled: roles.length === 0,
  };
}
