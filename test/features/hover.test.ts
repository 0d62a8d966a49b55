import assert from 'node:assert/strict';
import { hover } from '../../server/src/features/hover/hover.ts';
import { machine24 } from '../support/machine-24.ts';
import { takeCaret } from '../support/marked.ts';
import { type SnapshotOptions, snapshotOf } from '../support/snapshot.ts';

/** The hover at the caret, links as `[label](path#line)`; the stretch that it is about in front, between bars. */
function hoverAt(marked: string, options: SnapshotOptions = {}): string {
  const { text, offset } = takeCaret(marked);
  const snapshot = snapshotOf(text, { files: machine24, ...options });
  const found = hover(snapshot, offset);
  if (found === undefined) return '';
  const { document } = snapshot;
  const about = text.slice(document.offsetAt(found.range!.start), document.offsetAt(found.range!.end));
  const { value } = found.contents as { readonly value: string };
  return `|${about}| ${value.replaceAll('<file:///root', '').replaceAll('>)', ')')}`;
}

const depLine = (line: number) => `/lib/modules/2.4.20/modules.dep#L${line}`;

interface Case {
  readonly title: string;
  readonly text: string;
  /** Each must be there, in order. */
  readonly says: readonly string[];
  readonly not?: readonly string[];
  readonly options?: SnapshotOptions;
}

