import { indexOf } from './entry-index.ts';
import { dep26, modulesDepRule, placeOfTarget } from './support.ts';

export const depDuplicateTarget = modulesDepRule({
  id: 'dep-duplicate-target',
  severity: 'warning',
  fix: 'none',
  needs: [],
  docs: {
    summary: 'A module file that is listed twice.',
    why: 'depmod lists each file once. modprobe of kernel 2.4 tries the entries one after the other, later readers keep one of them: which dependencies count is left to chance. Run depmod again.',
    basis: 'modules.dep(5); modutils 2.4 goes through all entries of a name.',
    bad: dep26([
      'kernel/fs/fat/fat.ko:',
      'kernel/fs/fat/fat.ko: kernel/fs/nls/nls_base.ko',
      'kernel/fs/nls/nls_base.ko:',
    ]),
    good: dep26(['kernel/fs/fat/fat.ko: kernel/fs/nls/nls_base.ko', 'kernel/fs/nls/nls_base.ko:']),
  },
  checkDocument({ location, document }, report) {
    const index = indexOf(document);
    for (const entry of index.entries) {
      const first = index.firstOfPath(entry);
      const { target } = entry.tree;
      if (first === undefined || first === entry || target.text === '') continue;
      const number = document.firstPhysicalLine(first.line) + 1;
      report({
        line: entry.line,
        span: target.span,
        message: `this file is listed in line ${number} already, and only one of the lines counts; run depmod again`,
        related: [placeOfTarget(first, 'the first entry of the file', { location, document })],
      });
    }
  },
});
