import { eventsIn } from './events.ts';
import { modulesConfRule } from './support.ts';

export const pathNoMatch = modulesConfRule({
  id: 'path-no-match',
  severity: 'warning',
  fix: 'none',
  needs: ['set', 'files'],
  docs: {
    summary: 'A pattern in a `path` that finds nothing.',
    why: 'Where a pattern finds no directory modutils keeps the pattern itself as the directory, which does not exist: no module is found there. The pattern is looked up below the root that is looked at.',
    basis:
      'modutils 2.4, meta_expand: a pattern of glob(3) without a match goes through `echo "…"` and stays as it is.',
    bad: {
      files: {
        '/etc/modules.conf': 'keep\npath[misc]=/lib/modules/2.2.*/misc\n',
        '/lib/modules/2.4.20/misc/driver.o': '',
      },
    },
    good: {
      files: {
        '/etc/modules.conf': 'keep\npath[misc]=/lib/modules/2.4.*/misc\n',
        '/lib/modules/2.4.20/misc/driver.o': '',
      },
    },
  },
  checkDocument({ document, set, files }, report) {
    // Without the tree of the kernel in force this is not the machine that the file is for.
    if (files.stat(`/lib/modules/${set.kernel}`) === undefined) return;
    for (const { origin, pattern } of eventsIn('glob-no-match', set, document)) {
      const { tree } = document.line(origin.line);
      if (tree.kind !== 'directive' || tree.directive !== 'path' || !/[*?[]/.test(pattern)) continue;
      const message = `\`${pattern}\` finds no directory, so modutils takes the pattern itself for one, where it finds no module; correct it or remove the line`;
      report({ line: origin.line, span: tree.argument.span, message });
    }
  },
});
