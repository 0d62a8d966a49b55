import { code } from '../../message.ts';
import { entriesIn } from './own-entries.ts';
import { softdepOrderOf } from './softdep-order.ts';
import { confOn, modprobeDRule } from './support.ts';

const tree = { 'modules.dep': ['kernel/drivers/ehci_hcd.ko:', 'kernel/drivers/ohci_hcd.ko:'] };

export const softdepCycle = modprobeDRule({
  id: 'softdep-cycle',
  severity: 'warning',
  fix: 'none',
  needs: ['set', 'tree'],
  docs: {
    summary:
      'Softdeps that ask for an order which is impossible, because each module is to be loaded before the other.',
    why: 'modprobe looks at each module once and goes on, so nothing hangs; but one of the softdeps is not met, and which one depends on what is asked for first. Dependencies of modules.dep count, too: they always come first.',
    basis: 'kmod marks modules as visited when it works a softdep off.',
    bad: confOn(tree, 'softdep ohci_hcd pre: ehci_hcd', 'softdep ehci_hcd pre: ohci_hcd'),
    good: confOn(tree, 'softdep ohci_hcd pre: ehci_hcd', 'softdep ehci_hcd post: ohci_hcd'),
  },
  checkDocument({ document, set, tree }, report) {
    for (const entry of entriesIn('softdeps', set, document)) {
      const order = softdepOrderOf(set, tree);
      const contradiction = order.contradiction(entry);
      if (contradiction === undefined) continue;
      const { before, after } = contradiction;
      const { line, span } = entry.origin;
      const way = order.way(before, after);
      const through = way.length > 2 ? ` through ${way.slice(1, -1).map(code).join(', ')}` : '';
      const message =
        before === after
          ? `${code(before)} cannot be loaded before itself; remove it from its own softdep`
          : `${code(before)} is to be loaded before ${code(after)}, but needs it first${through}; remove one of the softdeps`;
      report({ line, span, message });
    }
  },
});
