import type { KmodConfiguration } from '../../../loaders/kmod/configuration.ts';
import { indexOf } from '../../../loaders/kmod/configuration-index.ts';
import { installLineOf } from '../../../loaders/kmod/install-line.ts';
import type { ModuleTree } from '../../../tree/module-tree.ts';
import { code } from '../../message.ts';
import { dependentsOf } from './dependents.ts';
import { entriesIn } from './own-entries.ts';
import { confOn, modprobeDRule } from './support.ts';

const tree = {
  'modules.dep': [
    'kernel/drivers/misc/mei/mei.ko:',
    'kernel/drivers/misc/mei/mei-me.ko: kernel/drivers/misc/mei/mei.ko',
  ],
};

export const blacklistPulledByDependency = modprobeDRule({
  id: 'blacklist-pulled-by-dependency',
  severity: 'warning',
  fix: 'none',
  needs: ['set', 'tree'],
  docs: {
    summary: 'A `blacklist` of a module that other modules need, which are not kept out themselves.',
    why: 'A blacklist counts where a module is found by its aliases, not where another one needs it: when that is loaded for its own device, the blacklisted module comes with it. Blacklist the modules that need it, too, or write `install M /bin/false`.',
    basis:
      'modprobe.d(5), `blacklist`; the dependencies of modules.dep are inserted without looking at blacklists.',
    bad: confOn(tree, 'blacklist mei'),
    good: confOn(tree, 'blacklist mei', 'blacklist mei_me'),
  },
  checkDocument({ document, set, tree }, report) {
    for (const { module, origin } of entriesIn('blacklists', set, document)) {
      if (isClosed(module, set, tree)) continue;
      const open = dependentsOf(module, tree).filter((name) => isOpen(name, set, tree));
      const [first] = open;
      if (first === undefined) continue;
      const others = open.length - 1;
      const who =
        others === 0 ? `${code(first)}, which needs` : `${code(first)} or another of ${others + 1} that need`;
      const { line, span } = origin;
      const message = `${code(module)} is still loaded together with ${who} it; blacklist what needs it, too, or write \`install ${module} /bin/false\``;
      report({ line, span, message });
    }
  },
});

function isClosed(module: string, set: KmodConfiguration, tree: ModuleTree): boolean {
  const { kind } = installLineOf(module, set, tree);
  return kind === 'closes' || kind === 'unknown';
}

/** Whether modprobe loads a module for what asks for it. */
function isOpen(module: string, set: KmodConfiguration, tree: ModuleTree): boolean {
  return indexOf(set).blacklist(module) === undefined && !isClosed(module, set, tree);
}
