import { blameOf } from '../kmod/bad-line.ts';
import { depmodDialect } from './dialect.ts';
import { conf, depmodDRule } from './support.ts';

export const missingArgument = depmodDRule({
  id: 'missing-argument',
  severity: 'error',
  fix: 'none',
  needs: [],
  docs: {
    summary: 'A directive without what it needs: `override x`, `external *`, `search`.',
    why: '`override` needs a module, a kernel version or `*`, and a directory; `external` a kernel version or `*`, and directories. depmod answers `ignoring bad line` and reads on. `search` and `exclude` without a directory are accepted and say nothing.',
    basis: 'depmod.d(5); depmod ignores lines with too few words.',
    bad: conf('override kmp * '),
    good: conf('override kmp * weak-updates/kmp'),
  },
  lines: ['fault', 'search', 'exclude'],
  checkLine(line, report) {
    const { tree } = line;
    if (tree.kind !== 'command') return;
    const { directive = '', command, words } = tree;
    const span = { start: command.span.start, end: (words.at(-1) ?? command).span.end };
    if (blameOf(line, depmodDialect) === 'missing-argument') {
      const needs =
        directive === 'override'
          ? 'a module, a kernel version or `*`, and a directory'
          : 'a kernel version or `*`, and directories';
      report({
        span,
        message: `depmod ignores this line, because \`${directive}\` needs ${needs}; complete or remove it`,
      });
    } else if ((directive === 'search' || directive === 'exclude') && words.length === 0) {
      const message =
        'depmod accepts this line, which names no directory, without effect; name one, or remove the line';
      report({ span, message, severity: 'warning' });
    }
  },
});
