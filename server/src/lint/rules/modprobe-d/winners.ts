import type { CommandEntry, KmodConfiguration, SoftdepEntry } from '../../../loaders/kmod/configuration.ts';
import { indexOf } from '../../../loaders/kmod/configuration-index.ts';
import { hasWildcard } from './support.ts';

/** @returns the install or remove line that counts where an entry does not: the same one, if the entry counts itself. */
export function winningCommand(
  kind: 'install' | 'remove',
  { module }: CommandEntry,
  set: KmodConfiguration,
): CommandEntry | undefined {
  const index = indexOf(set);
  // Two patterns may have modules in common and others of their own; only equal ones take each other's place.
  const isName = kind === 'install' && !hasWildcard(module);
  return isName ? index.install(module) : index.commandNamed(kind, module);
}

const softdeps = new WeakMap<KmodConfiguration, ReadonlyMap<string, SoftdepEntry>>();

/** @returns the softdep that counts where an entry does not: the same one, if the entry counts itself. */
export function winningSoftdep({ module }: SoftdepEntry, set: KmodConfiguration): SoftdepEntry | undefined {
  if (!hasWildcard(module)) return indexOf(set).softdep(module);
  let first = softdeps.get(set);
  if (first === undefined) {
    first = new Map(set.softdeps.toReversed().map((entry) => [entry.module, entry]));
    softdeps.set(set, first);
  }
  return first.get(module);
}
