import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createLogging, type LoggerFactory, type LogLevel } from './logging.ts';

function linesOf(level: LogLevel, say: (log: LoggerFactory) => void): string[] {
  const lines: string[] = [];
  say(createLogging(level, (line) => lines.push(line)));
  return lines;
}

const logged = (level: LogLevel, say: (log: LoggerFactory) => void) =>
  linesOf(level, say).map((line) => JSON.parse(line));

describe('the log', () => {
  it('says in ECS when, how bad, which part of which service, and what', () => {
    const [entry] = logged('info', (log) => log.get('plugins', 'projectApiKeys').warn('hm'));
    expect(entry).toMatchObject({
      '@timestamp': expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
      'ecs.version': expect.any(String),
      'service.name': 'project-api-keys',
      'log.level': 'warn',
      'log.logger': 'plugins.projectApiKeys',
      message: 'hm',
    });
  });

  it('takes fields beside the message', () => {
    const fields = { http: { request: { id: 'r1' } } };
    expect(logged('info', (log) => log.get('http').info('hm', fields))).toMatchObject([fields]);
  });

  it.each([
    ['off', 0],
    ['fatal', 1],
    ['error', 2],
    ['warn', 3],
    ['info', 4],
    ['debug', 5],
    ['trace', 5],
    ['all', 5],
  ] as const)('at level %s shows %i of five messages', (level, count) => {
    const lines = linesOf(level, (factory) => {
      const log = factory.get('http');
      log.debug('d');
      log.info('i');
      log.warn('w');
      log.error('e');
      log.fatal('f');
    });
    expect(lines).toHaveLength(count);
  });

  it.each([
    ['off', 0],
    ['fatal', 1],
    ['info', 1],
    ['all', 1],
  ] as const)('at level %s shows %i of one event of the audit trail', (level, count) => {
    expect(linesOf(level, ({ audit }) => audit.info('login'))).toHaveLength(count);
  });

  it('lets no text end its line, command a terminal or hide another text', () => {
    const text = fc.string({ unit: 'binary' });
    fc.assert(
      fc.property(text, text, (message, name) => {
        const [line = '', ...more] = linesOf('info', (log) =>
          log.get('http').info(message, { user: { name } }),
        );
        expect(more).toEqual([]);
        expect(line.slice(0, -1)).not.toMatch(/[\p{Cc}\u2028\u2029]|\p{Bidi_Control}/u);
        expect(JSON.parse(line)).toMatchObject({ message, user: { name } });
      }),
    );
  });
});
