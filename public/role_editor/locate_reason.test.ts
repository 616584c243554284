import { describe, expect, it } from '@jest/globals';
import { locateReason } from './locate_reason.ts';

const TEXT =
  '{"my-role": {"indices": [{"names": ["books"], "privileges": ["reed"]}], "foo": "my-role"}}';

const locate = (reason: string, text = TEXT): string | undefined => {
  const problem = locateReason(text, reason);
  return problem && text.slice(problem.from, problem.to);
};

describe('a reason of Elasticsearch is placed at', () => {
  it.each([
    [
      'a privilege',
      'Validation Failed: 1: unknown index privilege [reed]. one of [all,read];',
      '"reed"',
    ],
    ['a field', 'failed to parse role [my-role]. unexpected field [foo]', '"foo"'],
    ['a role', 'failed to parse role [my-role]. expected something [else]', '"my-role"'],
  ])('%s that it names', (_what, reason, place) => {
    expect(locate(reason)).toBe(place);
  });

  it('nothing where it names nothing of the text', () => {
    expect(locate('role name is missing')).toBeUndefined();
    expect(locate('unknown index privilege [reed]', '')).toBeUndefined();
  });
});
