import type { LoadPlan, PlanStep, Reason } from '../loaders/load-plan.ts';
import type { Origin } from '../loaders/origin.ts';
import type { Emphasis } from './markdown-text.ts';
import { displayWidth, visible } from './report/visible.ts';

/** What {@link explainPlan} is told about its reader. */
export interface ExplainOptions {
  readonly emphasis: Emphasis;
  /** @returns the file and line of an origin, as people name them. */
  readonly place: (origin: Origin) => string;
}

/** A line of the explanation: what is so, and which line of which file makes it so. */
interface Fact {
  readonly text: string;
  readonly place?: string;
  /** A request or a step; what is said about it follows. */
  readonly heading?: boolean;
}

/** Places stand in one column, behind the longest fact that is not longer than this. */
const widestFact = 56;

/**
 * Explains a load plan for people: how the loader gets from the request to the modules, then every step with the lines that
 * cause it.
 *
 * @returns whole lines
 */
export function explainPlan(plan: LoadPlan, { emphasis, place }: ExplainOptions): string {
  const facts = factsOf(plan, place);
  const widths = facts
    .filter((fact) => fact.place !== undefined)
    .map(({ text }) => displayWidth(visible(text)))
    .filter((width) => width <= widestFact);
  const column = Math.max(0, ...widths) + 2;
  const lines = facts.map(({ text, heading, place: where }) => {
    const shown = heading === true ? emphasis.bold(visible(text)) : visible(text);
    if (where === undefined) return shown;
    const gap = ' '.repeat(Math.max(2, column - displayWidth(visible(text))));
    return `${shown}${gap}${emphasis.dim(visible(where))}`;
  });
  return `${lines.join('\n')}\n`;
}

function factsOf(plan: LoadPlan, place: ExplainOptions['place']): Fact[] {
  const because = (text: string, { origin }: Reason): Fact => ({
    text: `  ${text}`,
    ...(origin !== undefined && { place: place(origin) }),
  });
  const facts: Fact[] = [{ text: plan.request, heading: true }];
  for (const { name, via } of plan.chain)
    if (via !== undefined) facts.push(because(linkText(name, via), via));
  for (const { module, reason } of plan.skipped ?? [])
    facts.push(because(`${module} is left out: ${reason.text}`, reason));
  const outcome = outcomeTexts[plan.outcome];
  if (outcome !== undefined) facts.push({ text: `  ${outcome}` });
  for (const step of plan.steps) {
    const [command] = step.reasons.filter(({ kind }) => kind === 'command');
    const title: Fact = { text: stepText(step), heading: true };
    // The line that says a command stands beside it.
    const isCommand = step.command !== undefined && command?.origin !== undefined;
    facts.push(isCommand ? { ...title, place: place(command.origin) } : title);
    for (const reason of step.reasons) {
      const isSaid = (isCommand && reason === command) || (reason.kind === 'request' && !reason.origin);
      if (!isSaid) facts.push(because(reason.text, reason));
    }
    facts.push(...optionFacts(step, place));
  }
  return facts;
}

function linkText(name: string, { kind, text }: Reason): string {
  switch (kind) {
    case 'request':
      return `is the module ${name}`;
    case 'alias':
      return `is an alias of ${name}`;
    case 'tree-alias':
      return `is served by ${name} (${text})`;
    case 'probe':
      return `is tried as ${name} (${text})`;
    case 'probeall':
      return `loads ${name} (${text})`;
    default:
      return `${name}: ${text}`;
  }
}

const outcomeTexts: Readonly<Record<LoadPlan['outcome'], string | undefined>> = {
  loads: undefined,
  nothing: 'modprobe loads nothing',
  fails: 'modprobe fails',
  hangs: 'modprobe never ends: the aliases lead back to themselves',
  crashes: 'modprobe crashes',
  unknown: 'what happens depends on a command, which is not run here',
};

function stepText({ action, module, path, command, options, flags }: PlanStep): string {
  if (command !== undefined) return `${action} ${module}: ${command} (would run as root)`;
  const words = [action, flags, path ?? module, ...options.map(({ text }) => text)];
  return words.filter((word) => word !== undefined && word !== '').join(' ');
}

/** What the module is handed, a fact for each line that says some of it. */
function optionFacts({ options }: PlanStep, place: (origin: Origin) => string): Fact[] {
  const facts = new Map<string, string[]>();
  for (const { text, origin } of options) {
    const where = place(origin);
    facts.set(where, [...(facts.get(where) ?? []), text]);
  }
  return [...facts].map(([where, texts]) => ({ text: `  with ${texts.join(' ')}`, place: where }));
}
