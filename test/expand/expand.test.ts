import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { type ExpansionNotice, expand, shortKernelVersion } from '../../server/src/expand/expand.ts';
import { MemoryFileSystem } from '../../server/src/files/memory-file-system.ts';

const files = new MemoryFileSystem({
  '/lib/modules/2.4.18/local/x.o': '',
  '/lib/modules/2.4.20/local/x.o': '',
  '/odd/a+b': '',
  '/mixed/a+b': '',
  '/mixed/ab': '',
});
const variables = new Map<string, string | undefined>([
  ['CARD', 'sb'],
  ['TWO', 'a b'],
  ['QUOTED', '"a b" \\c'],
  ['EMPTY', ''],
  ['_x9', 'y'],
  ['UNKNOWN', undefined],
  ['LONG', 'x'.repeat(2000)],
]);

function wordsOf(text: string): readonly string[] | string {
  const expansion = expand(text, { files, kernel: '2.4.20', variables });
  return expansion.known ? expansion.words : expansion.reason;
}

const shell = 'needs a shell to run a command';
const bracesReason = 'needs a shell to work out ${…}';

/** text, words; a text instead of words is the reason why nobody knows. */
const cases: Readonly<Record<string, readonly (readonly [string, readonly string[] | string])[]>> = {
  'the commands that modutils knows': [
    ['`uname -r`', ['2.4.20']],
    ['/lib/modules/`uname -r`/x `kernelversion`', ['/lib/modules/2.4.20/x', '2.4']],
    ['` \t uname -r and more`x', ['2.4.20x']],
    ['`kernelversionnnn`', ['2.4']],
    ['`uname`', shell],
    ['`date` `uname -r`', shell],
    ['`uname -r', shell],
    ['`uname -r`=`uname -r`', ['2.4.20=2.4.20']],
  ],
  'plain text': [
    ['', []],
    [' a\tb ', ['a', 'b']],
    ['a\vb', ['a\vb']],
    ['/lib/modules/x-1.2,3@4%5^6', ['/lib/modules/x-1.2,3@4%5^6']],
  ],
  'quotes and backslashes alone': [
    ['"a b" c', ['a b', 'c']],
    ["'a \"b' x\\y", ['a "b', 'xy']],
    ['""', []],
    ['a""b', ['ab']],
    ['"a\\"b"', ['a\\"b']],
    ['\\"a b" c', ['a b', 'c']],
    ['"a b', ['a b']],
    ['s\\b', ['sb']],
  ],
  'equals signs alone': [
    ['irq=5  io=0x300', ['irq=5', 'io=0x300']],
    ['=', ['=']],
    ['a=\vb', ['a=', 'b']],
  ],
  'wildcards alone': [
    ['/lib/modules/2.4.??/local', ['/lib/modules/2.4.18/local', '/lib/modules/2.4.20/local']],
    ['/nowhere/*', ['/nowhere/*']],
    ['/nowhere/* b', ['/nowhere/*', 'b']],
    ['~p/mymodules', ['~p/mymodules']],
    ['/odd/*', ['/odd/*']],
    ['/mixed/*', 'depends on the order in which the directory lists its files'],
  ],
  'all else, through echo': [
    ['/lib/modules/2.4.??:x', ['/lib/modules/2.4.??:x']],
    ['$CARD ${CARD}x $CARD-1', ['sb', 'sbx', 'sb-1']],
    ['$_x9 $9 $x', ['y']],
    ['$TWO', ['a', 'b']],
    ['"$TWO"', ['a b']],
    ["'$TWO'", ['a b']],
    ['$QUOTED', ['a b', 'c']],
    ['$EMPTY', []],
    ['$', ['$']],
    ['a$ $. $"b c"', ['a$', '$.', '$b c']],
    ['$? $# $1$9 $* $@ $!', ['0', '$#']],
    ['\\$CARD', ['sb']],
    ['{a,b} a;b (c) <d> e|f g&h !', ['{a,b}', 'a;b', '(c)', '<d>', 'e|f', 'g&h', '!']],
    ['a=\'"x y"\' b="c d" e=\'f\'', ['a="x y"', 'b=c d', 'e=f']],
    ['x=[1-3]', ['x=[1-3]']],
    ['$(date)', shell],
    ['$((1+1))', shell],
    ['a=`date`', shell],
    ['${CARD:-x}', bracesReason],
    ['${#CARD}', bracesReason],
    ['${CARD', bracesReason],
    ['$$', '$$ is known to the shell alone'],
    ['x$UNKNOWN', 'the value of UNKNOWN is unknown'],
    [`$CARD${'x'.repeat(4100)}`, 'longer than the 4096 bytes that modutils can expand'],
    ['$LONG$LONG$LONG', 'longer than the 4096 bytes that modutils can expand'],
  ],
};

describe('an expansion', () => {
  for (const [title, rows] of Object.entries(cases)) {
    describe(title, () => {
      for (const [text, words] of rows)
        it(JSON.stringify(text), () => assert.deepEqual(wordsOf(text), words));
    });
  }

  it('keeps what is unknown as it is written', () => {
    const expansion = expand('`uname -r` `date`', { files, kernel: '2.4.20', variables });
    assert.equal(!expansion.known && expansion.written, '`uname -r` `date`');
  });

  it('tells what the loader passes over in silence', () => {
    const notices: ExpansionNotice[] = [];
    const onNotice = (notice: ExpansionNotice) => notices.push(notice);
    expand('$NONE $CARD', { files, kernel: '2.4.20', variables, onNotice });
    expand('/nowhere/`uname -r`/*', { files, kernel: '2.4.20', variables, onNotice });
    expand('a=b c', { files, kernel: '2.4.20', variables, onNotice });
    assert.deepEqual(notices, [
      { kind: 'variable-undefined', name: 'NONE' },
      { kind: 'expanded', value: { known: true, words: ['sb'] } },
      { kind: 'glob-no-match', pattern: '/nowhere/2.4.20/*' },
      { kind: 'expanded', value: { known: true, words: ['/nowhere/2.4.20/*'] } },
    ]);
  });

  it('never throws, and only shells and lists make it unknown', () => {
    const text = fc.string({ unit: fc.constantFrom(...'a b$`"\'\\*?[]~{}()=:/'.split('')), maxLength: 30 });
    fc.assert(
      fc.property(text, (sample) => {
        const expansion = expand(sample, { files, kernel: '2.4.20', variables });
        if (!expansion.known) return /[$`*?[\]~]/.test(sample) && expansion.written === sample;
        return expansion.words.every((word) => word !== '');
      }),
    );
  });

  for (const [full, short] of [
    ['2.4.20', '2.4'],
    ['2.4.21-pre1', '2.4'],
    ['2.6', '2.6'],
    ['3', '3'],
    ['', ''],
  ] as const) {
    it(`takes the first two components of ${full || 'nothing'}`, () =>
      assert.equal(shortKernelVersion(full), short));
  }
});
