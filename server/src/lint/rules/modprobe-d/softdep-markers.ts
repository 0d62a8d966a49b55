import type { LineWord } from '../../../syntax/line-word.ts';
import type { Span } from '../../../text/span.ts';

/** A `pre:` or `post:` that is not a word of its own, and so no marker. */
export interface GluedMarker {
  readonly when: 'pre' | 'post';
  /** In the line's raw text: what stands for the marker and what is glued to it. */
  readonly span: Span;
  /** What would be read as it is meant, in the place of `span`. */
  readonly meant: string;
  readonly slip: 'word-behind' | 'blank-before-colon' | 'blanks-before';
}

/**
 * @param words of a softdep line that modprobe takes for no markers
 * @returns those of them that are meant as markers: `pre:x`, `pre :x`, `pre : x`
 */
export function findGlued(words: readonly LineWord[]): GluedMarker[] {
  const found: GluedMarker[] = [];
  for (let index = 0; index < words.length; index++) {
    const word = words[index]!;
    const glued = gluedWord(word) ?? gluedToColon(word, words[index + 1]);
    if (glued !== undefined) found.push(glued);
  }
  return found;
}

function gluedWord(word: LineWord): GluedMarker | undefined {
  const { text, span } = word;
  // With two blanks behind the name kmod leaves one of them in the word.
  const bare = text.trimStart();
  for (const when of ['pre', 'post'] as const) {
    if (!bare.startsWith(`${when}:`)) continue;
    const rest = bare.slice(when.length + 1);
    const meant = rest === '' ? `${when}:` : `${when}: ${rest}`;
    return { when, span, meant, slip: rest === '' ? 'blanks-before' : 'word-behind' };
  }
  return undefined;
}

function gluedToColon(word: LineWord, next: LineWord | undefined): GluedMarker | undefined {
  const when = word.text.trimStart();
  if ((when !== 'pre' && when !== 'post') || !next?.text.startsWith(':')) return undefined;
  const rest = next.text.slice(1);
  const span = { start: word.span.start, end: next.span.end };
  return { when, span, meant: rest === '' ? `${when}:` : `${when}: ${rest}`, slip: 'blank-before-colon' };
}
