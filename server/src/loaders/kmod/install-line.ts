import { normalizeName } from '../../syntax/modprobe-d/names.ts';
import type { ModuleTree } from '../../tree/module-tree.ts';
import { commandWords, doesNothing } from './command.ts';
import type { CommandEntry, KmodConfiguration, SoftdepEntry } from './configuration.ts';
import { indexOf } from './configuration-index.ts';
import { lookup } from './lookup.ts';

/** What the install line that counts for a module makes of loading it. */
export type InstallLine =
  | { readonly kind: 'none' }
  /** Its command does nothing: modprobe does not load the module. */
  | { readonly kind: 'closes'; readonly line: CommandEntry }
  /** The module has a softdep that leads somewhere: the line is passed over. */
  | { readonly kind: 'void'; readonly line: CommandEntry; readonly softdep: SoftdepEntry }
  /** Its command calls modprobe for the module, past its install line. */
  | { readonly kind: 'loads'; readonly line: CommandEntry }
  /** What its command does, only running it would tell. */
  | { readonly kind: 'unknown'; readonly line: CommandEntry };

/** @param module a normalised name */
export function installLineOf(
  module: string,
  configuration: KmodConfiguration,
  tree: ModuleTree,
): InstallLine {
  const index = indexOf(configuration);
  const line = index.install(module);
  if (line === undefined) return { kind: 'none' };
  const softdep = voidingSoftdep(module, configuration, tree);
  if (softdep !== undefined) return { kind: 'void', line, softdep };
  if (doesNothing(line.command)) return { kind: 'closes', line };
  return { kind: loads(line.command, module) ? 'loads' : 'unknown', line };
}

/** @returns the softdep that makes every install line of a module void: the one that counts, if it leads somewhere. */
export function voidingSoftdep(
  module: string,
  configuration: KmodConfiguration,
  tree: ModuleTree,
): SoftdepEntry | undefined {
  const softdep = indexOf(configuration).softdep(module);
  const names = softdep === undefined ? [] : [...softdep.pre, ...softdep.post];
  const leadsSomewhere = names.some((name) => lookup(name, configuration, tree).modules.length > 0);
  return leadsSomewhere ? softdep : undefined;
}

function loads(command: string, module: string): boolean {
  const words = commandWords(command);
  const isModprobe = words.some((word) => word === 'modprobe' || word.endsWith('/modprobe'));
  const isDirect = words.includes('--ignore-install') || words.includes('-i');
  return isModprobe && isDirect && words.some((word) => normalizeName(word) === module);
}
