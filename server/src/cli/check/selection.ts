import { fnmatch } from '../../files/fnmatch.ts';
import type { Severity } from '../../lint/diagnostic.ts';
import { internalError } from '../../lint/engine-rules.ts';
import { nearest } from '../../lint/nearest.ts';
import { allRules } from '../../lint/registry.ts';
import type { LintSettings } from '../../lint/settings.ts';
import { type Arguments, suggestion } from '../arguments.ts';
import { commandNamed } from '../command-table.ts';
import { UsageError } from '../usage-error.ts';

/**
 * What `--select` and `--ignore` make of the settings that a file has from its configuration. A rule that is selected runs, whatever
 * the configuration says of it; a rule that is ignored does not.
 *
 * @throws UsageError for a rule that does not exist
 */
export function selectRules(args: Arguments): (settings: LintSettings) => LintSettings {
  const selected = rulesIn(args, 'select');
  const ignored = rulesIn(args, 'ignore') ?? new Set();
  if (selected === undefined && ignored.size === 0) return (settings) => settings;
  const ids = [...allRules().keys()].filter((id) => id !== internalError.id);
  return (settings) => {
    const severities: Record<string, Severity | 'off'> = { ...settings.severities };
    for (const id of ids) {
      if (ignored.has(id) || selected?.has(id) === false) severities[id] = 'off';
      else if (selected !== undefined) turnOn(id, severities);
    }
    return { ...settings, severities };
  };
}

function turnOn(id: string, severities: Record<string, Severity | 'off'>): void {
  if (severities[id] !== undefined && severities[id] !== 'off') return;
  const { rule } = allRules().get(id)!.variants[0]!;
  // Without a profile it is on by itself, with the severity that each case has.
  if (rule.profiles === undefined) delete severities[id];
  else severities[id] = rule.severity;
}

/** @returns the rules that an option's values name, which are lists of ids or of patterns; undefined where it was not given. */
function rulesIn(args: Arguments, option: string): Set<string> | undefined {
  if (!args.has(option)) return undefined;
  const ids = [...allRules().keys()];
  const names = args.values(option).flatMap((value) => value.split(','));
  return new Set(
    names.flatMap((name) => {
      const named = ids.filter((id) => fnmatch(name, id));
      if (named.length > 0) return named;
      const meant = suggestion(nearest(name, ids));
      throw new UsageError(`--${option}: there is no rule \`${name}\`${meant}`, commandNamed('check'));
    }),
  );
}
