import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import type { ConfigurationFile } from '../../../server/src/loaders/origin.ts';
import { describeOrigin } from '../../../server/src/loaders/origin.ts';
import { modulesConf } from '../../../server/src/syntax/modules-conf/language.ts';
import type { ModulesConfTree } from '../../../server/src/syntax/modules-conf/tree.ts';
import { SourceDocument } from '../../../server/src/text/source-document.ts';
import { mainPath, messagesOf, ownLines, read } from './support.ts';

/** text, the lines of `modprobe -c` that the defaults do not have. */
type Row = readonly [title: string, text: string, lines: readonly string[]];

const lists: readonly Row[] = [
  ['an alias', 'alias eth0 ne', ['alias eth0 ne']],
  ['more words of an alias', 'alias a b c', ['alias a b c']],
  [
    'a later alias in the place of the earlier one',
    'alias a b\nalias c d\nalias a e',
    ['alias a e', 'alias c d'],
  ],
  ['add before alias, which has no effect', 'alias a b\nadd alias a c', ['alias a c']],
  ['an alias without words', 'alias a', ['alias a']],
  ['options that replace', 'options m a=1\noptions m b=2', ['options m b=2']],
  ['options that add', 'options m a=1\nadd options m b=2\nadd options m c=3', ['options m a=1 b=2 c=3']],
  ['options that replace the built-in ones', 'options sb irq=5', ['options sb irq=5']],
  ['options that add to the built-in ones', 'add options dummy0 x=1', ['options dummy0 -o dummy0 x=1']],
  ['options -k', 'options -k m a=1', ['options m a=1']],
  [
    'each list by its name',
    'above a b\nbelow a c\nprobe d e\nprobeall f g\nprune h i',
    ['prune h i', 'above a b', 'below a c', 'probe d e', 'probeall f g'],
  ],
  ['add as a prefix of any directive', 'addprobe a b\naddabove c d', ['above c d', 'probe a b']],
  ['add alone', 'add\nalias a b', ['alias a b']],
  ['a key as it is written', 'alias "eth0" ne\nalias $X y', ['alias "eth0" ne', 'alias $X y']],
  ['quotes that go', 'options m a="x y" b=\'c\'', ['options m a=x y b=c']],
];

const commands: readonly Row[] = [
  ['commands as they are written', 'pre-install a echo $X "q"  r', ['pre-install a echo $X "q"  r']],
  [
    'every command, in order',
    'install a x\nremove b y\ninstall a z',
    ['install a x', 'remove b y', 'install a z'],
  ],
  ['a command that is empty', 'install a', ['install a ']],
];

const paths: readonly Row[] = [
  ['the first path, which drops all', 'path[net]=/x\npath=/y', ['path[net]=/x', 'path[misc]=/y']],
  ['keep before it', 'keep\npath[net]=/x', ['path[net]=/x']],
  ['keep behind it', 'path[a]=/x\nkeep\npath[b]=/y', ['path[a]=/x', 'path[b]=/y']],
  [
    'malformed tags',
    'path[a=/1\npath[b]c=/2\npathological=/3\npath[]=/4',
    ['path[misc]=/1', 'path[misc]=/2', 'path[misc]=/3', 'path[]=/4'],
  ],
  ['a path of several words', 'path=/a /b', ['path[misc]=/a', 'path[misc]=/b']],
  ['a path that is empty', 'path=', []],
];

const assignments: readonly Row[] = [
  ['a generated file', 'depfile=/a/`uname -r`', ['depfile=/a/2.4.20']],
  ['the first word of a generated file', 'pcimapfile=/a /b', ['pcimapfile=/a']],
  ['a generated file with a later variable', 'usbmapfile=/$X\ndefine X y', ['usbmapfile=/y']],
  ['persistdir', 'persistdir=/a\npersistdir=/b /c', ['persistdir=/b']],
  ['persistdir that is empty', 'persistdir=', ['persistdir=']],
  ['persistdir that expands to nothing', 'persistdir=$X', ['persistdir=$X']],
];

