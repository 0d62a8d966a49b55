import { eventsIn } from './events.ts';
import { modulesConfRule } from './support.ts';

export const includeDepth = modulesConfRule({
  id: 'include-depth',
  severity: 'error',
  fix: 'none',
  needs: ['set'],
  docs: {
    summary: 'Files that include each other more than 20 levels deep, most often in a circle.',
    why: 'modutils stops at the 21st level with `Too many include level`, every file on the way is then an invalid line of the one that includes it, and modprobe loads nothing. Some versions crash.',
    basis: 'modutils 2.4: `Too many include level in line N`.',
    bad: { files: { '/etc/modules.conf': 'include /etc/modules.conf\n' } },
    good: {
      files: {
        '/etc/modules.conf': 'include /etc/sound.conf\n',
        '/etc/sound.conf': 'alias sound-slot-0 sb\n',
      },
    },
  },
  checkDocument({ document, set }, report) {
    for (const { origin } of eventsIn('stopped', set, document)) {
      const { tree } = document.line(origin.line);
      if (tree.kind !== 'directive' || tree.directive !== 'include') continue;
      const message =
        'modutils gives up here and modprobe loads nothing, because the files include each other more than 20 levels deep; remove one of the `include` lines';
      report({ line: origin.line, span: origin.span, message });
    }
  },
});
