import { isSpace } from '../../../syntax/characters.ts';
import type { Span } from '../../../text/span.ts';
import { type ConfLine, modulesConfRule } from './support.ts';

export const trailingBackslashEof = modulesConfRule({
  id: 'trailing-backslash-eof',
  severity: 'warning',
  fix: 'safe',
  needs: [],
  docs: {
    summary: 'The last line ends in `\\`, but no line follows.',
    why: [
      'modutils takes the backslash off and uses what there is.',
      'A line that is appended to the file later, by hand or by a program, becomes part of this one.',
    ].join('\n'),
    basis:
      'modutils 2.4 appends the next physical line to one that ends in `\\`; at the end of the file there is none.',
    bad: { files: { '/etc/modules.conf': 'options sb irq=5 \\\n' } },
    good: { files: { '/etc/modules.conf': 'options sb irq=5\n' } },
  },
  checkLine(line, report) {
    const span = continuation(line);
    if (span === undefined) return;
    const start = blanksBefore(line.raw, span.start);
    const edits = [{ span: { start, end: span.end }, newText: '' }];
    report({
      span,
      message: 'this line is continued, but the file ends here; remove the backslash',
      // Another backslash before it would then continue the line.
      ...(line.raw[start - 1] !== '\\' && {
        fix: { title: 'Remove the backslash', safety: 'safe', edits },
      }),
    });
  },
});

/** The backslash that the last physical line of a logical line ends in: only at the end of the file is there one. */
function continuation({ raw, comments }: ConfLine): Span | undefined {
  const lineStart = raw.lastIndexOf('\n', raw.length - 2) + 1;
  const comment = comments?.at(-1);
  let end = comment !== undefined && comment.start >= lineStart ? comment.start : raw.length;
  while (end > lineStart && isSpace(raw.charCodeAt(end - 1))) end--;
  if (end === lineStart || raw[end - 1] !== '\\' || raw[end - 2] === '\\') return undefined;
  return { start: end - 1, end };
}

function blanksBefore(raw: string, offset: number): number {
  let start = offset;
  while (raw[start - 1] === ' ' || raw[start - 1] === '\t') start--;
  return start;
}
