import assert from 'node:assert/strict';
import { highlights, references } from '../../server/src/features/references/references.ts';
import { prepareRename, rename } from '../../server/src/features/references/rename.ts';
import type { Range } from '../../server/src/text/span.ts';
import { machine24 } from '../support/machine-24.ts';
import { takeCaret } from '../support/marked.ts';
import { type SnapshotOptions, snapshotOf } from '../support/snapshot.ts';

const dep = '/lib/modules/2.4.20/modules.dep';
const depText = machine24[dep]!;

const shown = ({ start, end }: Range) => `${start.line + 1}:${start.character}-${end.character}`;

function referencesAt(
  marked: string,
  options: SnapshotOptions & { readonly mentions?: true } = {},
): string[] {
  const { text, offset } = takeCaret(marked);
  const snapshot = snapshotOf(text, { files: machine24, ...options });
  return references(snapshot, offset, options.mentions === undefined).map(
    ({ uri, range }) => `${uri.slice(uri.lastIndexOf('/') + 1)}:${shown(range)}`,
  );
}

describe('references', () => {
  const cases: readonly {
    readonly title: string;
    readonly text: string;
    readonly found: readonly string[];
    readonly options?: Parameters<typeof referencesAt>[1];
  }[] = [
    {
      title: 'of an alias',
      text: 'alias <|>net mii\nabove sb net\nalias x "net"\noptions net a=1\n# net',
      found: ['modules.conf:1:6-9', 'modules.conf:2:9-12', 'modules.conf:3:9-12', 'modules.conf:4:8-11'],
    },
    {
      title: 'of an alias, without where it is made',
      text: 'alias <|>net mii\nabove sb net\n',
      found: ['modules.conf:2:9-12'],
      options: { mentions: true },
    },
    {
      title: 'of a module: lines of the configuration, its own line and who needs it',
      text: 'alias net <|>mii\n',
      found: ['modules.conf:1:10-13', 'modules.dep:1:90-93', 'modules.dep:3:39-42', 'modules.dep:5:89-92'],
    },
    {
      title: 'in included files',
      text: 'include /etc/more.conf\nabove sb <|>fromMore\n',
      found: ['modules.conf:2:9-17', 'more.conf:1:6-14'],
    },
    {
      title: 'of a variable',
      text: 'define V a\nif $<|>V\nalias x ${V}b$W\nendif',
      found: ['modules.conf:1:7-8', 'modules.conf:2:4-5', 'modules.conf:3:10-11'],
    },
    {
      title: 'from modules.dep',
      text: depText.replace('/mii.o:', '/mi<|>i.o:'),
      found: ['modules.dep:1:90-93', 'modules.dep:3:39-42', 'modules.dep:5:89-92', 'modules.conf:1:10-13'],
      options: { path: dep, files: { ...machine24, '/etc/modules.conf': 'alias net mii\n' } },
    },
    {
      title: 'of a name that `-` and `_` tell apart',
      text: 'alias <|>a-b mii\nabove sb a_b\n',
      found: ['modules.conf:1:6-9'],
    },
    {
      title: 'of a module of 2.6, whatever its dashes',
      text: 'kernel/snd-<|>pcm.ko: kernel/snd.ko\nkernel/snd.ko:\nkernel/x.ko: kernel/snd-pcm.ko kernel/snd.ko\n',
      found: ['modules.dep:1:7-14', 'modules.dep:3:20-27', 'a.conf:1:8-15'],
      options: {
        path: '/lib/modules/6.1.0/modules.dep',
        kernel: '6.1.0',
        files: { '/etc/modprobe.d/a.conf': 'options snd_pcm a=1\n' },
      },
    },
    { title: 'of nothing', text: 'ali<|>as a b', found: [] },
    { title: 'of nothing at all', text: '<|>', found: [] },
  ];
  for (const { title, text, found, options } of cases) {
    it(title, () => assert.deepEqual(referencesAt(text, options).sort(), [...found].sort()));
  }
});

describe('highlights', () => {
  const at = (marked: string) => {
    const { text, offset } = takeCaret(marked);
    return highlights(snapshotOf(text, { files: machine24 }), offset).map(
      ({ range, kind }) => `${shown(range)} ${kind}`,
    );
  };

  it('show where a name is made and where it is mentioned', () => {
    assert.deepEqual(at('alias net mii\nabove sb <|>net\n'), ['1:6-9 3', '2:9-12 2']);
  });

  it('show the words of a conditional', () => {
    assert.deepEqual(at('if 1\nif 2\nendif\nel<|>se\nendif\n'), ['1:0-2 2', '4:0-4 2', '5:0-5 2']);
    assert.deepEqual(at('alias a b\n<|>endif\n'), []);
    assert.deepEqual(at('<|>if 1\nelse\n'), ['1:0-2 2', '2:0-4 2']);
  });
});

