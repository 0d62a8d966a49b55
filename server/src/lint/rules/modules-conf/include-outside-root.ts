import { eventsIn } from './events.ts';
import { conf, modulesConfRule } from './support.ts';

export const includeOutsideRoot = modulesConfRule({
  id: 'include-outside-root',
  severity: 'error',
  fix: 'none',
  needs: ['set', 'files'],
  docs: {
    summary: 'An `include` of a relative path that leads out of the root file system.',
    why: [
      'A relative path begins where modprobe happens to be started. With more `..` than directories it leads above that place, so nobody can tell which file is meant,',
      'and when the configuration of another root is looked at (an image, a chroot), nothing outside that root is read. Write the path from the root.',
    ].join('\n'),
    basis: 'modutils 2.4 opens the path as it is; `..` in the root directory is the root directory.',
    bad: conf('include ../srv/modules.conf'),
    good: {
      files: {
        '/etc/modules.conf': 'include /srv/modules.conf\n',
        '/srv/modules.conf': 'alias eth0 eepro100\n',
      },
    },
  },
  checkDocument({ document, set }, report) {
    for (const { origin, path } of eventsIn('include', set, document)) {
      const { tree } = document.line(origin.line);
      if (tree.kind !== 'directive' || !isOutsideRoot(path)) continue;
      const message = `\`${path}\` leads out of the root file system, and nothing outside is read; write the path from the root`;
      report({ line: origin.line, span: tree.argument.span, message });
    }
  },
});

/** @returns whether a relative path has more `..` than directories before them; above the root there is nothing but the root. */
export function isOutsideRoot(path: string): boolean {
  if (path.startsWith('/')) return false;
  let depth = 0;
  for (const name of path.split('/')) {
    if (name === '..') depth--;
    else if (name !== '' && name !== '.') depth++;
    if (depth < 0) return true;
  }
  return false;
}