const definitions: readonly Row[] = [
  ['a variable', 'define X a\nalias b $X', ['alias b a']],
  ['its first word', 'define X a b\nalias b $X', ['alias b a']],
  ['quotes in it', 'define X "a b"\nalias b $X', ['alias b a b']],
  ['a variable that is empty', 'define X\nalias b x$X', ['alias b x']],
  ['a variable of itself', 'define X a\ndefine X $X$X\nalias b $X', ['alias b aa']],
];

const conditionals: readonly Row[] = [
  ['a branch that is taken', 'if 1\nalias a 1\nelse\nalias a 2\nendif', ['alias a 1']],
  ['one that is not', 'if 0\nalias a 1\nelse\nalias a 2\nendif', ['alias a 2']],
  [
    'elseif',
    'if 0\nalias a 1\nelseif 1\nalias a 2\nelseif 1\nalias a 3\nelse\nalias a 4\nendif',
    ['alias a 2'],
  ],
  ['else behind a chain that was taken', 'if 1\nelseif 1\nelse\nalias a b\nendif', []],
  ['else that flips again', 'if 1\nelse\nalias a b\nelse\nalias c d\nendif', ['alias c d']],
  ['a true if in a false branch', 'if 0\nif 1\nalias a b\nendif\nalias c d\nendif', ['alias a b']],
  ['twenty levels', `${'if 1\n'.repeat(20)}alias a b\n${'endif\n'.repeat(20)}`, ['alias a b']],
];

/** expression, whether it holds. */
const expressions: readonly (readonly [string, boolean])[] = [
  ['1', true],
  ['x', true],
  ['0', false],
  ['false', false],
  ['', false],
  ['""', false],
  ['$NONE', false],
  ['$X', true],
  ['00', true],
  ['! 0', true],
  ['! 1', false],
  // The whole word with the `!` is lost.
  ['!1', true],
  ['!0 1', false],
  ['!0 1 == 1', false],
  ['a == a', true],
  ['a = a', true],
  ['a != a', false],
  ['a < b', true],
  ['b <= a', false],
  ['b >= b', true],
  ['2.4.9 > 2.4.20', true],
  ['-n 2.4.9 > 2.4.20', false],
  ['-n 9 < 10', true],
  ['9 < 10', false],
  ['-n 0x10 == 16', true],
  ['-n 010 == 8', true],
  ['-n 08 == 0', true],
  ['-n -1 < 0', true],
  ['-n +5 = 5', true],
  ['-n abc == 0', true],
  ['-n 99999999999 == 2147483647', true],
  ['-n -99999999999 < -2147483647', true],
  ['a eq a', false],
  ['! a eq a', true],
  ['a b', false],
  ['a ==', false],
  ['$NONE == ""', true],
  ['`uname -r` == 2.4.20', true],
  ['`kernelversion` == "2.4"', true],
  ['"a b" == "a b"', true],
  ['$NONE == b c', false],
  ['b == b c', true],
  ['-f /etc/there', true],
  ['-f /etc', true],
  ['-f /etc/not-there', false],
  ['! -f /etc/not-there', true],
  ['-f /etc/th*', true],
  ['-f $NONE', false],
  ['-k', false],
  ['! -k', false],
];

