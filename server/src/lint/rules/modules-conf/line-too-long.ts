import { encode } from '../../../text/encoding.ts';
import { modulesConfRule } from './support.ts';

/** The buffer of older versions: 3,000 bytes, of which one is for the line end and one for the NUL. */
const longest = 2998;

export const lineTooLong = modulesConfRule({
  id: 'line-too-long',
  severity: 'warning',
  fix: 'none',
  needs: [],
  docs: {
    summary: 'A physical line of more than 2,998 bytes.',
    why: [
      'Older versions of modutils read lines into a buffer of 3,000 bytes: they take what is behind it for a line of its own,',
      'which is an invalid one, and then modprobe loads nothing. That holds for comments too. Continue the line with `\\`.',
    ].join('\n'),
    basis: 'modutils 2.4.2 and its fixed buffer of 3,000 bytes; later versions read lines of any length.',
    bad: { files: { '/etc/modules.conf': `options snd-card-0 ${'index=0 '.repeat(400)}\n` } },
    good: { files: { '/etc/modules.conf': 'options snd-card-0 index=0 \\\n  id=first\n' } },
  },
  checkLine({ raw }, report) {
    // No character takes more than three bytes for one UTF-16 unit.
    if (raw.length * 3 <= longest) return;
    for (let start = 0; start < raw.length; ) {
      const newline = raw.indexOf('\n', start);
      const end = newline === -1 ? raw.length : newline;
      const text = raw.slice(start, end);
      const bytes = encode(text).length;
      if (bytes > longest) {
        const span = { start: start + unitsOf(text, longest), end };
        const message = `older versions of modutils cut this line of ${bytes} bytes here, behind ${longest}, and take the rest for a line of its own; continue it with \`\\\` before that`;
        report({ span, message });
      }
      start = end + 1;
    }
  },
});

/** @returns how many UTF-16 units of a text fit into a number of bytes. */
function unitsOf(text: string, bytes: number): number {
  let units = 0;
  let left = bytes;
  for (const character of text) {
    left -= encode(character).length;
    if (left < 0) break;
    units += character.length;
  }
  return units;
}
