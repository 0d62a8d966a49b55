import type { LoadPlan, PlanStep } from '../load-plan.ts';

/** @returns what `modprobe --show-depends` prints on stdout: a line for each step. */
export function printKmodPlan(plan: LoadPlan): string {
  return plan.steps.map((step) => `${lineOf(step)}\n`).join('');
}

/** kmod puts a blank behind what it inserts and behind the options, whether there are any or not. */
function lineOf({ action, module, path, command, options }: PlanStep): string {
  const parameters = options.map(({ text }) => `${text} `).join('');
  switch (action) {
    case 'install':
      return `install ${command} ${parameters}`;
    case 'insmod':
      return `insmod ${path} ${parameters}`;
    default:
      return `${action} ${module}`;
  }
}
