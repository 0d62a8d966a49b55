import { type ConfigurationIndex, indexOf } from '../../../loaders/kmod/configuration-index.ts';
import type { IndexedModuleTree } from '../../../tree/open-module-tree.ts';
import { code } from '../../message.ts';
import { entriesIn } from './own-entries.ts';
import { confOn, hasWildcard, modprobeDRule } from './support.ts';
import { namesOf } from './tree-names.ts';

const tree = {
  'modules.dep': ['kernel/net/ipv6/ipv6.ko:'],
  'modules.alias': ['alias net-pf-10 ipv6'],
};

export const aliasUnknownTarget = modprobeDRule({
  id: 'alias-unknown-target',
  severity: 'warning',
  fix: 'none',
  needs: ['set', 'tree'],
  docs: {
    summary: 'An `alias` to a module that the kernel does not have.',
    why: [
      'modprobe then does nothing and reports success. As aliases of the configuration come first, those that modules bring along are hidden, and what they would load is not loaded.',
      'Where no alias of the kernel is hidden and no module has a similar name, the line only waits for a module that may be installed later, and is noted once for each module.',
    ].join('\n'),
    basis:
      'kmod passes over modules that do not exist; modules.dep, modules.builtin and modules.alias of /lib/modules/V.',
    bad: confOn(tree, 'alias net-pf-10 ipv6_new'),
    good: confOn(tree, 'alias net-pf-10 ipv6'),
  },
  checkDocument({ document, set, tree }, report) {
    const index = indexOf(set);
    const noted = new Set<string>();
    for (const { pattern, module, origin } of entriesIn('aliases', set, document)) {
      if (!/^\w+$/.test(module) || isKnown(module, index, tree)) continue;
      // A slip in upper and lower case is another rule's.
      if (namesOf(tree).inOtherCase(module) !== undefined) continue;
      const { line, span } = origin;
      const similar = namesOf(tree).oneSlipFrom(module);
      const hidden = hasWildcard(pattern) ? undefined : tree.aliases(pattern)[0];
      const isWaiting = similar === undefined && hidden === undefined;
      if (isWaiting && noted.has(module)) continue;
      noted.add(module);
      const { tree: own } = document.line(line);
      const written = own.kind === 'command' ? own.name?.text : undefined;
      const fact = `kernel ${tree.kernel} has no module ${code(module)}, so modprobe does nothing for ${code(written ?? pattern)}`;
      const loss =
        hidden === undefined ? '' : ` and does not load ${code(hidden.module)}, which has that alias`;
      const remedy = similar === undefined ? 'correct or remove the line' : `did you mean ${code(similar)}?`;
      const message = `${fact}${loss}; ${remedy}`;
      report({ line, span, message, ...(isWaiting && { severity: 'info' }) });
    }
  },
});

function isKnown(name: string, index: ConfigurationIndex, tree: IndexedModuleTree): boolean {
  if (tree.module(name) !== undefined || tree.isBuiltin(name)) return true;
  // `off`, and aliases of aliases, are other rules'.
  if (name === 'off' || name === 'null' || index.aliases(name).length > 0) return true;
  return index.install(name) !== undefined;
}
