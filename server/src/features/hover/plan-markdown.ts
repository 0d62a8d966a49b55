import type { LoadPlan, PlanOption, PlanStep, Reason } from '../../loaders/load-plan.ts';
import type { Snapshot } from '../snapshot.ts';
import { bold, code, paragraphs, place, plain } from './markdown.ts';

/** More steps than anybody reads in a hover. */
const maximumSteps = 20;

/** @returns what a request does, step by step, with the reason for each. */
export function planMarkdown(plan: LoadPlan, snapshot: Snapshot): string {
  const request = code(`modprobe ${plan.request}`);
  switch (plan.outcome) {
    case 'loads':
      return paragraphs(`${request} does:`, stepsMarkdown(plan, snapshot));
    case 'nothing':
      return `${request} loads nothing and reports success.`;
    case 'fails':
      return paragraphs(
        `${request} fails${said(plan)}`,
        plan.steps.length > 0 ? `Before that it does:\n\n${stepsMarkdown(plan, snapshot)}` : '',
      );
    case 'hangs':
      return `${request} **never ends**: ${plain(plan.explanation ?? 'it goes round in circles')}.`;
    case 'crashes':
      return `${request} **crashes**: ${plain(plan.explanation ?? 'the loader has a fault here')}.`;
    case 'unknown':
      return `What ${request} does cannot be told without running something: ${plain(plan.explanation ?? 'part of the configuration is unknown')}.`;
  }
}

function said({ messages }: LoadPlan): string {
  const last = messages.at(-1);
  return last === undefined ? '.' : `: ${code(last.replaceAll('\n\t', ' '))}`;
}

/** @returns the steps of a plan as a numbered list, each with what it is handed and why it is there. */
export function stepsMarkdown(plan: LoadPlan, snapshot: Snapshot): string {
  const lines = plan.steps
    .slice(0, maximumSteps)
    .map((step, index) => `${index + 1}. ${stepMarkdown(step, snapshot)}`);
  const rest = plan.steps.length - maximumSteps;
  if (rest > 0) lines.push(`\n… and ${rest} more`);
  return lines.join('\n');
}

function stepMarkdown(step: PlanStep, snapshot: Snapshot): string {
  const { action, module, command, options, reasons } = step;
  if (action === 'insmod' || action === 'builtin' || action === 'rmmod') {
    const what = action === 'builtin' ? `${bold(module)} is compiled in` : `${action} ${bold(module)}`;
    return `${what}${optionsMarkdown(options, snapshot)}${reasonMarkdown(reasons, snapshot)}`;
  }
  // The line that says the command, where there are other reasons for the step, too.
  const reason = reasons.findLast(({ kind }) => kind === 'command') ?? reasons[0];
  const from = reason?.origin === undefined ? '' : `, ${place(reason.origin, snapshot)}`;
  return `run ${code(command ?? '')} as root (${action} of ${plain(module)}${from})`;
}

/** Options with the line that gives them, once for each run of options of one line. */
function optionsMarkdown(options: readonly PlanOption[], snapshot: Snapshot): string {
  let text = '';
  options.forEach((option, index) => {
    text += ` ${code(option.text)}`;
    if (option.unknown !== undefined) text += ` (unknown: ${plain(option.unknown)})`;
    const from = place(option.origin, snapshot);
    const next = options[index + 1];
    if (next === undefined || place(next.origin, snapshot) !== from) text += ` (${from})`;
  });
  return text;
}

/** What was asked for needs no reason; of several reasons the first is the nearest. */
function reasonMarkdown(reasons: readonly Reason[], snapshot: Snapshot): string {
  const [reason, ...others] = reasons.filter(({ kind }) => kind !== 'request');
  if (reason === undefined) return '';
  const more = others.length === 0 ? '' : ` and ${others.length} more`;
  const from = reason.origin === undefined ? '' : ` (${place(reason.origin, snapshot)})`;
  return `, ${plain(reason.text)}${more}${from}`;
}