const invalid: readonly (readonly [title: string, text: string, messages: readonly string[]])[] = [
  ['a name that is no directive', 'frobnicate x', ['Invalid line 1 in /etc/modules.conf\n\tfrobnicate']],
  ['the text before the name', '\n  add  foo x', ['Invalid line 2 in /etc/modules.conf\n\t  add  foo']],
  [
    'a directive in the other form',
    'keep=1\npath /x',
    ['Invalid line 1 in /etc/modules.conf\n\tkeep', 'Invalid line 2 in /etc/modules.conf\n\tpath'],
  ],
  [
    'a blank before the equals sign',
    'path[misc] = /x',
    ['Invalid line 1 in /etc/modules.conf\n\tpath[misc]'],
  ],
  ['nothing before the equals sign', ' = x', ['Invalid line 1 in /etc/modules.conf\n\t ']],
  ['the last line of a continued one', 'foo \\\n a \\\n b', ['Invalid line 3 in /etc/modules.conf\n\tfoo']],
  ['a generated file twice', 'depfile=/a\ndepfile=/b', ['Invalid line 2 in /etc/modules.conf\n\tdepfile']],
  ['endif without if', 'endif\nfoo', ['unmatched endif in line 1']],
  ['else without if', 'else\nfoo', ['else without if in line 1']],
  ['elseif without if', '\nelseif 1', ['elseif without if in line 2']],
  ['no endif', 'if 1\n', ['missing endif at /etc/modules.conf EOF']],
  ['too many levels', 'if 1\n'.repeat(21), ["Too many nested if's in line 21"]],
  ['a generated file that is empty', 'isapnpmapfile=\nalias a b', []],
  ['a generated file that expands to nothing', 'usbmapfile=$NONE', []],
  [
    'a file that is not there',
    'include /no',
    ["Can't open /no", 'include /no failed', 'Invalid line 1 in /etc/modules.conf\n\tinclude'],
  ],
];

describe('modules.conf, as modutils reads it', () => {
  for (const [title, rows] of Object.entries({
    lists,
    commands,
    paths,
    assignments,
    definitions,
    conditionals,
  })) {
    describe(title, () => {
      for (const [name, text, lines] of rows) {
        it(`knows ${name}`, () => {
          const configuration = read(text);
          assert.deepEqual(ownLines(configuration), lines);
          assert.deepEqual(messagesOf(configuration), []);
          assert.equal(configuration.invalid, false);
        });
      }
    });
  }

  describe('an expression', () => {
    for (const [expression, holds] of expressions) {
      it(`${expression === '' ? 'of nothing' : expression} is ${holds}`, () => {
        const text = `define X y\nif ${expression}\nalias is true\nendif`;
        assert.deepEqual(ownLines(read(text, { '/etc/there': '' })), holds ? ['alias is true'] : []);
      });
    }

    it('-k holds when the kernel calls', () => {
      const configuration = read(
        'if -k\nalias a b\nendif\nif ! -k\nalias c d\nendif',
        {},
        { autoclean: true },
      );
      assert.deepEqual(ownLines(configuration), ['alias a b', 'alias c d']);
    });

    it('that needs a command is unknown, and its branch not taken', () => {
      const configuration = read(
        'if `date`\nalias a b\nelse\nalias c d\nendif\nif ! -f `date`\nalias e f\nendif',
      );
      assert.deepEqual(ownLines(configuration), ['alias c d']);
      const values = configuration.events.flatMap((event) =>
        event.kind === 'condition' ? [event.value] : [],
      );
      assert.deepEqual(values, [undefined, undefined]);
    });
  });

  describe('is refused', () => {
    for (const [title, text, messages] of invalid) {
      it(`for ${title}`, () => {
        const configuration = read(text);
        assert.deepEqual(messagesOf(configuration), messages);
        assert.equal(configuration.invalid, true);
      });
    }

    it('and has names of generated files only as they are written', () => {
      const lines = ownLines(read('depfile=/a/*\nfoo'));
      assert.ok(lines.includes('depfile=/a/*'));
      assert.ok(lines.includes('pcimapfile=(null)'));
    });
  });

  it('says that -k has no module, and goes on', () => {
    const configuration = read('options -k');
    assert.deepEqual(messagesOf(configuration), ['Missing module argument after -k']);
    assert.equal(configuration.invalid, false);
    assert.deepEqual(ownLines(configuration), ['options ']);
  });

  it('remembers options -k when the options are replaced', () => {
    assert.equal(read('options -k m a=1\noptions m b=1').options.get('m')?.neverAutoclean, true);
    assert.equal(read('options m a=1\nadd options -k m b=1').options.get('m')?.neverAutoclean, true);
    assert.equal(read('options m a=1').options.get('m')?.neverAutoclean, false);
  });

  it('takes the last insmod_opt, unexpanded', () => {
    assert.equal(read('insmod_opt=-a\ninsmod_opt=-x $Y  `z`').insmodOpt?.text, '-x $Y  `z`');
  });

  it('starts with the environment that it is given', () => {
    assert.deepEqual(ownLines(read('alias a $HOME', {}, { variables: { HOME: '/root' } })), [
      'alias a /root',
    ]);
  });

  it('has the defaults of the kernel', () => {
    const { paths: defaults } = read('', {}, { kernel: '2.4.21-pre1' });
    const directories = defaults.map(({ directory }) => (directory.known ? directory.words[0] : ''));
    assert.deepEqual(directories.slice(0, 4), [
      '/lib/modules/boot',
      '/lib/modules/2.4.21-pre1',
      '/lib/modules/2.4',
      '/lib/modules/kernel',
    ]);
  });

  it('keeps unknown values unknown', () => {
    const configuration = read(
      'define X `date`\nalias a `hostname`\noptions m x=1\nadd options m y=$X\npath=$(pwd)',
    );
    assert.equal(configuration.aliases.get('a')?.value.known, false);
    assert.deepEqual(configuration.options.get('m')?.value, {
      known: false,
      written: 'x=1 y=$X',
      reason: 'the value of X is unknown',
    });
    assert.deepEqual(ownLines(configuration), [
      'path[misc]=$(pwd)',
      'alias a `hostname`',
      'options m x=1 y=$X',
    ]);
  });

  it('does not let variables grow without end', () => {
    const text = `define X xx\n${'define X $X$X\n'.repeat(60)}alias a $X`;
    assert.equal(read(text).aliases.get('a')?.value.known, false);
  });

  it('says of each word where it is from', () => {
    const configuration = read('options m a=1\n\nadd options m \\\n b=2');
    const origins = configuration.options.get('m')?.parts.map(({ origin }) => describeOrigin(origin));
    assert.deepEqual(origins, ['/etc/modules.conf:1', '/etc/modules.conf:3']);
    const [origin] = read('  add alias eth0 ne # x')
      .aliases.get('eth0')!
      .parts.map((part) => part.origin);
    assert.deepEqual(origin?.kind === 'file' && origin.span, { start: 2, end: 19 });
  });
});

