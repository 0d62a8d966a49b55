import { indexOf, nameKey } from './entry-index.ts';
import { dep26, isModern, modulesDepRule, placeOfTarget } from './support.ts';

export const depDuplicateName = modulesDepRule({
  id: 'dep-duplicate-name',
  severity: 'warning',
  fix: 'none',
  needs: [],
  docs: {
    summary: 'Two files with the same module name.',
    why: [
      'A module is asked for by its name: the file name without directory and suffix, with `-` and `_` the same since kernel 2.6.',
      'modprobe of kernel 2.4 tries the files in turn. Since 2.6 only one of them can be loaded by name; remove or rename the other, or let depmod.d say which directory goes first.',
    ].join('\n'),
    basis: 'modutils 2.4 goes through all entries of a name; depmod.d(5), `search` and `override`.',
    bad: dep26(['kernel/drivers/net/e1000.ko:', 'updates/e1000.ko:']),
    good: dep26(['updates/e1000.ko:']),
  },
  checkDocument({ location, document }, report) {
    const index = indexOf(document);
    for (const entry of index.entries) {
      const first = index.firstOfName(entry);
      const { target } = entry.tree;
      if (first === undefined || first === entry || target.text === '') continue;
      if (index.firstOfPath(entry) !== entry) continue;
      const name = nameKey(entry);
      const effect = isModern(entry)
        ? 'only one of them can be loaded by this name; remove one'
        : 'modprobe tries one after the other; remove the one that is not meant';
      report({
        line: entry.line,
        span: target.span,
        message: `another file is called \`${name}\` too, and ${effect}`,
        related: [placeOfTarget(first, `\`${name}\` too`, { location, document })],
      });
    }
  },
});
