import type { Rule } from '../../rule.ts';
import { blameOf } from './bad-line.ts';
import { type Dialect, exampleOf, type KmodLine, ruleOf } from './dialect.ts';

/** @returns the rule about comments that do not begin in the first column. */
export function indentedCommentIn(dialect: Dialect): Rule {
  const { program, sample } = dialect;
  return ruleOf(dialect, {
    id: 'indented-comment',
    severity: 'warning',
    fix: 'safe',
    needs: [],
    docs: {
      summary: 'A comment with blanks before its `#`.',
      why: `Only a \`#\` that is the first character of its line starts a comment. ${program} takes an indented one for a directive and answers \`ignoring bad line starting with '#'\` each time it runs.`,
      basis: 'kmod tests the first character of the line, then looks for the first word.',
      bad: exampleOf(dialect, '  # not needed here', sample),
      good: exampleOf(dialect, '# not needed here', sample),
    },
    lines: ['fault'],
    checkLine(line: KmodLine, report) {
      const { tree } = line;
      if (tree.kind !== 'command' || blameOf(line, dialect) !== 'indented-comment') return;
      const { span } = tree.command;
      report({
        span,
        message: `${program} complains about this comment as a bad line, because it is indented; begin it in the first column`,
        fix: {
          title: 'Remove the indentation',
          safety: 'safe',
          edits: [{ span: { start: 0, end: span.start }, newText: '' }],
        },
      });
    },
  });
}
