import { splitAtBlank } from '../../../expand/split-words.ts';
import type { PlanOption, PlanStep, Reason } from '../../load-plan.ts';
import type { CommandKind, ModutilsConfiguration, OptionsEntry } from '../configuration.ts';
import type { ConfigurationIndex } from './configuration-index.ts';
import type { StackedModule } from './descriptor.ts';

/** How modprobe is called, apart from the names. */
export interface ModprobeFlags {
  /** `modprobe -k`, which is quiet too. */
  readonly autoclean: boolean;
}

/**
 * The commands that modprobe runs for one module of its stack: `pre-install` for each name that it was reached by, then
 * `install` for each, or insmod if there is none, then `post-install`.
 *
 * @param extra options that follow the module's name in the request
 */
export function insmodSteps(
  module: StackedModule,
  extra: readonly PlanOption[],
  configuration: ModutilsConfiguration,
  index: ConfigurationIndex,
  flags: ModprobeFlags,
): PlanStep[] {
  const commands = (kind: CommandKind): PlanStep[] => commandSteps(kind, module, index);
  const install = commands('install');
  const steps = install.length > 0 ? install : [insmodStep(module, extra, configuration, flags)];
  return [...commands('pre-install'), ...steps, ...commands('post-install')];
}

function commandSteps(kind: CommandKind, module: StackedModule, index: ConfigurationIndex): PlanStep[] {
  return module.names.flatMap(({ name }) => {
    const entry = index.command(kind, name);
    if (entry === undefined) return [];
    const reason: Reason = { kind: 'command', text: `${kind} ${entry.module}`, origin: entry.origin };
    return [{ action: kind, module: name, command: entry.command, options: [], reasons: [reason] }];
  });
}

function insmodStep(
  module: StackedModule,
  extra: readonly PlanOption[],
  configuration: ModutilsConfiguration,
  flags: ModprobeFlags,
): PlanStep {
  const { node, kernelName, reasons } = module;
  return {
    action: 'insmod',
    module: kernelName,
    path: node.path,
    flags: insmodFlags(module, configuration, flags),
    options: mergeOptions([...module.options.map(optionsOf), extra]),
    reasons,
  };
}

function insmodFlags(
  { neverAutoclean }: StackedModule,
  { insmodOpt }: ModutilsConfiguration,
  { autoclean }: ModprobeFlags,
): string {
  const words = insmodOpt === undefined ? [] : splitAtBlank(insmodOpt.text);
  if (autoclean) words.unshift('-q');
  if (autoclean && !neverAutoclean) words.unshift('-k');
  return words.join(' ');
}

function optionsOf(entry: OptionsEntry): PlanOption[] {
  return entry.parts.flatMap(({ value, origin }) =>
    value.known
      ? value.words.map((text) => ({ text, origin }))
      : [{ text: value.written, origin, unknown: value.reason }],
  );
}

/**
 * Joins lists of options: a later `key=value` or `-o name` takes the place of an earlier one of the same key. A word that
 * is neither ends its list. What nobody knows takes no place and ends nothing: it stands where it is written.
 */
function mergeOptions(lists: readonly (readonly PlanOption[])[]): PlanOption[] {
  const merged: PlanOption[][] = [];
  const places = new Map<string, number>();
  const put = (key: string, words: PlanOption[]): void => {
    const place = places.get(key) ?? merged.length;
    places.set(key, place);
    merged[place] = words;
  };
  for (const list of lists) {
    for (let at = 0; at < list.length; at++) {
      const option = list[at]!;
      const equals = option.text.indexOf('=');
      if (option.unknown !== undefined) {
        merged.push([option]);
      } else if (option.text === '-o') {
        const name = list[++at];
        if (name !== undefined) put('-o', [option, name]);
      } else if (equals !== -1) {
        put(option.text.slice(0, equals + 1), [option]);
      } else {
        break;
      }
    }
  }
  return merged.flat();
}
