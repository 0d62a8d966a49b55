import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { modulesConf } from '../../../server/src/syntax/modules-conf/language.ts';
import type { DirectiveLine } from '../../../server/src/syntax/modules-conf/tree.ts';
import { SourceDocument } from '../../../server/src/text/source-document.ts';

function parse(text: string) {
  return SourceDocument.parse(text, modulesConf);
}

/** A line as `[add] name[=] directive | word | word`, which is what modutils acts on. */
function outline(text: string): string[] {
  return parse(text).lines.map((line) => {
    if (line.tree.kind === 'empty') return '';
    const { add, name, directive, equals, words } = line.tree;
    const head = `${add ? (add.glued ? 'add+' : 'add ') : ''}${name.text}${equals ? '=' : ''}`;
    return [`${head} ${directive ?? '?'}`, ...words.map((word) => word.text)].join('|');
  });
}

const cases: [string, string, ...string[]][] = [
  ['a directive and its words', 'alias eth0 eepro100', 'alias alias|eth0|eepro100'],
  ['leading and trailing white space', ' \t alias\ta  b \v\f', 'alias alias|a|b'],
  ['nothing', '\n   \n', '', ''],
  ['a comment anywhere, also in quotes', 'options m a="#1" b=2 # c', 'options options|m|a="'],
  ['only a comment', '# alias a b', ''],
  ['add as a word', 'add options x a=1', 'add options options|x|a=1'],
  ['add as a prefix', 'addoptions x', 'add+options options|x'],
  ['add takes its letters from any name', 'address x', 'add+ress ?|x'],
  ['add alone', 'add', 'add  ?'],
  ['a name and =', 'path[net]=~p/x  y', 'path[net]= path|~p/x|y'],
  ['white space behind =', 'depfile= /x', 'depfile= depfile|/x'],
  ['a later = belongs to a word', 'path=a =b', 'path= path|a|=b'],
  ['every name that begins with path', 'pathological=/x', 'pathological= path|/x'],
  ['white space before =', 'path[a] = /x', 'path[a] ?|=|/x'],
  ['a word directive with =', 'keep=1', 'keep= ?|1'],
  ['an assignment without =', 'persistdir /x', 'persistdir ?|/x'],
  ['no name at all', '=x y', '= ?|x|y'],
  ['an unknown name', 'blacklist a', 'blacklist ?|a'],
  ['a keyword is the whole name', 'aliases a', 'aliases ?|a'],
  ['upper case is another name', 'Alias a b', 'Alias ?|a|b'],
  [
    'quotes keep blanks',
    'options m a="x y" b=\'q r\' c=`s t`',
    'options options|m|a="x y"|b=\'q r\'|c=`s t`',
  ],
  ['a quote escaped inside its own kind', 'alias "a\\" b" c', 'alias alias|"a\\" b"|c'],
  ['a quote opens behind a backslash', 'alias y=\\"q r\\" s', 'alias alias|y=\\"q r\\" s'],
  ['an open quote takes the rest', 'alias a "b c', 'alias alias|a|"b c'],
  ['a command stands as it is', 'install m /bin/sh -c  "a \'b"', 'install install|m|/bin/sh -c  "a \'b"'],
  ['insmod_opt too', 'insmod_opt=-x  -k', 'insmod_opt= insmod_opt|-x  -k'],
  ['a continuation', 'options m a=1 \\\n\t b=2', 'options options|m|a=1|b=2'],
  ['a continuation inside a word', 'alias ab\\\ncd e', 'alias alias|abcd|e'],
  ['a continuation behind a comment', 'options m a=1 \\ # why\n b=2', 'options options|m|a=1|b=2'],
  ['no continuation of a comment', '# c \\\nalias a b', '', 'alias alias|a|b'],
  [
    'two backslashes end the line',
    'options m a \\\\\nalias b c',
    'options options|m|a|\\',
    'alias alias|b|c',
  ],
  ['a continuation at the end of the file', 'alias a b \\', 'alias alias|a|b'],
  ['CR LF', 'alias a b\r\nkeep\r\n', 'alias alias|a|b', 'keep keep'],
  ['a NUL ends the line', 'alias a b\0c d\nkeep', 'alias alias|a|b', 'keep keep'],
];

describe('modules.conf', () => {
  for (const [title, text, ...expected] of cases) {
    it(`reads ${title}`, () => assert.deepEqual(outline(text), expected));
  }

  it('knows where words stand across continuations', () => {
    const text = 'options m a=1 \\ # why\n\t b="x y"\n';
    const { raw, tree } = parse(text).lines[0]!;
    const words = (tree as DirectiveLine).words.map(({ span }) => raw.slice(span.start, span.end));
    assert.deepEqual(words, ['m', 'a=1', 'b="x y"']);
  });

  it('finds comments', () => {
    const { raw, comments } = parse('options m \\ # one\r\n a=1 # two\r\n').lines[0]!;
    assert.deepEqual(
      comments?.map(({ start, end }) => raw.slice(start, end)),
      ['# one', '# two'],
    );
  });

  const piece = fc.constantFrom(
    'alias',
    'add',
    'path[x]',
    'if',
    'install',
    'insmod_opt',
    '=',
    ' ',
    '\t',
    '\n',
    '\r\n',
    '\\',
    '\\\n',
    '#',
    '"',
    "'",
    '`',
    '\0',
    '\x01',
    'ab',
    'é',
    '\u2028',
    '😀',
    '\udc80',
  );
  const anyText = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));

  it('loses nothing and never throws', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, fc.string({ unit: 'binary' })), (text) => {
        const document = parse(text);
        assert.equal(document.lines.map((line) => line.raw).join(''), text);
        for (const { raw, text: logical, tree } of document.lines) {
          if (tree.kind === 'empty') continue;
          for (const word of [tree.name, ...tree.words, tree.argument]) {
            assert.equal(logical.slice(word.start, word.start + word.text.length), word.text);
            assert.ok(word.span.start <= word.span.end && word.span.end <= raw.length);
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  it('after any edit is what a fresh parse gives', () => {
    const edit = fc.record({ at: fc.nat(), length: fc.nat(12), newText: fc.oneof(anyText, fc.constant('')) });
    fc.assert(
      fc.property(anyText, fc.array(edit, { maxLength: 6 }), (text, edits) => {
        let document = parse(text);
        let current = text;
        for (const { at, length, newText } of edits) {
          const start = current.length === 0 ? 0 : at % (current.length + 1);
          const end = Math.min(current.length, start + length);
          document = document.edit({ span: { start, end }, newText });
          current = current.slice(0, start) + newText + current.slice(end);
          const fresh = parse(current);
          assert.equal(document.text, current);
          assert.deepEqual(
            document.lines.map((line) => line.raw),
            fresh.lines.map((line) => line.raw),
          );
          document.lines.forEach((line, index) => {
            assert.deepEqual(outline(line.raw), outline(fresh.lines[index]!.raw));
            assert.equal(document.startOf(index), fresh.startOf(index));
            assert.equal(document.firstPhysicalLine(index), fresh.firstPhysicalLine(index));
          });
        }
      }),
      { numRuns: 300 },
    );
  });

  it('shares the lines that an edit does not touch', () => {
    const before = parse('alias a b\nalias c d\nalias e f\n');
    const after = before.edit({ span: { start: 16, end: 17 }, newText: 'x' });
    assert.equal(after.lines[0], before.lines[0]);
    assert.notEqual(after.lines[1], before.lines[1]);
    assert.equal(after.lines[2], before.lines[2]);
  });
});
