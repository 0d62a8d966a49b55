import { indexOf } from './entry-index.ts';
import { dep26, modulesDepRule } from './support.ts';

export const depSelf = modulesDepRule({
  id: 'dep-self',
  severity: 'error',
  fix: 'none',
  needs: [],
  docs: {
    summary: 'A module that needs itself.',
    why: 'modprobe would have to load the module before itself: that of kernel 2.4 gives up with `Too deep recursion in module dependencies!`. depmod never writes such a line; run it again.',
    basis: 'modutils 2.4: `Circular dependency?`; modules.dep(5).',
    bad: dep26(['kernel/fs/fat/fat.ko: kernel/fs/fat/fat.ko']),
    good: dep26(['kernel/fs/fat/fat.ko:']),
  },
  checkDocument({ document }, report) {
    const index = indexOf(document);
    for (const entry of index.entries) {
      for (const { text, span } of entry.tree.dependencies) {
        if (index.resolve(text, entry) !== entry) continue;
        const message = 'the module needs itself, so it cannot be loaded; run depmod again';
        report({ line: entry.line, span, message });
      }
    }
  },
});
