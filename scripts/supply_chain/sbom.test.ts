import { describe, expect, it } from '@jest/globals';
import { type Sbom, sbomOf } from './sbom.ts';

const component = (name: string) => ({ 'bom-ref': `${name}@1.0.0`, name, version: '1.0.0' });
const LICENSES = [{ license: { id: 'MIT' } }];

const madeByNpm = (random: string): Sbom => ({
  serialNumber: `urn:uuid:${random}`,
  metadata: {
    timestamp: random,
    component: { ...component('our-project'), name: 'some-folder', licenses: LICENSES },
  },
  components: [
    { ...component('tool'), licenses: LICENSES },
    { ...component('bundled'), licenses: LICENSES },
    component('@elastic/charts'),
  ],
  dependencies: [
    { ref: 'our-project@1.0.0', dependsOn: ['@elastic/charts@1.0.0', 'tool@1.0.0'] },
    { ref: '@elastic/charts@1.0.0', dependsOn: ['bundled@1.0.0', 'tool@1.0.0'] },
    { ref: 'tool@1.0.0', dependsOn: ['bundled@1.0.0'] },
    { ref: 'bundled@1.0.0', dependsOn: [] },
  ],
});

const PRODUCT = { name: 'our-plugin', version: '1.0.0-build.1', sha256: '00ff' };
const REFS = ['bundled@1.0.0', '@elastic/charts@1.0.0'];

describe('the SBOM of a product', () => {
  const sbom = sbomOf(PRODUCT, [...REFS, ...REFS], madeByNpm('one'));

  it('is of the product, by its hash', () => {
    expect(sbom.metadata.component).toEqual({
      'bom-ref': 'our-project@1.0.0',
      type: 'application',
      name: 'our-plugin',
      version: '1.0.0-build.1',
      hashes: [{ alg: 'SHA-256', content: '00ff' }],
      licenses: LICENSES,
    });
  });

  it('has the packages in it, once, and how they depend on each other', () => {
    expect(sbom.components.map(({ name }) => name)).toEqual(['@elastic/charts', 'bundled']);
    expect(sbom.dependencies).toEqual([
      { ref: 'our-project@1.0.0', dependsOn: ['@elastic/charts@1.0.0'] },
      { ref: '@elastic/charts@1.0.0', dependsOn: ['bundled@1.0.0'] },
      { ref: 'bundled@1.0.0', dependsOn: [] },
    ]);
  });

  it('has the licence of each, of one too that npm tells nothing of', () => {
    expect(sbom.components.map(({ licenses }) => licenses)).toEqual([
      [{ expression: 'Elastic-2.0 OR SSPL-1.0' }],
      LICENSES,
    ]);
  });

  it('is the same each time', () => {
    expect(sbomOf(PRODUCT, [...REFS].reverse(), madeByNpm('other'))).toEqual(sbom);
  });

  it('is not made where a package is not known', () => {
    expect(() => sbomOf(PRODUCT, ['other@2.0.0'], madeByNpm('one'))).toThrow('other@2.0.0');
  });
});
