import { installLineOf } from '../../../loaders/kmod/install-line.ts';
import { planKmodLoad } from '../../../loaders/kmod/plan-load.ts';
import { code } from '../../message.ts';
import { entriesIn } from './own-entries.ts';
import { confOn, hasWildcard, modprobeDRule } from './support.ts';

const tree = {
  'modules.dep': ['kernel/net/rds/rds_tcp.ko: kernel/net/rds/rds.ko', 'kernel/net/rds/rds.ko:'],
};

/** How many modules the message names. */
const named = 3;

export const blockLeavesDependencies = modprobeDRule({
  id: 'block-leaves-dependencies',
  severity: 'info',
  fix: 'none',
  needs: ['set', 'tree'],
  docs: {
    summary: 'A block of a module whose dependencies modprobe still loads when it is asked for.',
    why: [
      '`modprobe M` first loads all that M needs, then runs the `install` line of M in the place of M itself. What M needs stays loaded. Where that is to be kept out, block it by a line of its own.',
      'The lines of a file are reported together.',
    ].join('\n'),
    basis:
      'kmod runs the install command for one module of the list that it works off; recorded by `modprobe -D`.',
    bad: confOn(tree, 'install rds_tcp /bin/false'),
    good: confOn(tree, 'install rds_tcp /bin/false', 'install rds /bin/false'),
  },
  checkDocument({ document, set, tree }, report) {
    const leaving = entriesIn('installs', set, document).flatMap((entry) => {
      const { module, origin } = entry;
      if (hasWildcard(module) || (tree.module(module)?.dependencies.length ?? 0) === 0) return [];
      const install = installLineOf(module, set, tree);
      if (install.kind !== 'closes' || install.line !== entry) return [];
      const { steps } = planKmodLoad(module, set, tree);
      const left = steps.filter((step) => step.action === 'insmod' && step.module !== module);
      return left.length === 0 ? [] : [{ module, origin, left: left.map((step) => step.module) }];
    });
    const [first] = leaving;
    if (first === undefined) return;
    const shown = first.left.slice(0, named).map(code).join(', ');
    const more = first.left.length > named ? ` and ${first.left.length - named} more` : '';
    const also =
      leaving.length === 1
        ? ''
        : ` (and likewise for ${leaving.length === 2 ? '1 other block' : `${leaving.length - 1} other blocks`} of this file)`;
    const { line, span } = first.origin;
    const message = `\`modprobe ${first.module}\` still loads ${shown}${more}, which it needs${also}; block those, too, if they are to be kept out`;
    report({ line, span, message });
  },
});
