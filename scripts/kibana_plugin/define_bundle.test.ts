import { runInNewContext } from 'node:vm';
import { describe, expect, it, jest } from '@jest/globals';
import { defineBundle } from './define_bundle.ts';

function defined(code: string) {
  const define = jest.fn<(key: string, load: (module: string) => unknown, name: string) => void>();
  const run = jest.fn(() => 'the plugin');
  const script = defineBundle({ id: 'somePlugin', exports: 'result', code });
  runInNewContext(script, { __kbnBundles__: { define }, run });
  const [[key, load, module] = []] = define.mock.calls;
  return { key, get: () => load?.(module ?? ''), run };
}

describe('the script that defines a bundle', () => {
  const CODE = 'var result = { plugin: run() }; // the end';

  it('tells where it is to be had, and runs nothing of it', () => {
    const { key, run } = defined(CODE);
    expect(key).toBe('plugin/somePlugin/public');
    expect(run).not.toHaveBeenCalled();
  });

  it('runs it once, however often it is asked for', () => {
    const { get, run } = defined(CODE);
    expect(get()).toEqual({ plugin: 'the plugin' });
    expect(get()).toBe(get());
    expect(run).toHaveBeenCalledTimes(1);
  });

  it('runs it again where it failed', () => {
    const { get, run } = defined(CODE);
    run.mockImplementationOnce(() => {
      throw new Error('Kibana lends nothing yet');
    });
    expect(get).toThrow('Kibana lends nothing yet');
    expect(get()).toEqual({ plugin: 'the plugin' });
  });
});
