import type { LineFinding, LineFix, Rule } from '../../rule.ts';
import { inDocument } from '../in-document.ts';
import { blameOf } from './bad-line.ts';
import { type Dialect, exampleOf, type KmodCommand, type KmodLine, ruleOf } from './dialect.ts';
import { hasOddSpace, nameSpace, oddSpacesIn, plainSpace } from './odd-spaces.ts';

const byteOrderMark = '\uFEFF';

/** @returns the rule about byte-order marks and about spaces that are none. */
export function bomOrOddSpaceIn(dialect: Dialect): Rule {
  const { program, sample } = dialect;
  return ruleOf(dialect, {
    id: 'bom-or-odd-space',
    severity: 'error',
    fix: 'safe',
    needs: [],
    docs: {
      summary: 'A byte-order mark, a no-break space or another character that only looks like a blank.',
      why: [
        `For ${program} only the blank and the tab separate words. Any other space, as text copied from a web page has it, is a part of the word: the line is ignored, or the name is one that no module has.`,
        'A byte-order mark at the start of the file makes its first line a bad one, even if that is a comment.',
      ].join('\n'),
      basis: 'kmod separates words by blanks and tabs only, and does not know byte-order marks.',
      bad: exampleOf(dialect, sample.replace(' ', '\xA0')),
      good: exampleOf(dialect, sample),
    },
    checkDocument({ document }, report) {
      if (!hasOddSpace(document.text)) return;
      for (const [index, line] of document.lines.entries()) {
        const finding = look(line, dialect);
        if (finding !== undefined) report(inDocument(finding, index));
      }
    },
  });
}

function look(line: KmodLine, dialect: Dialect): LineFinding | undefined {
  const { tree, raw } = line;
  if (tree.kind !== 'command' || !hasOddSpace(raw)) return undefined;
  const isToBlame = blameOf(line, dialect) === 'odd-space';
  const offsets = isToBlame ? oddSpacesIn(raw) : oddSpacesInWords(tree, dialect);
  const [first] = offsets;
  if (first === undefined) return undefined;
  const message = describe(raw[first]!, isToBlame, dialect);
  return { span: { start: first, end: first + 1 }, message, fix: fixOf(raw, offsets) };
}

/** Offsets in the line's raw text. */
function oddSpacesInWords(tree: KmodCommand, dialect: Dialect): number[] {
  if (tree.fault !== undefined) return [];
  return dialect
    .strictWords(tree)
    .flatMap((word) => oddSpacesIn(word.text).map((at) => word.spanOf(at, at + 1).start));
}

function describe(character: string, isIgnored: boolean, { program }: Dialect): string {
  if (character === byteOrderMark && isIgnored)
    return `${program} ignores this line, because a ${nameSpace(character)} stands before it; save the file without one`;
  const remedy = plainSpace(character) === '' ? 'remove it' : 'write a blank';
  return isIgnored
    ? `${program} ignores this line, because this ${nameSpace(character)} is no blank; ${remedy}`
    : `${program} takes this ${nameSpace(character)} for a part of the word; ${remedy}`;
}

function fixOf(raw: string, offsets: readonly number[]): LineFix {
  const edits = offsets.map((at) => ({ span: { start: at, end: at + 1 }, newText: plainSpace(raw[at]!) }));
  const removes = edits.every(({ newText }) => newText === '');
  return { title: removes ? 'Remove what cannot be seen' : 'Write plain blanks', safety: 'safe', edits };
}
