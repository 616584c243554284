import type { ParamName } from './params.ts';

/** What the server found wrong, by parameter. */
export type ParamProblems = Readonly<Partial<Record<ParamName, string>>>;

const PROBLEM = /\[request body\.params\.(\w+)[^\]]*\]: (.*?)(?=; \[request body|$)/gs;

/**
 * Places the message of a 400 at the parameters that it is about:
 * `[request body.params.interval]: expected a duration, got "x"`.
 */
export const paramProblems = (message: string, params: readonly ParamName[]): ParamProblems =>
  Object.fromEntries(
    [...message.matchAll(PROBLEM)]
      .map(([, name, problem = '']) => [
        name,
        `${problem.charAt(0).toUpperCase()}${problem.slice(1)}`,
      ])
      .filter(([name]) => params.some((param) => param === name)),
  );
