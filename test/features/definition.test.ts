import assert from 'node:assert/strict';
import { definition } from '../../server/src/features/definition.ts';
import type { Range } from '../../server/src/text/span.ts';
import { machine24 } from '../support/machine-24.ts';
import { takeCaret } from '../support/marked.ts';
import { type SnapshotOptions, snapshotOf } from '../support/snapshot.ts';

const dep = '/lib/modules/2.4.20/modules.dep';

/** Each target as `path:line NAME`, one-based lines, the name as it stands there (of a path the last part). */
function definitionsAt(marked: string, options: SnapshotOptions = {}): string[] {
  const { text, offset } = takeCaret(marked);
  const snapshot = snapshotOf(text, { files: machine24, ...options });
  return definition(snapshot, offset).map(({ targetUri, targetSelectionRange, targetRange }) => {
    assert.ok(contains(targetRange, targetSelectionRange));
    const { start, end } = targetSelectionRange;
    const path = targetUri.replace('file:///root', '');
    const content = path === snapshot.file.path ? text : machine24[path]!;
    const name = content.split('\n')[start.line]!.slice(start.character, end.character);
    return `${path}:${start.line + 1} ${name.slice(name.lastIndexOf('/') + 1)}`.trimEnd();
  });
}

function contains({ start, end }: Range, inner: Range): boolean {
  const from = inner.start.line - start.line || inner.start.character - start.character;
  const to = end.line - inner.end.line || end.character - inner.end.character;
  return from >= 0 && to >= 0;
}

const cases: readonly {
  readonly title: string;
  readonly text: string;
  readonly leads: readonly string[];
  readonly options?: SnapshotOptions;
}[] = [
  { title: 'an alias to its module', text: 'alias <|>eth0 eepro100', leads: [`${dep}:1 eepro100.o`] },
  {
    title: 'what an alias stands for to its module',
    text: 'alias eth0 <|>eepro100',
    leads: [`${dep}:1 eepro100.o`],
  },
  {
    title: 'a mention of an alias to the alias, then to its module',
    text: 'alias net mii\nabove sb <|>net',
    leads: ['/etc/modules.conf:1 net', `${dep}:3 mii.o`],
  },
  {
    title: 'an alias that is made twice to the one in force',
    text: 'alias net sb\nalias net mii\nabove sb <|>net',
    leads: ['/etc/modules.conf:2 net', `${dep}:3 mii.o`],
  },
  {
    title: 'a chain of aliases to the next and to the module',
    text: 'alias a b\nalias b mii\noptions <|>a x=1',
    leads: ['/etc/modules.conf:1 a', `${dep}:3 mii.o`],
  },
  {
    title: 'an alias of an included file',
    text: 'include /etc/more.conf\nabove sb <|>fromMore',
    leads: ['/etc/more.conf:1 fromMore', `${dep}:3 mii.o`],
  },
  {
    title: 'a list to its lines and its modules',
    text: 'probeall list sb\nadd probeall list mii\nalias x <|>list',
    leads: ['/etc/modules.conf:1 list', '/etc/modules.conf:2 list', `${dep}:10 sb.o`, `${dep}:3 mii.o`],
  },
  { title: 'the module of an options line', text: 'options -k <|>sb io=1', leads: [`${dep}:10 sb.o`] },
  { title: 'an option to its module', text: 'options sb i<|>o=1', leads: [`${dep}:10 sb.o`] },
  { title: 'the module of a command', text: 'pre-install <|>sb /bin/true', leads: [`${dep}:10 sb.o`] },
  { title: 'what is built in nowhere', text: 'alias x <|>dos', leads: [] },
  { title: 'an unknown module nowhere', text: 'alias x <|>nothing', leads: [] },
  { title: 'an include to its file', text: 'include /etc/<|>more.conf', leads: ['/etc/more.conf:1'] },
  { title: 'a missing include nowhere', text: 'include /etc/<|>nothing', leads: [] },
  {
    title: 'a variable to its define',
    text: 'define V a\nif $<|>V\nendif',
    leads: ['/etc/modules.conf:1 V'],
  },
  {
    title: 'a variable to the define before it',
    text: 'define V a\npath=<|>$V\ndefine V b',
    leads: ['/etc/modules.conf:1 V'],
  },
  {
    title: 'a variable to the define of an included file',
    text: 'include /etc/more.conf\nif $<|>MORE\nendif',
    leads: ['/etc/more.conf:2 MORE'],
  },
  { title: 'a command nowhere', text: 'install sb /bin/<|>true', leads: [] },
  { title: 'a directive nowhere', text: 'al<|>ias a b', leads: [] },
  { title: 'a comment nowhere', text: '# <|>sb', leads: [] },
  {
    title: 'a dependency to its own line',
    text: machine24[dep]!.replace('lib/crc32.o\n', 'lib/<|>crc32.o\n'),
    leads: [`${dep}:8 crc32.o`],
    options: { path: dep },
  },
  { title: 'an unlisted dependency nowhere', text: '/a.o: /<|>b.o\n', leads: [], options: { path: dep } },
];

describe('definition', () => {
  for (const { title, text, leads, options } of cases) {
    it(`leads from ${title}`, () => assert.deepEqual(definitionsAt(text, options), leads));
  }
});