const cases: readonly Case[] = [
  {
    title: 'an alias: the chain, the file, what modprobe does and why, and what is replaced',
    text: 'alias <|>eth0 eepro100\noptions eepro100 options=0x30 debug=1\npost-install eepro100 /sbin/mii-tool',
    says: [
      '|eth0| **eth0** → `eepro100` → [kernel/drivers/net/eepro100.o](',
      `${depLine(1)}) · kernel 2.4.20`,
      'network interface: Ethernet',
      '`modprobe eth0` does:\n\n',
      `1. insmod **mii**, needed by eepro100 ([modules.dep:1](${depLine(1)}))\n`,
      '2. insmod **eepro100** `options=0x30` `debug=1` ([line 2](/etc/modules.conf#L2)), alias eth0 ([line 1](/etc/modules.conf#L1))\n',
      '3. run `/sbin/mii-tool` as root (post-install of eepro100, [line 3](/etc/modules.conf#L3))',
      'needs `mii`',
      'replaces the built-in `alias eth0 off`',
    ],
  },
  {
    title: 'a module, also by its name in options',
    text: 'options <|>mii debug=1',
    says: [
      '|mii| **mii** → [kernel/drivers/net/mii.o](',
      '1. insmod **mii** `debug=1`',
      'needed by `eepro100`, `8139too`',
    ],
    not: ['replaces'],
  },
  {
    title: 'a name in quotes',
    text: 'alias x "m<|>ii"',
    says: ['|mii| **mii** →'],
  },
  {
    title: 'an alias that refuses',
    text: 'alias <|>mydev off',
    says: ['**mydev** → `off` · kernel', '`modprobe mydev` loads nothing and reports success.'],
  },
  {
    title: 'a name that repeats what is built in',
    text: 'alias <|>block-major-2 floppy',
    says: [
      'floppy disks',
      'Asked for when a program opens a block device',
      "Can't locate module",
      'repeats the built-in `alias block-major-2 floppy`',
    ],
  },
  {
    title: 'an alias that goes round in circles',
    text: 'alias a b\nalias b <|>a',
    says: ['`modprobe a` **never ends**'],
  },
  {
    title: 'a list',
    text: 'probeall <|>scsi_hostadapter aic7xxx sym53c8xx',
    says: [
      '|scsi_hostadapter| **scsi_hostadapter** · kernel',
      'insmod **aic7xxx**, probeall scsi_hostadapter ([line 1]',
    ],
    not: ['→'],
  },
  {
    title: 'an unknown value',
    text: 'alias <|>net `hostname`',
    says: ['What `modprobe net` does cannot be told without running something'],
  },
  {
    title: 'names where there is no module list',
    text: 'alias <|>net eepro100',
    says: [
      '**net** → `eepro100` · kernel 2.4.99',
      'What it loads is not known: there is no modules.dep of kernel 2.4.99 here.',
    ],
    options: { kernel: '2.4.99' },
  },
  {
    title: 'names where the module list is of a newer kernel',
    text: 'alias <|>net eepro100',
    says: ['modutils does not read the modules.dep of kernel 6.1.0'],
    options: {
      kernel: '6.1.0',
      files: { '/lib/modules/6.1.0/modules.dep': 'kernel/net/eepro100.ko: kernel/net/mii.ko\n' },
    },
  },
  {
    title: 'a line that is not read',
    text: 'if 0\nalias <|>net mii\nendif',
    says: ['*This line is not read: its branch is not taken'],
  },
  { title: 'off', text: 'alias x <|>off', says: ['|off| **off**'] },
  {
    title: 'a directive: what it does, its traps, and what it does here',
    text: 'path=/a\nke<|>ep',
    says: [
      '|keep| `keep`: The path lines that follow',
      '*Here it has no effect: [line 1](/etc/modules.conf#L1) already dropped the defaults.*',
      '* Counts only before the first path line',
      'modules.conf(5)',
    ],
  },
  {
    title: 'a path that drops the others',
    text: '<|>path[misc]=/a',
    says: ['|path| ', 'Here it drops the 21 search paths so far'],
  },
  {
    title: 'a line that a later one replaces',
    text: 'al<|>ias x a\nalias x b',
    says: ['Here it has no effect: [line 2](/etc/modules.conf#L2) replaces it.'],
  },
  {
    title: 'a command that comes too late',
    text: 'install a /x\nin<|>stall a /y',
    says: ['Here it has no effect: [line 1](/etc/modules.conf#L1) comes first.'],
  },
  { title: 'a condition', text: 'i<|>f -f /etc/more.conf\nendif', says: ['*Here it is true.*'] },
  {
    title: 'a condition that nobody knows',
    text: 'i<|>f `hostname`\nendif',
    says: ['nobody knows its value without running something'],
  },
  {
    title: 'a branch that counts against appearances',
    text: 'if 0\ni<|>f 1\nendif\nendif',
    says: ['counts **although** one around it does not'],
  },
  {
    title: 'an unknown directive',
    text: '<|>frobnicate x',
    says: ['|frobnicate| modutils does not know this line', 'loads nothing at all'],
  },
  { title: 'add', text: '<|>add options x a=1', says: ['**add**: the words behind are appended'] },
  { title: 'a tag', text: 'path[n<|>et]=/a', says: ['|net| **net**: the kind of modules'] },
  {
    title: 'a path with wildcards',
    text: 'path=/lib/modules/<|>*/local',
    says: ['`/lib/modules/*/local` stands for\n\n* `/lib/modules/2.4.20/local`: `x.o`'],
  },
  {
    title: 'a path that matches nothing',
    text: 'path=/nowhere/<|>*',
    says: ['`/nowhere/*` matches nothing and is taken as it stands: not there'],
  },
  {
    title: 'a path that a shell would have to say',
    text: 'path=/lib/`hos<|>tname`',
    says: ['What `` /lib/`hostname` `` stands for is unknown: needs a shell'],
  },
  {
    title: 'a path with the version of the kernel',
    text: 'path=/lib/modules/`uname <|>-r`/local',
    says: ['stands for\n\n* `/lib/modules/2.4.20/local`'],
  },
  {
    title: 'an option that insmod gets',
    text: 'options mii <|>debug=1',
    says: ['`debug=1`: insmod of **mii** gets it.'],
  },
  {
    title: 'an option that another one wins over',
    text: 'options mii <|>debug=1\nalias net mii\noptions net debug=2\noptions mii debug=3',
    says: ['`debug=1`: insmod of **mii** gets `debug=3` instead ([line 4]'],
  },
  {
    title: 'a word behind which options end',
    text: 'options mii x <|>debug=1',
    says: ['insmod of **mii** does not get it'],
  },
  {
    title: 'a variable',
    text: 'define V /a\npath=<|>$V/b',
    says: ['|$V| `$V` is `/a` ([line 1](/etc/modules.conf#L1))'],
  },
  { title: 'a variable where it is defined', text: 'define <|>V a b', says: ['|V| `$V` is `a` ([line 1]'] },
  {
    title: 'a variable that is defined later',
    text: 'path=<|>$V/b\ndefine V /a',
    says: ['`$V` is not defined here'],
  },
  {
    title: 'a variable of an included file',
    text: 'include /etc/more.conf\nif <|>$MORE\nendif',
    says: ['`$MORE` is `yes` ([more.conf:2](/etc/more.conf#L2))'],
  },
  {
    title: 'a variable with an unknown value',
    text: 'define V `x`\nif <|>$V\nendif',
    says: ['`$V` is unknown: '],
  },
  {
    title: 'an include',
    text: 'include /etc/mo<|>re.conf',
    says: ['reads [/etc/more.conf](/etc/more.conf), 2 lines'],
  },
  {
    title: 'an include that is not there',
    text: 'include /etc/no<|>thing',
    says: ['`/etc/nothing` is not read: '],
  },
  {
    title: 'a command',
    text: 'install x /bin/e<|>cho a',
    says: ['|/bin/echo a| `/bin/echo a` is handed to `/bin/sh` and runs as root'],
  },
  { title: 'a flag', text: 'if <|>-f /x\nendif', says: ['|-f| True when the file can be read.'] },
  {
    title: 'a rule in a comment',
    text: '# modconf-disable-next-line alias-ex<|>tra-words',
    says: ['|alias-extra-words| **alias-extra-words**: ', 'about this rule'],
  },
  { title: 'no rule', text: '# modconf-disable-next-line no-such<|>-rule', says: [] },
  { title: 'a comment', text: '# com<|>ment', says: [] },
  { title: 'nothing', text: 'alias a b\n<|>', says: [] },
  { title: 'an empty file', text: '<|>', says: [] },
  {
    title: 'modules.dep: a target',
    text: `${machine24['/lib/modules/2.4.20/modules.dep']}`.replace('/eepro100.o:', '/eepro<|>100.o:'),
    says: [
      '**eepro100** →',
      `1. insmod **mii**, needed by eepro100 ([line 1](${depLine(1)}))`,
      'needs `mii`',
      'options: `full=1` ([modules.conf:1](/etc/modules.conf#L1))',
    ],
    options: {
      path: '/lib/modules/2.4.20/modules.dep',
      files: { ...machine24, '/etc/modules.conf': 'options eepro100 full=1\n' },
    },
  },
  {
    title: 'modules.dep: a dependency',
    text: `${machine24['/lib/modules/2.4.20/modules.dep']}`.replace('lib/crc32.o\n', 'lib/cr<|>c32.o\n'),
    says: ['**crc32** →', 'needed by `8139too`'],
    options: { path: '/lib/modules/2.4.20/modules.dep' },
  },
  {
    title: 'modules.dep: a dependency that is listed nowhere',
    text: '/a.o: /b<|>.o\n',
    says: ['`/b.o` is listed nowhere in this file'],
    options: { path: '/lib/modules/2.4.20/modules.dep' },
  },
];

describe('hover', () => {
  for (const { title, text, says, not = [], options } of cases) {
    it(title, () => {
      const found = hoverAt(text, options);
      let at = 0;
      for (const part of says) {
        const next = found.indexOf(part, at);
        assert.notEqual(next, -1, `"${part}" in:\n${found}`);
        at = next + part.length;
      }
      for (const part of not) assert.ok(!found.includes(part), `no "${part}" in:\n${found}`);
      if (says.length === 0) assert.equal(found, '');
    });
  }

  it('is short even on a very long word', () => {
    const word = 'x'.repeat(1_000_000);
    assert.ok(hoverAt(`options <|>${word} a=1`).length < word.length + 3000);
  });
});
