import type { Span } from '../../../text/span.ts';
import type { DocumentEdit, LineEdit, Rule } from '../../rule.ts';
import { blameOf, isLost, returnsIn } from './bad-line.ts';
import { type Dialect, type KmodLine, ruleOf } from './dialect.ts';

/** @returns the rule about carriage returns before line ends. */
export function crlfLineEndingIn(dialect: Dialect): Rule {
  const { program, sample, path } = dialect;
  return ruleOf(dialect, {
    id: 'crlf-line-ending',
    severity: 'error',
    fix: 'safe',
    needs: [],
    docs: {
      summary: 'A line that ends in a carriage return, as files from Windows have them.',
      why: [
        `${program} takes the carriage return for a part of the last word: a module of that name does not exist, a command of that name is not found, an empty line is a bad one, and a \`\\\` before it joins nothing.`,
        'Where it does no harm (in comments, behind options) it goes with the others; a file that has only such ones gets one note.',
      ].join('\n'),
      basis: 'kmod separates words by blanks and tabs only.',
      bad: { files: { [path]: `${sample}\r\n` } },
      good: { files: { [path]: `${sample}\n` } },
    },
    checkDocument({ document }, report) {
      if (!document.text.includes('\r')) return;
      const harmless: DocumentEdit[] = [];
      const found: { harm: string; edit: DocumentEdit }[] = [];
      for (const [line, source] of document.lines.entries()) {
        for (const span of returnsIn(source.raw)) {
          const harm = harmOf(source, span, dialect);
          const edit = { line, ...removal(source, span, document.lines[line + 1]) };
          if (harm === undefined) harmless.push(edit);
          else found.push({ harm, edit });
        }
      }
      const title = 'Remove the carriage return';
      for (const [index, { harm, edit }] of found.entries()) {
        const { line, span } = edit;
        // Where it does no harm it goes with the first that does.
        const edits = index === 0 ? [edit, ...harmless] : [edit];
        report({ line, span, message: `${harm}; ${remedy}`, fix: { title, safety: 'safe', edits } });
      }
      const [first] = harmless;
      if (found.length > 0 || first === undefined) return;
      const { line, span } = first;
      report({
        line,
        span,
        severity: 'info',
        message: `the carriage returns at the ends of lines do no harm yet; ${remedy}`,
        fix: { title: 'Remove the carriage returns', safety: 'safe', edits: harmless },
      });
    },
  });
}

const remedy = 'save the file with Unix line ends';

/** Without the carriage return a `\` would join the next line; it goes, too, where that is a line of its own. */
function removal({ raw }: KmodLine, { start, end }: Span, next: KmodLine | undefined): LineEdit {
  const joins = isEscape(raw, start - 1) && end < raw.length;
  const isMeant = next === undefined || isLost(next);
  return { span: { start: joins && !isMeant ? start - 1 : start, end }, newText: '' };
}

function harmOf(line: KmodLine, { start }: Span, dialect: Dialect): string | undefined {
  const { tree, raw } = line;
  if (tree.kind !== 'command') return undefined;
  if (blameOf(line, dialect) === 'carriage-return')
    return `${dialect.program} ignores this line because of the carriage return at its end`;
  if (isEscape(raw, start - 1))
    return 'the `\\` does not join the next line, because a carriage return stands between them';
  if (tree.fault !== undefined || dialect.ignoresReturn(tree)) return undefined;
  return `the carriage return belongs to the last word for ${dialect.program}`;
}

/** Whether a backslash stands there that no other one escapes. */
function isEscape(raw: string, at: number): boolean {
  let backslashes = 0;
  while (raw[at - backslashes] === '\\') backslashes++;
  return backslashes % 2 === 1;
}