describe('rename', () => {
  function renamed(
    marked: string,
    newName: string,
    options: SnapshotOptions = {},
  ): Record<string, string> | string | undefined {
    const { text, offset } = takeCaret(marked);
    const snapshot = snapshotOf(text, { files: machine24, ...options });
    const edits = rename(snapshot, offset, newName);
    if (edits === undefined) return undefined;
    if ('refusal' in edits) return edits.refusal;
    return Object.fromEntries(
      [...edits].map(([path, list]) => {
        const lines = (path === snapshot.file.path ? text : machine24[path]!).split('\n');
        for (const { range, newText } of list.toReversed()) {
          const line = lines[range.start.line]!;
          lines[range.start.line] =
            line.slice(0, range.start.character) + newText + line.slice(range.end.character);
        }
        return [path, lines.join('\n')];
      }),
    );
  }

  it('an alias, wherever it is mentioned', () => {
    assert.deepEqual(renamed('alias <|>net mii\nabove sb net\nalias x "net" # net\n', 'lan'), {
      '/etc/modules.conf': 'alias lan mii\nabove sb lan\nalias x "lan" # net\n',
    });
  });

  it('an alias of an included file', () => {
    assert.deepEqual(renamed('include /etc/more.conf\nabove sb <|>fromMore\n', 'other'), {
      '/etc/modules.conf': 'include /etc/more.conf\nabove sb other\n',
      '/etc/more.conf': 'alias other mii\ndefine MORE yes\n',
    });
  });

  it('a variable, with what stands around it', () => {
    assert.deepEqual(renamed('define V a\npath=$<|>V/${V}/"$V"\n', 'W'), {
      '/etc/modules.conf': 'define W a\npath=$W/${W}/"$W"\n',
    });
  });

  const refusals: readonly (readonly [
    title: string,
    text: string,
    name: string,
    reason: RegExp,
    options?: SnapshotOptions,
  ])[] = [
    ['a module', 'alias net <|>mii', 'x', /`mii` is a module/],
    ['what is built in', 'alias x <|>dos', 'y', /no line of the configuration makes `dos`/],
    ['an unknown variable', 'if $<|>V\nendif', 'W', /no `define` makes `V`/],
    [
      'the list of modules',
      depText.replace('/mii.o:', '/mi<|>i.o:'),
      'x',
      /depmod makes this list/,
      { path: dep },
    ],
    [
      'a file that update-modules makes',
      '### This file is automatically generated by update-modules\nalias <|>net mii',
      'x',
      /update-modules makes \/etc\/modules\.conf/,
    ],
    ['an empty name', 'alias <|>net mii', '', /cannot be empty/],
    ['a blank', 'alias <|>net mii', 'a b', /cannot hold ` `/],
    ['a comment sign', 'alias <|>net mii', 'a#b', /cannot hold `#`/],
    ['what is no variable', 'define <|>V a', '1V', /letters, digits and `_`/],
    ['a name that is taken', 'alias <|>net mii\nalias lan sb', 'lan', /there is `lan` already/],
  ];
  for (const [title, text, name, reason, options] of refusals) {
    it(`refuses ${title}`, () => assert.match(String(renamed(text, name, options)), reason));
  }

  it('is for names only', () => {
    assert.equal(renamed('ali<|>as a b', 'x'), undefined);
    assert.equal(renamed('<|>', 'x'), undefined);
  });

  it('says before what it would rename', () => {
    const at = (marked: string) => {
      const { text, offset } = takeCaret(marked);
      return prepareRename(snapshotOf(text, { files: machine24 }), offset);
    };
    assert.deepEqual(at('define V a\nif ${<|>V}\nendif'), {
      range: { start: { line: 1, character: 5 }, end: { line: 1, character: 6 } },
      placeholder: 'V',
    });
    assert.deepEqual(at('alias net mii\nabove sb "n<|>et"'), {
      range: { start: { line: 1, character: 10 }, end: { line: 1, character: 13 } },
      placeholder: 'net',
    });
    assert.match((at('alias net <|>mii') as { refusal: string }).refusal, /is a module/);
    assert.equal(at('al<|>ias a b'), undefined);
  });
});
