import { describe, expect, it } from '@jest/globals';
import { decode } from '../../../common/decode.ts';
import { CLUSTER_PRIVILEGES } from '../../../common/privileges/cluster_privileges.ts';
import { INDEX_PRIVILEGES } from '../../../common/privileges/index_privileges.ts';
import { RoleDescriptors } from '../../../common/role_descriptors.ts';
import { tidyRoleDescriptors } from '../privileges/tidy_role_descriptors.ts';
import { ROLE_TEMPLATES, templateText } from './templates.ts';

const known = [...CLUSTER_PRIVILEGES, ...INDEX_PRIVILEGES].map(({ name }) => name);

describe.each(ROLE_TEMPLATES)('the template $id', ({ descriptors }) => {
  it('is valid', () => {
    expect(decode(RoleDescriptors, JSON.parse(templateText(descriptors)))).toEqual({
      ok: true,
      value: descriptors,
    });
  });

  it('asks for privileges that there are', () => {
    const asked = Object.values(descriptors).flatMap(({ cluster, indices }) => [
      ...(cluster ?? []),
      ...(indices ?? []).flatMap(({ privileges }) => privileges),
    ]);
    expect(asked.filter((privilege) => !known.includes(privilege))).toEqual([]);
  });

  it('says no more than it has to', () => {
    expect(tidyRoleDescriptors(descriptors)).toEqual(descriptors);
  });
});
