import type { LoadPlan, PlanStep, Reason } from '../../load-plan.ts';
import type { Note, Origin } from '../../origin.ts';
import type { ModutilsConfiguration } from '../configuration.ts';
import { unknownText } from '../configuration-notes.ts';
import type { ModutilsDependencies } from '../dependencies.ts';
import { indexOf } from './configuration-index.ts';
import { PlanStop } from './plan-stop.ts';
import { Planner } from './planner.ts';

/** What a request says besides the name. */
export interface RequestOptions {
  /** `modprobe -k`, as the kernel calls it; the configuration should be read with `autoclean` too. */
  readonly autoclean?: boolean;
  /** Options behind the name: `irq=5`. */
  readonly options?: readonly string[];
}

/**
 * Plans what `modprobe NAME` does on a system where nothing is loaded yet.
 *
 * @returns never throws; where modprobe fails, hangs or crashes, that is the outcome
 */
export function planLoad(
  name: string,
  configuration: ModutilsConfiguration,
  dependencies: ModutilsDependencies,
  { autoclean = false, options = [] }: RequestOptions = {},
): LoadPlan {
  const said = configuration.messages.map(({ text }) => `modprobe: ${text}`);
  if (!configuration.invalid) said.push(...dependencies.messages.map((text) => `modprobe: ${text}`));
  const { list, unknown } = dependencies;
  const { notes: read } = indexOf(configuration);
  const nothing = { request: name, chain: [{ name }], steps: [], status: 255, notes: read };
  if (configuration.invalid) return { ...nothing, outcome: 'fails', messages: said };
  if (list === undefined) {
    return unknown === undefined
      ? { ...nothing, outcome: 'fails', messages: said }
      : {
          ...nothing,
          outcome: 'unknown',
          messages: said,
          explanation: unknown.text,
          explanationOrigin: unknown.origin,
        };
  }
  if (list.invalid !== undefined) {
    const { number, text } = list.invalid;
    said.push(`modprobe: line ${number}: Invalid dependency\n\t${text}`);
    return { ...nothing, outcome: 'fails', messages: said };
  }
  const planner = new Planner(configuration, list, { autoclean });
  const via: Reason = { kind: 'request', text: `modprobe ${name}` };
  const { steps, chain } = planner;
  try {
    const loaded = planner.load(
      [name, ...options].map((word) => ({ name: word, via })),
      false,
    );
    const outcome = !loaded ? 'fails' : steps.length > 0 ? 'loads' : 'nothing';
    const messages = [...said, ...planner.messages];
    const notes = [...read, ...notesOnOptions(steps)];
    return { request: name, outcome, chain, steps, messages, notes, status: loaded ? 0 : 255 };
  } catch (stop) {
    if (!(stop instanceof PlanStop)) throw stop;
    const { outcome, explanation, status, origin } = stop;
    const messages = [...said, ...planner.messages, ...stop.messages];
    const notes = [...read, ...notesOnOptions(steps)];
    return {
      request: name,
      outcome,
      chain,
      steps,
      messages,
      notes,
      explanation,
      ...(origin !== undefined && { explanationOrigin: origin }),
      status,
    };
  }
}

/** @returns a note for each line whose options nobody knows and that a step hands on as they are written. */
function notesOnOptions(steps: readonly PlanStep[]): Note[] {
  const notes = new Map<Origin, Note>();
  for (const { text, origin, unknown } of steps.flatMap(({ options }) => options))
    if (unknown !== undefined) notes.set(origin, { text: unknownText(text, unknown), origin });
  return [...notes.values()];
}
