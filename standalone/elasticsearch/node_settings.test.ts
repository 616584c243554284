import { describe, expect, it } from '@jest/globals';
import { nodeSettings } from './node_settings.ts';

describe('nodeSettings', () => {
  it('keeps data under the working folder and logs under build/ by default', () => {
    const { all, dataFolder, logFolder } = nodeSettings({ 'http.port': '0' }, '/checkout', '/here');
    expect(dataFolder).toBe('/here/data/elasticsearch');
    expect(logFolder).toBe('/checkout/build/elasticsearch/logs');
    expect(all).toEqual({ 'http.port': '0', 'path.data': dataFolder, 'path.logs': logFolder });
  });

  it('takes relative paths from the working folder and absolute ones as they are', () => {
    const given = { 'path.data': 'mine', 'path.logs': '/var/log/mine' };
    expect(nodeSettings(given, '/checkout', '/here').all).toEqual({
      'path.data': '/here/mine',
      'path.logs': '/var/log/mine',
    });
  });

  it('refuses what the box stands on', () => {
    const given = { 'xpack.security.enabled': 'false' };
    expect(() => nodeSettings(given, '/checkout', '/here')).toThrow(
      /^xpack\.security\.enabled cannot be changed/,
    );
  });
});
