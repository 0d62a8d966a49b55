import type { Rule } from '../../rule.ts';
import { blameOf } from './bad-line.ts';
import { type Dialect, exampleOf, type KmodLine, ruleOf } from './dialect.ts';

/** @returns the rule about directives in upper case. */
export function directiveCaseIn(dialect: Dialect): Rule {
  const { program, sample } = dialect;
  return ruleOf(dialect, {
    id: 'directive-case',
    severity: 'error',
    fix: 'safe',
    needs: [],
    docs: {
      summary: 'A directive that is not written in lower case.',
      why: `${program} compares directives letter by letter. It answers \`ignoring bad line\` and reads on; nothing fails, and the line has no effect.`,
      basis: `kmod compares the first word with the directives by strcmp(3); ${dialect.language}(5) lists them in lower case.`,
      bad: exampleOf(dialect, capitalized(sample)),
      good: exampleOf(dialect, sample),
    },
    lines: ['fault'],
    checkLine(line: KmodLine, report) {
      const { tree } = line;
      if (tree.kind !== 'command' || blameOf(line, dialect) !== 'case') return;
      const { text, span } = tree.command;
      const meant = text.toLowerCase();
      report({
        span,
        message: `${program} ignores this line, because \`${text}\` is no directive; write \`${meant}\``,
        fix: { title: `Write "${meant}"`, safety: 'safe', edits: [{ span, newText: meant }] },
      });
    },
  });
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
