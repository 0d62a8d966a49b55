import type { DocumentEdit, Rule } from '../../rule.ts';
import { blameOf } from './bad-line.ts';
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
      const harmless: DocumentEdit[] = [];
      const found: { line: number; message: string; edit: DocumentEdit }[] = [];
      for (const [line, source] of document.lines.entries()) {
        for (const edit of returnsIn(source, line)) {
          const harm = harmOf(source, edit, dialect);
          if (harm === undefined) harmless.push(edit);
          else found.push({ line, message: harm, edit });
        }
      }
      const title = 'Remove the carriage return';
      for (const [index, { line, message, edit }] of found.entries()) {
        const edits = index === 0 ? [edit, ...harmless] : [edit];
        report({ line, span: edit.span, message, fix: { title, safety: 'safe', edits } });
      }
      const [first] = harmless;
      if (found.length > 0 || first === undefined) return;
      report({
        line: first.line,
        span: first.span,
        severity: 'info',
        message:
          'the carriage returns at the ends of lines do no harm yet; save the file with Unix line ends',
        fix: { title: 'Remove the carriage returns', safety: 'safe', edits: harmless },
      });
    },
  });
}

/** The carriage returns at the ends of the physical lines of a logical one. */
function returnsIn({ raw }: KmodLine, line: number): DocumentEdit[] {
  if (!raw.includes('\r')) return [];
  return [...raw.matchAll(/\r(?=\n|$)/g)].map(({ index }) => ({
    line,
    span: { start: index, end: index + 1 },
    newText: '',
  }));
}

function harmOf(line: KmodLine, { span }: DocumentEdit, dialect: Dialect): string | undefined {
  const { tree, raw } = line;
  const remedy = 'save the file with Unix line ends';
  if (tree.kind !== 'command') return undefined;
  if (blameOf(line, dialect) === 'carriage-return')
    return `${dialect.program} ignores this line because of the carriage return at its end; ${remedy}`;
  // An escaped backslash stays one, and joins nothing either way.
  if (raw[span.start - 1] === '\\' && raw[span.start - 2] !== '\\')
    return `the \`\\\` does not join the next line, because a carriage return stands between them; ${remedy}`;
  if (tree.fault !== undefined || dialect.ignoresReturn(tree)) return undefined;
  return `the carriage return belongs to the last word for ${dialect.program}; ${remedy}`;
}
