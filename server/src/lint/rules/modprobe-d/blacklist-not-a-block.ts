import { indexOf } from '../../../loaders/kmod/configuration-index.ts';
import type { FileOrigin } from '../../../loaders/origin.ts';
import { code } from '../../message.ts';
import { entriesIn } from './own-entries.ts';
import { conf, modprobeDRule } from './support.ts';

export const blacklistNotABlock = modprobeDRule({
  id: 'blacklist-not-a-block',
  severity: 'info',
  fix: 'unsafe',
  needs: ['set'],
  docs: {
    summary: 'A `blacklist` of a module that has no `install` line: it can still be loaded.',
    why: [
      '`blacklist M` hides the aliases of M, so no device loads it by itself. `modprobe M` still does, and so does every module that needs it or has a softdep on it. That is enough to prefer another driver; to keep a module out, write `install M /bin/false`.',
      'The lines of a file are reported together. A module that is not in the tree of the kernel is left out.',
    ].join('\n'),
    basis: 'modprobe.d(5), `blacklist`; kmod applies blacklists to what it finds by an alias only.',
    bad: conf('blacklist firewire_ohci'),
    good: conf('blacklist firewire_ohci', 'install firewire_ohci /bin/false'),
  },
  checkDocument({ document, set, tree }, report) {
    const index = indexOf(set);
    const isThere = (module: string) => tree === undefined || tree.module(module) !== undefined;
    const open = new Map<string, FileOrigin>();
    for (const { module, origin } of entriesIn('blacklists', set, document)) {
      const isOpen = /^\w+$/.test(module) && isThere(module) && index.install(module) === undefined;
      if (isOpen && !open.has(module)) open.set(module, origin);
    }
    const [first] = open;
    if (first === undefined) return;
    const [module, { line, span }] = first;
    const count = open.size - 1;
    const also =
      count === 0 ? '' : ` (and so ${count === 1 ? 'is 1 other' : `are ${count} others`} of this file)`;
    const meant = `install ${module} /bin/false`;
    report({
      line,
      span,
      message: `${code(module)} is still loaded by name and for modules that need it${also}, because \`blacklist\` only hides aliases; write ${code(meant)} to keep it out`,
      fix: {
        title:
          count === 0 ? `Add "${meant}"` : `Add an "install … /bin/false" for each of ${count + 1} modules`,
        safety: 'unsafe',
        edits: [...open].map(
          ([
            name,
            {
              line,
              span: { end },
            },
          ]) => ({
            line,
            span: { start: end, end },
            newText: `\ninstall ${name} /bin/false`,
          }),
        ),
      },
    });
  },
});
