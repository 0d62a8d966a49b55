import type { LineEdit, Rule } from '../../rule.ts';
import { type Dialect, exampleOf, type KmodLine, ruleOf } from './dialect.ts';

/** @returns the rule about comments that take a directive in. */
export function commentContinuationIn(dialect: Dialect): Rule {
  const { program, sample } = dialect;
  return ruleOf(dialect, {
    id: 'comment-continuation',
    severity: 'error',
    fix: 'safe',
    needs: [],
    docs: {
      summary: 'A comment that ends in `\\` and swallows the directive on the next line.',
      why: [
        `A \`\\\` at the end of a line joins the next one to it, in comments too. ${program} then never sees the directive there, and says nothing.`,
        'What is swallowed without being a directive (a comment, the rest of a directive that was commented out) is not reported.',
      ].join('\n'),
      basis: 'kmod joins lines before it looks whether the first character is a `#`.',
      bad: exampleOf(dialect, '# see /usr/share/doc \\', sample),
      good: exampleOf(dialect, '# see /usr/share/doc', sample),
    },
    lines: ['comment'],
    checkLine({ raw, tree }: KmodLine, report) {
      if (tree.kind !== 'comment' || !raw.includes('\\\n')) return;
      const { edits, swallowed } = continuations(raw, dialect);
      if (swallowed === undefined) return;
      report({
        span: edits[0]!.span,
        message: `${program} does not see the \`${swallowed}\` on the next line, because this \`\\\` makes it a part of the comment; remove the \`\\\``,
        fix: { title: 'Remove the "\\"', safety: 'safe', edits },
      });
    },
  });
}

/** The backslashes that join lines, up to the one before the last directive, and the first directive that is swallowed. */
function continuations(raw: string, { lines }: Dialect) {
  const edits: LineEdit[] = [];
  let swallowed: string | undefined;
  let needed = 0;
  for (let at = raw.indexOf('\\\n'); at !== -1; at = raw.indexOf('\\\n', at + 2)) {
    edits.push({ span: { start: at, end: at + 1 }, newText: '' });
    const end = raw.indexOf('\n', at + 2);
    const { tree } = lines.readLine(raw.slice(at + 2, end === -1 ? raw.length : end), 0);
    if (tree.kind !== 'command' || tree.directive === undefined) continue;
    swallowed ??= tree.directive;
    needed = edits.length;
  }
  return { edits: edits.slice(0, needed), swallowed };
}
