import type { Rule } from '../../rule.ts';
import { type Dialect, exampleOf, ruleOf } from './dialect.ts';

/** @returns the rule about a last line without a line end. */
export function missingFinalNewlineIn(dialect: Dialect): Rule {
  const { program, sample, path } = dialect;
  return ruleOf(dialect, {
    id: 'missing-final-newline',
    severity: 'info',
    fix: 'safe',
    needs: [],
    docs: {
      summary: 'The last line has no line end.',
      why: `${program} reads the line all the same. But what is added by \`echo … >> FILE\`, as installers and scripts do, is glued to it, and then neither line is what it was.`,
      basis:
        'kmod takes the end of the file for the end of the line; POSIX lets every line of a text file end in a newline.',
      bad: { files: { [path]: `${sample}` } },
      good: exampleOf(dialect, sample),
    },
    checkDocument({ document }, report) {
      const line = document.lines.length - 1;
      const raw = document.lines[line]?.raw;
      // A `\` there is reported by itself, and would join what follows.
      if (raw === undefined || raw.endsWith('\n') || raw.endsWith('\\')) return;
      const end = { start: raw.length, end: raw.length };
      report({
        line,
        span: { start: Math.max(0, raw.length - 1), end: raw.length },
        message:
          'what a script appends to this file is glued to its last line, which has no line end; add one',
        fix: { title: 'Add a line end', safety: 'safe', edits: [{ line, span: end, newText: '\n' }] },
      });
    },
  });
}
