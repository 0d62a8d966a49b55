import assert from 'node:assert/strict';
import fc from 'fast-check';
import { formattingAfterWord, formattingEdits } from '../../server/src/features/formatting.ts';
import type { TextEdit } from '../../server/src/text/span.ts';
import { takeCaret } from '../support/marked.ts';
import { type SnapshotOptions, snapshotOf } from '../support/snapshot.ts';

const options = { tabSize: 2, insertSpaces: true };

function applied(text: string, edits: readonly TextEdit[]): string {
  const { document } = snapshotOf(text);
  let result = text;
  const inOrder = edits
    .map(({ range, newText }) => ({
      start: document.offsetAt(range.start),
      end: document.offsetAt(range.end),
      newText,
    }))
    .sort((left, right) => right.start - left.start || right.end - left.end);
  for (const { start, end, newText } of inOrder)
    result = result.slice(0, start) + newText + result.slice(end);
  return result;
}

function formatted(
  text: string,
  more: Record<string, unknown> = {},
  snapshotOptions: SnapshotOptions = {},
): string {
  return applied(text, formattingEdits(snapshotOf(text, snapshotOptions), { ...options, ...more }));
}

/** What a loader reads: the directives with their words. */
function meaning(text: string): unknown {
  return snapshotOf(text).document.lines.flatMap(({ tree }) => {
    const line = tree as {
      kind: string;
      directive?: string;
      name?: { text: string };
      add?: unknown;
      argument?: { text: string };
    };
    return line.kind === 'empty'
      ? []
      : [[line.add !== undefined, line.directive, line.name?.text, line.argument?.text]];
  });
}

describe('formatting', () => {
  it('takes blanks at line ends away', () => {
    assert.equal(
      formatted('alias a b  \n# c \t\r\noptions x \\  \n  a=1 \n \n'),
      'alias a b\n# c\r\noptions x \\\n  a=1\n\n',
    );
  });

  it('leaves what is aligned', () => {
    const text = 'alias   eth0     eepro100   # one\nalias   ethernet mii        # two\n   keep\n';
    assert.equal(formatted(text), text);
  });

  it('indents conditionals alike where the author indents', () => {
    const text =
      'if 1\n      alias a b\nkeep\n # note\n# modconf-disable-next-line alias-loop\n   if 2\nalias c d\nendif\n  else\n  alias e f\n endif\n  alias g h\n';
    assert.equal(
      formatted(text),
      'if 1\n  alias a b\n  keep\n  # note\n# modconf-disable-next-line alias-loop\n  if 2\n    alias c d\n  endif\nelse\n  alias e f\nendif\n  alias g h\n',
    );
    assert.equal(formatted('if 1\n keep\n  endif  \n'), 'if 1\n  keep\nendif\n');
    assert.equal(formatted('if 1\n  keep\nendif\n', { insertSpaces: false }), 'if 1\n\tkeep\nendif\n');
  });

  it('leaves conditionals that the author does not indent', () => {
    const text = 'if 1\nalias a b\nendif\n';
    assert.equal(formatted(text), text);
  });

  it('ends the file as the editor wants', () => {
    assert.equal(formatted('keep', { insertFinalNewline: true }), 'keep\n');
    assert.equal(formatted('keep  ', { insertFinalNewline: true }), 'keep\n');
    assert.equal(formatted('keep\n\n \n\n', { trimFinalNewlines: true }), 'keep\n');
    assert.equal(formatted('', { insertFinalNewline: true, trimFinalNewlines: true }), '');
    assert.equal(formatted('keep\n\n'), 'keep\n\n');
  });

  it('of some lines leaves the others', () => {
    const text = 'keep  \nkeep  \nkeep  \n';
    assert.equal(applied(text, formattingEdits(snapshotOf(text), options, 1, 2)), 'keep  \nkeep\nkeep  \n');
  });

  it('leaves other languages', () => {
    const text = '/a.o: /b.o  \n';
    assert.equal(formatted(text, {}, { path: '/lib/modules/2.4.20/modules.dep' }), text);
  });

  it('puts the word of a conditional where it belongs as it is written', () => {
    const written = (marked: string) => {
      const { text, offset } = takeCaret(marked);
      const snapshot = snapshotOf(text);
      return applied(text, formattingAfterWord(snapshot, snapshot.document.lineIndexAt(offset), options));
    };
    assert.equal(written('if 1\n  keep\n  endif<|>\n'), 'if 1\n  keep\nendif\n');
    assert.equal(written('if 1\n  keep\n  else<|>\n'), 'if 1\n  keep\nelse\n');
    assert.equal(written('if 1\n  alias tune<|>\n'), 'if 1\n  alias tune\n');
    assert.equal(written('if 1\nkeep\n  endif<|>\n'), 'if 1\nkeep\n  endif\n');
  });

  const piece = fc.constantFrom(
    'alias a b',
    'if 1',
    'else',
    'elseif $X',
    'endif',
    'keep',
    'add options x a=1',
    'path[net]=/a',
    '# note',
    '# modconf-disable-file alias-loop',
    '"',
    "'",
    '`',
    '\\',
    '#',
    ' ',
    '  ',
    '\t',
    '\n',
    '\r\n',
    '\n\n',
    '\v',
    '\0',
    'é',
  );
  const anything = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));
  const wishes = fc.record({
    tabSize: fc.nat({ max: 8 }),
    insertSpaces: fc.boolean(),
    insertFinalNewline: fc.boolean(),
    trimFinalNewlines: fc.boolean(),
  });

  it('never changes what is read, and changes nothing the second time', () => {
    fc.assert(
      fc.property(anything, wishes, (text, wish) => {
        const once = formatted(text, wish);
        assert.deepEqual(meaning(once), meaning(text));
        assert.equal(formatted(once, wish), once);
      }),
      { numRuns: 3000 },
    );
  });
});
