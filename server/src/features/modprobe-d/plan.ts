import type { LoadPlan } from '../../loaders/load-plan.ts';
import { code, paragraphs, place, plain } from '../hover/markdown.ts';
import { stepsMarkdown } from '../hover/plan-markdown.ts';
import type { Snapshot } from '../snapshot.ts';

/**
 * @param command what is asked, as somebody would type it: `modprobe eth0`
 * @returns what kmod does with a request, step by step, with the reason for each
 */
export function kmodPlanMarkdown(plan: LoadPlan, command: string, snapshot: Snapshot): string {
  return paragraphs(beginning(plan, code(command)), stepsMarkdown(plan, snapshot), skipped(plan, snapshot));
}

function beginning({ outcome, steps, messages }: LoadPlan, command: string): string {
  const count = steps.length;
  switch (outcome) {
    case 'fails':
      return `${command} fails: ${code(messages.at(-1) ?? '')}`;
    case 'nothing':
      return count === 0
        ? `${command} loads nothing and reports success.`
        : `${command} does not load what was asked for; it does:`;
    case 'unknown':
      return `What ${command} loads is up to a command; it does:`;
    default:
      return `${command} does:`;
  }
}

function skipped({ skipped: left = [] }: LoadPlan, snapshot: Snapshot): string {
  return left
    .map(({ module, reason: { text, origin } }) => {
      const from = origin === undefined ? '' : ` (${place(origin, snapshot)})`;
      return `leaves out ${code(module)}: ${plain(text)}${from}`;
    })
    .join('  \n');
}
