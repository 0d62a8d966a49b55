import { indexOf } from '../../../loaders/kmod/configuration-index.ts';
import { code } from '../../message.ts';
import { entriesIn } from './own-entries.ts';
import { confOn, hasWildcard, modprobeDRule } from './support.ts';
import { namesOf } from './tree-names.ts';

const tree = { 'modules.dep': ['kernel/net/8139cp.ko:', 'kernel/net/8139too.ko:'] };

export const aliasShadowsModule = modprobeDRule({
  id: 'alias-shadows-module',
  severity: 'warning',
  fix: 'none',
  needs: ['set', 'tree'],
  docs: {
    summary: 'An `alias` with the name of a module: what it leads to is loaded in the place of the module.',
    why: 'Aliases of the configuration come before modules.dep. With `alias 8139too 8139cp`, modprobe 8139too loads 8139cp. As a dependency, and for its own devices, the module itself is still loaded.',
    basis:
      'kmod asks the aliases of the configuration first; recorded: with `alias ext4 xfs`, `modprobe -R ext4` answers `xfs`.',
    bad: confOn(tree, 'alias 8139too 8139cp'),
    good: confOn(tree, 'alias eth0 8139cp'),
  },
  checkDocument({ document, set, tree }, report) {
    const index = indexOf(set);
    for (const { pattern, module, origin } of entriesIn('aliases', set, document)) {
      const hidden = hasWildcard(pattern)
        ? namesOf(tree).firstMatching(pattern)
        : tree.module(pattern) && pattern;
      if (hidden === undefined || hidden === module) continue;
      if (index.aliases(hidden).some((alias) => alias.module === hidden)) continue;
      const { line, span } = origin;
      const message = `\`modprobe ${hidden}\` loads ${code(module)} instead of the module ${code(hidden)}, because aliases come first; choose a name that no module has`;
      report({ line, span, message });
    }
  },
});