describe('an included file', () => {
  it('is read in place', () => {
    const configuration = read('alias a 1\ninclude /b\nalias c $X', { '/b': 'alias a 2\ndefine X 3' });
    assert.deepEqual(ownLines(configuration), ['alias a 2', 'alias c 3']);
    assert.deepEqual(
      configuration.files.map(({ path }) => path),
      [mainPath, '/b'],
    );
  });

  it('may have a name that is expanded', () => {
    assert.deepEqual(ownLines(read('define N b\ninclude /$N x', { '/b': 'alias a 1' })), ['alias a 1']);
  });

  it('has conditionals, keep and first path of its own', () => {
    const others = { '/a': 'keep\npath[a]=/1', '/b': 'path[b]=/2', '/c': 'endif' };
    assert.deepEqual(ownLines(read('path[x]=/0\ninclude /a', others)), ['path[x]=/0', 'path[a]=/1']);
    assert.deepEqual(ownLines(read('keep\npath[x]=/0\ninclude /b\npath[y]=/3', others)), [
      'path[b]=/2',
      'path[y]=/3',
    ]);
    assert.deepEqual(messagesOf(read('if 1\ninclude /c\nendif', others)), [
      'unmatched endif in line 1',
      'include /c failed',
      'Invalid line 2 in /etc/modules.conf\n\tinclude',
    ]);
  });

  it('is named in messages as it is written', () => {
    assert.deepEqual(
      messagesOf(read('include /x/../b', { '/b': 'foo' }))[0],
      'Invalid line 1 in /x/../b\n\tfoo',
    );
  });

  it('may be a directory, which has no lines', () => {
    assert.deepEqual(messagesOf(read('include /etc')), []);
  });

  it('may include others, twenty deep and one', () => {
    const chain = (length: number): Record<string, string> =>
      Object.fromEntries(
        Array.from({ length }, (_, index) => [
          `/${index + 1}`,
          index + 1 === length ? 'alias end reached' : `include /${index + 2}`,
        ]),
      );
    assert.deepEqual(ownLines(read('include /1', chain(21))), ['alias end reached']);
    const tooDeep = read('include /1', chain(22));
    assert.equal(messagesOf(tooDeep)[0], 'Too many include level in line 1');
    assert.equal(tooDeep.invalid, true);
  });

  it('that includes itself fails 21 times', () => {
    const messages = messagesOf(read(`include ${mainPath}`));
    assert.equal(messages.filter((text) => text === `include ${mainPath} failed`).length, 21);
  });

  it('may come from whoever has it open', () => {
    const opened: string[] = [];
    const open = (path: string): ConfigurationFile<ModulesConfTree> => {
      opened.push(path);
      return { path, document: SourceDocument.parse('alias a open', modulesConf) };
    };
    assert.deepEqual(ownLines(read('include /a/../b\ninclude /b', { '/b': 'alias a disk' }, { open })), [
      'alias a open',
    ]);
    assert.deepEqual(opened, ['/b']);
  });

  it('that nobody knows is no error', () => {
    const configuration = read('include `date`\nalias a b');
    assert.deepEqual(messagesOf(configuration), []);
    assert.deepEqual(ownLines(configuration), ['alias a b']);
  });

  it('does not multiply without end', () => {
    const others = Object.fromEntries(
      Array.from({ length: 20 }, (_, index) => [
        `/${index}`,
        `${`include /${index + 1}\n`.repeat(10)}${'alias a b\n'.repeat(1000)}`,
      ]),
    );
    const started = performance.now();
    read('include /0', { ...others, '/20': '' });
    assert.ok(performance.now() - started < 60_000);
  }).timeout(20_000);
});

