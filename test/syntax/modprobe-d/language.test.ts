import { strict as assert } from 'node:assert';
import { modprobeD } from '../../../server/src/syntax/modprobe-d/language.ts';
import { type ModprobeDTree, softdepModules } from '../../../server/src/syntax/modprobe-d/tree.ts';
import { SourceDocument } from '../../../server/src/text/source-document.ts';
import { obeysTheLaws } from '../../support/line-language-laws.ts';

const parse = (text: string) => SourceDocument.parse(text, modprobeD);

/** A line as `directive|what it holds|…`, with the fault behind `!`. */
function outline(tree: ModprobeDTree): string {
  if (tree.kind !== 'command') return tree.kind;
  const parts: string[] = [tree.directive ?? `?${tree.command.text}`];
  const texts = (words: readonly { text: string }[]) => words.map((word) => word.text).join(',');
  switch (tree.directive) {
    case 'options':
      parts.push(tree.name?.text ?? '', tree.argument?.text ?? '-', texts(tree.parameters));
      break;
    case 'install':
    case 'remove':
      parts.push(tree.name?.text ?? '', tree.argument?.text ?? '-');
      break;
    case 'softdep':
      parts.push(tree.name?.text ?? '', texts(tree.ignored));
      parts.push(texts(softdepModules(tree, 'pre')), texts(softdepModules(tree, 'post')));
      break;
    case 'weakdep':
      parts.push(tree.name?.text ?? '', texts(tree.modules));
      break;
    default:
      parts.push(texts(tree.words));
  }
  return parts.join('|') + (tree.fault ? `!${tree.fault}` : '');
}

const cases: [string, string, ...string[]][] = [
  ['an alias', 'alias eth0 e1000', 'alias|eth0,e1000'],
  ['words behind what counts', ' \talias a b\tc', 'alias|a,b,c'],
  ['nothing', '\n \t \n', 'empty', 'empty'],
  [
    'a comment in column 0 only',
    '#x\n #x\nblacklist a # b',
    'comment',
    '?#x|!unknown-command',
    'blacklist|a,#,b',
  ],
  ['a comment that a backslash hides from nobody', '\\#x', 'comment'],
  ['a comment that goes on', '# a \\\nalias b c\nalias d e', 'comment', 'alias|d,e'],
  ['upper case as another name', 'ALIAS a b', '?ALIAS|a,b!unknown-command'],
  ['a keyword as a whole word only', 'aliases a b', '?aliases|a,b!unknown-command'],
  ['other white space as part of a word', 'alias a\fb c\r', 'alias|a\fb,c\r'],
  ['a no-break space as part of a word', 'alias\u00a0a b', '?alias\u00a0a|b!unknown-command'],
  ['a byte-order mark as part of a word', '\ufeffalias a b', '?\ufeffalias|a,b!unknown-command'],
  [
    'too few words',
    'alias a\nalias\nblacklist',
    ...['alias|a', 'alias|', 'blacklist|'].map((line) => `${line}!missing-argument`),
  ],
  ['the argument behind one blank', 'install m  a  b ', 'install|m| a  b '],
  ['an argument of one blank', 'install b  ', 'install|b| '],
  ['no argument behind the last blank', 'remove m ', 'remove|m|-!missing-argument'],
  ['options', 'options m \ta=1  b', 'options|m|\ta=1  b|a=1,b'],
  ['options with quotes', 'options m a="x y"z b=\'q r\'', 'options|m|a="x y"z b=\'q r\'|a="x y"z,b=\'q,r\''],
  ['options with an open quote', 'options m a="x y', 'options|m|a="x y|a="x y'],
  ['no options', 'options m', 'options|m|-|!missing-argument'],
  ['a softdep', 'softdep m pre: a b post: c', 'softdep|m||a,b|c'],
  ['a softdep in pieces', 'softdep m x pre: a post: b pre: c', 'softdep|m|x|a,c|b'],
  ['a softdep cut at any white space', 'softdep m pre:\fa\rb', 'softdep|m||a,b|'],
  ['a softdep whose marker is no word', 'softdep m pre:a post :', 'softdep|m|pre:a,post,:||'],
  ['a softdep behind two blanks', 'softdep m  pre: a post: b', 'softdep|m| pre:,a||b'],
  ['a softdep behind three blanks', 'softdep m   pre: a', 'softdep|m||a|'],
  ['a softdep of blanks', 'softdep m  ', 'softdep|m|||'],
  ['no softdep', 'softdep m ', 'softdep|m|||!missing-argument'],
  ['a weakdep', 'weakdep m a b', 'weakdep|m|a,b'],
  ['a weakdep behind two blanks', 'weakdep m  a pre: b', 'weakdep|m| a,pre:,b'],
  ['what is deprecated', 'include /x\nconfig a', 'include|/x!deprecated', 'config|a!deprecated'],
  [
    'brackets',
    'alias [a-b]-c d\nalias [a b\nalias a b]',
    'alias|[a-b]-c,d',
    ...['alias|[a,b', 'alias|a,b]'].map((line) => `${line}!unmatched-bracket`),
  ],
  [
    'brackets only in names',
    'options m a=[\ninstall ] b',
    'options|m|a=[|a=[',
    'install|]|b!unmatched-bracket',
  ],
  ['a continuation without a blank', 'bl\\\nacklist\\\n a', 'blacklist|a'],
  ['backslashes', 'install m a\\$B \\\\ \\c \\\n d', 'install|m|a$B \\ c  d'],
  ['no continuation before CR', 'blacklist a\\\r\n', 'blacklist|a\r'],
  ['a backslash at the end', 'blacklist a \\', 'blacklist|a'],
  ['a NUL', 'alias a b\0c\\\nd\nalias e f', 'alias|a,b', 'alias|e,f'],
];

describe('modprobe.d', () => {
  for (const [title, text, ...expected] of cases) {
    it(`reads ${title}`, () =>
      assert.deepEqual(
        parse(text).lines.map(({ tree }) => outline(tree)),
        expected,
      ));
  }

  it('knows where words stand across dropped backslashes', () => {
    const { raw, tree } = parse('opt\\\nions m\\x a\\=1 \\\n b="\\$" \\\\\n').lines[0]!;
    assert.ok(tree.kind === 'command' && tree.directive === 'options');
    const words = [
      tree.command,
      tree.name!,
      ...tree.parameters,
      tree.parameters[0]!.name,
      tree.parameters[0]!.value!,
    ];
    assert.deepEqual(
      words.map(({ span }) => raw.slice(span.start, span.end)),
      ['opt\\\nions', 'm\\x', 'a\\=1', 'b="\\$"', '\\', 'a', '1'],
    );
  });

  it('counts the lines of a message as kmod does', () => {
    const document = parse('# \\\n\\\nx\ny z \\\n');
    assert.equal(document.loaderLineNumber(0), 3);
    // The end of the file counts as the end of the line that the backslash continued into.
    assert.equal(document.loaderLineNumber(1), 5);
  });

  obeysTheLaws(modprobeD, [
    'alias ',
    'options ',
    'install ',
    'softdep ',
    'weakdep ',
    'blacklist ',
    'm ',
    'pre: ',
    'post:',
    '#',
    '\\',
    '\n',
    ' ',
    '\t',
    '\r',
    '\f',
    '\0',
    '=',
    '"',
    '[',
    ']',
    '-',
    'é',
  ]);
});
