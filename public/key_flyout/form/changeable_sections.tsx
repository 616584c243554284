import { EuiSpacer } from '@elastic/eui';
import React from 'react';
import { PrivilegesSection } from '../privileges/privileges_section.tsx';
import type { ChangeableFields } from './key_form.ts';
import { MetadataSection } from './metadata_section.tsx';
import type { Form } from './use_form.ts';

interface Props {
  readonly form: Pick<Form<ChangeableFields>, 'fields' | 'initial' | 'errors' | 'report'> & {
    change(part: Partial<ChangeableFields>): void;
  };
  readonly readOnly?: boolean;
}

/** What a key is given when it is made, and can be given anew later. */
export function ChangeableSections({ form, readOnly = false }: Props) {
  const { fields, initial, errors, change, report } = form;
  return (
    <>
      <PrivilegesSection
        section={fields.role_descriptors}
        wasOn={initial.role_descriptors.on}
        errors={errors.role_descriptors ?? []}
        readOnly={readOnly}
        onChange={(role_descriptors) => change({ role_descriptors })}
        onErrors={(problems) => report('role_descriptors', problems)}
      />
      <EuiSpacer size="m" />
      <MetadataSection
        section={fields.metadata}
        errors={errors.metadata ?? []}
        readOnly={readOnly}
        onChange={(metadata) => change({ metadata })}
        onErrors={(problems) => report('metadata', problems)}
      />
    </>
  );
}
