import { describe, expect, it } from '@jest/globals';
import { parseManifest, pluginManifest } from './manifest.ts';

const SOURCE = {
  type: 'plugin',
  id: '@kbn/some-plugin',
  owner: ['@elastic/one', '@elastic/other'],
  group: 'platform',
  visibility: 'private',
  description: 'Does something.',
  plugin: { id: 'somePlugin', browser: true, server: false, requiredPlugins: ['management'] },
};
const VERSIONS = { version: '0.1.0-build.abc', kibanaVersion: '9.2.1' };
const MANIFEST = pluginManifest(SOURCE, VERSIONS);

describe('the manifest of an installed plugin', () => {
  it('says in its own words what kibana.jsonc says', () => {
    expect(MANIFEST).toEqual({
      id: 'somePlugin',
      version: '0.1.0-build.abc',
      kibanaVersion: '9.2.1',
      owner: { name: '@elastic/one & @elastic/other' },
      description: 'Does something.',
      ui: true,
      server: false,
      requiredPlugins: ['management'],
    });
  });

  it.each([
    ['a field', { ...SOURCE, licence: 'none' }, '[kibana.jsonc.licence]: expected one of'],
    [
      'a field of the plugin',
      { ...SOURCE, plugin: { ...SOURCE.plugin, ui: true } },
      '[kibana.jsonc.plugin.ui]: expected one of',
    ],
    ['a package that is no plugin', { ...SOURCE, type: 'shared-common' }, '[kibana.jsonc.type]'],
    ['no owner', { ...SOURCE, owner: [] }, '[kibana.jsonc.owner]'],
  ])('is not made of %s that Kibana does not know', (_what, source, message) => {
    expect(() => pluginManifest(source, VERSIONS)).toThrow(message);
  });

  it.each([
    'type',
    'configPath',
    'requiredPlugins',
    'optionalPlugins',
    'runtimePluginDependencies',
    'requiredBundles',
    'extraPublicDirs',
    'serviceFolders',
    'enabledOnAnonymousPages',
  ])('may have the field %s', (field) => {
    const value = { type: 'preboot', enabledOnAnonymousPages: true }[field] ?? ['some'];
    expect(parseManifest({ ...MANIFEST, [field]: value })).toHaveProperty(field, value);
  });

  it.each([
    ['another field', { browser: true }, '[kibana.json.browser]: expected one of the fields'],
    ['an id with a dash', { id: 'some-plugin' }, '[kibana.json.id]'],
    ['an id that begins with a capital', { id: 'SomePlugin' }, '[kibana.json.id]'],
    ['an id of one letter', { id: 's' }, '[kibana.json.id]'],
    ['an empty version', { version: '' }, '[kibana.json.version]'],
    ['no exact version of Kibana', { kibanaVersion: 'kibana' }, '[kibana.json.kibanaVersion]'],
    ['an owner without a name', { owner: {} }, '[kibana.json.owner.name]'],
    ['neither side', { ui: false, server: false }, 'a plugin whose "server" or "ui" is true'],
    ['an unknown type', { type: 'plugin' }, '[kibana.json.type]'],
  ])('is refused with %s', (_what, change, message) => {
    expect(() => parseManifest({ ...MANIFEST, ...change })).toThrow(message);
  });
});
