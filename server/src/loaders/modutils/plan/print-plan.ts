import type { LoadPlan, PlanStep } from '../../load-plan.ts';

/** @returns the lines that `modprobe -n -v NAME` prints on stdout for a plan. */
export function printPlan(plan: LoadPlan): string[] {
  return plan.steps.flatMap(printStep);
}

function printStep({ action, module, path, command, flags, options }: PlanStep): string[] {
  if (action !== 'insmod') return [`# ${action} ${module}:`, command ?? ''];
  const words = ['/sbin/insmod', flags, path, ...options.map(({ text }) => text)];
  return [words.filter((word) => word !== undefined && word !== '').join(' ')];
}
