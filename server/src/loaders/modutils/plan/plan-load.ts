import type { LoadPlan, Reason } from '../../load-plan.ts';
import type { ModutilsConfiguration } from '../configuration.ts';
import type { ModutilsDependencies } from '../dependencies.ts';
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
  const { list } = dependencies;
  const nothing = { request: name, chain: [{ name }], steps: [], status: 255 };
  if (configuration.invalid) return { ...nothing, outcome: 'fails', messages: said };
  if (list === undefined) {
    return dependencies.unknown === undefined
      ? { ...nothing, outcome: 'fails', messages: said }
      : { ...nothing, outcome: 'unknown', messages: said, explanation: dependencies.unknown };
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
    return { request: name, outcome, chain, steps, messages, status: loaded ? 0 : 255 };
  } catch (stop) {
    if (!(stop instanceof PlanStop)) throw stop;
    const { outcome, explanation, status } = stop;
    const messages = [...said, ...planner.messages, ...stop.messages];
    return { request: name, outcome, chain, steps, messages, explanation, status };
  }
}
