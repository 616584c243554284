import type { KeyedTask, Plan } from './background_task.ts';

/**
 * What a task would do with the parameters that are stored. The defaults stand for those that
 * another version has stored and this one does not know.
 */
export function storedPlan(task: KeyedTask, params: unknown): Plan {
  const plan = task.plan(params);
  if (plan.ok) return plan.value;
  const byDefault = task.plan({});
  if (!byDefault.ok) throw new Error(`The task ${task.id} has no defaults`);
  return byDefault.value;
}