describe('a file of 50,000 lines', () => {
  for (const [title, line] of [
    ['that add to one entry', (at: number) => `add options m a${at}=1`],
    ['that replace one entry', (at: number) => `alias a b${at}`],
    ['of one command', (at: number) => `install a ${at}`],
    ['of conditionals', (at: number) => (at % 2 === 0 ? 'if 0' : 'endif')],
    ['of variables', (at: number) => `define X${at} y`],
  ] as const) {
    it(`${title} is read quickly`, () => {
      const text = Array.from({ length: 50_000 }, (_, at) => line(at)).join('\n');
      const started = performance.now();
      ownLines(read(text));
      assert.ok(performance.now() - started < 60_000);
    });
  }
});

describe('reading any text', () => {
  const word = fc.constantFrom(
    'alias',
    'options',
    'add',
    'if',
    'elseif',
    'else',
    'endif',
    'include',
    '/etc/modules.conf',
    '/b',
    'define',
    'keep',
    'path[x]=',
    'path',
    'depfile=',
    'probe',
    'install',
    '-k',
    '-f',
    '-n',
    '!',
    '==',
    '<',
    '0',
    '1',
    '$X',
    '${X}',
    '`uname -r`',
    '`date`',
    '"a b"',
    "'",
    '"',
    '\\',
    '*',
    '/*',
    'a=b',
    '#',
    '\n',
    '\n',
    '\n',
    '\t',
  );
  const text = fc.array(word, { maxLength: 40 }).map((words) => words.join(' '));

  it('never throws, and refuses with a status exactly what it says or leaves empty', () => {
    fc.assert(
      fc.property(text, text, (main, other) => {
        const configuration = read(main, { '/b': other });
        const silent = configuration.events.some(({ kind }) => kind === 'file-name-empty');
        const said = messagesOf(configuration).filter((message) => !message.startsWith('Missing module'));
        return configuration.invalid === (said.length > 0 || silent);
      }),
    );
  });

  it('gives every entry a place', () => {
    fc.assert(
      fc.property(text, (main) => {
        const configuration = read(main);
        const lists = [
          configuration.aliases,
          configuration.options,
          configuration.above,
          configuration.probe,
        ];
        for (const list of lists)
          for (const { parts } of list.values())
            for (const { origin } of parts) assert.match(describeOrigin(origin), /^built in$|:\d+$/);
      }),
    );
  });
});
