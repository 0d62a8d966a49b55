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
}

/** Where places begin, if the facts leave room for them. */
const placeColumn = 40;

/**
 * Explains a load plan for people: how the loader gets from the request to the modules, then every step with the lines that
 * cause it.
 *
 * @returns whole lines
 */
export function explainPlan(plan: LoadPlan, { emphasis, place }: ExplainOptions): string {
  const out: string[] = [];
  const heading = (text: string) => out.push(emphasis.bold(visible(text)));
  const fact = ({ text, place: where }: Fact) => {
    const shown = `  ${visible(text)}`;
    const gap = ' '.repeat(Math.max(2, placeColumn - displayWidth(shown)));
    out.push(where === undefined ? shown : `${shown}${gap}${emphasis.dim(visible(where))}`);
  };
  const reason = (text: string, { origin }: Reason) =>
    fact(origin === undefined ? { text } : { text, place: place(origin) });

  heading(plan.request);
  for (const { name, via } of plan.chain) if (via !== undefined) reason(linkText(name, via), via);
  for (const { module, reason: why } of plan.skipped ?? []) reason(`${module} is left out: ${why.text}`, why);
  const outcome = outcomeTexts[plan.outcome];
  if (outcome !== undefined) fact({ text: outcome });
  for (const step of plan.steps) {
    heading(stepText(step));
    for (const why of step.reasons)
      if (why.kind !== 'request' || why.origin !== undefined) reason(why.text, why);
    for (const given of optionFacts(step, place)) fact(given);
  }
  return `${out.join('\n')}\n`;
}

function linkText(name: string, { kind, text }: Reason): string {
  switch (kind) {
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
  nothing: 'modprobe loads nothing and reports success',
  fails: 'modprobe fails',
  hangs: 'modprobe never ends: the aliases lead back to themselves',
  crashes: 'modprobe crashes',
  unknown: 'what happens depends on a command, which is not run here',
};

function stepText({ action, module, path, command, options, flags }: PlanStep): string {
  if (command !== undefined) return `${action} ${module}: ${command}  (would run as root)`;
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
  return [...facts].map(([where, texts]) => ({ text: `with ${texts.join(' ')}`, place: where }));
}
