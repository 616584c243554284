import { describe, expect, it } from '@jest/globals';
import { createLogging, type LogLevel } from './logging.ts';

function logged(level: LogLevel, say: (log: ReturnType<typeof createLogging>) => void): string[] {
  const lines: string[] = [];
  say(createLogging(level, (line) => lines.push(line)));
  return lines;
}

describe('the log', () => {
  it('says when, how bad and which part', () => {
    const [line] = logged('info', (log) => log.get('plugins', 'projectApiKeys').warn('hm'));
    expect(line).toMatch(/^\[\d{4}-\d\d-\d\dT[\d:.]+Z\]\[WARN \]\[plugins\.projectApiKeys\] hm\n$/);
  });

  it.each([
    ['off', 0],
    ['error', 1],
    ['warn', 2],
    ['info', 3],
    ['debug', 4],
    ['all', 4],
  ] as const)('at level %s shows %i of four messages', (level, count) => {
    const lines = logged(level, (factory) => {
      const log = factory.get('http');
      log.debug('d');
      log.info('i');
      log.warn('w');
      log.error('e');
    });
    expect(lines).toHaveLength(count);
  });

  it('lets no message pass for a line of its own', () => {
    const [text] = logged('info', (log) => log.get('http').info('a\n[2026][ERROR] b\r\rc'));
    expect(text?.split('\n').slice(1)).toEqual(['  [2026][ERROR] b', '  ', '  c', '']);
  });
});
