import { useState } from 'react';
import type { Task } from '../../../common/http_api/tasks.ts';
import { ApiError } from '../../api/api_error.ts';
import type { TaskFailure } from '../use_task_actions.ts';
import { type ParamProblems, paramProblems } from './param_problems.ts';
import { changedParams, isChanged, type ParamTexts, paramsOf } from './params.ts';

export interface TypedParams {
  readonly typed: ParamTexts;
  /** All parameters with what was typed, to be sent; `undefined` where nothing else was typed. */
  readonly params: Readonly<Record<string, unknown>> | undefined;
  type(typed: ParamTexts): void;
  /** What a failure says of parameters; `undefined` where it is about something else. */
  problemsOf(failure: TaskFailure | undefined): ParamProblems | undefined;
}

/** What is typed over the parameters of a task and not saved yet. */
export function useTypedParams(task: Task): TypedParams {
  const [typed, type] = useState<ParamTexts>({});
  const params = isChanged(task, typed) ? changedParams(task, typed) : undefined;
  return {
    typed,
    params,
    type,
    problemsOf(failure) {
      if (!(failure?.error instanceof ApiError) || failure.error.statusCode !== 400)
        return undefined;
      const problems = paramProblems(failure.error.message, paramsOf(task));
      if (Object.keys(problems).length === 0) return undefined;
      const refused = 'params' in failure.action ? failure.action.params : undefined;
      // A problem goes as soon as something else is typed.
      return Object.fromEntries(
        Object.entries(problems).filter(([name]) => isEqual(params?.[name], refused?.[name])),
      );
    },
  };
}

const isEqual = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
