import assert from 'node:assert/strict';
import { hover } from '../../server/src/features/hover/hover.ts';
import { kernel6, machine6 } from '../support/machine-6.ts';
import { takeCaret } from '../support/marked.ts';
import { snapshotOf } from '../support/snapshot.ts';

const local = '/etc/modprobe.d/local.conf';
const tree = `/lib/modules/${kernel6}`;

/** The hover at the caret, links as `[label](path#line)`; the stretch that it is about in front, between bars. */
function hoverAt(marked: string, path: string, files: Readonly<Record<string, string>>): string {
  const { text, offset } = takeCaret(marked);
  const snapshot = snapshotOf(text, { path, files, kernel: kernel6 });
  const found = hover(snapshot, offset);
  if (found === undefined) return '';
  const { document } = snapshot;
  const about = text.slice(document.offsetAt(found.range!.start), document.offsetAt(found.range!.end));
  const { value } = found.contents as { readonly value: string };
  return `|${about}| ${value.replaceAll('<file:///root', '').replaceAll('>)', ')')}`;
}

interface Case {
  readonly title: string;
  readonly text: string;
  /** Each must be there, in order. */
  readonly says: readonly string[];
  readonly not?: readonly string[];
  readonly path?: string;
  readonly files?: Readonly<Record<string, string>>;
}

const cases: readonly Case[] = [
  {
    title: 'a module: its file, what modprobe does and why, what it needs, what is said of it where',
    text: 'options <|>e1000e debug=1',
    says: [
      `|e1000e| **e1000e** → [kernel/drivers/net/e1000e.ko](${tree}/modules.dep#L1) · kernel ${kernel6}`,
      '`modprobe e1000e` does:\n\n',
      '1. run `/bin/true` as root (install of ptp, [net.conf:2](/etc/modprobe.d/net.conf#L2))\n',
      '2. insmod **e1000e** `debug=1` ([line 1](/etc/modprobe.d/local.conf#L1)) `IntMode=1` ([net.conf:1](',
      'needs `ptp`',
      '* `options debug=1` ([line 1](',
      '* `options IntMode=1` ([net.conf:1](',
      `* one alias of its own: \`pci:v00008086d0000100Esv*sd*bc*sc*i*\` ([modules.alias:1](${tree}/modules.alias#L1))`,
    ],
  },
  {
    title: 'who needs a module, `-` and `_` being the same',
    text: 'blacklist <|>libarc4\nremove libarc4 /bin/true',
    says: [
      'needed by 1: `cifs`',
      '* `blacklist libarc4` ([line 1]',
      '* `remove libarc4 /bin/true` ([line 2]',
    ],
  },
  {
    title: 'a name with the other dash',
    text: 'blacklist snd<|>-pcsp',
    says: ['|snd-pcsp| **snd_pcsp** → [kernel/sound/snd-pcsp.ko]', '`modprobe snd-pcsp` does:'],
  },
  {
    title: 'what is compiled in',
    text: 'softdep <|>usbcore pre: ptp',
    says: ['**usbcore** → compiled into the kernel', 'USB core', '**usbcore** is compiled in'],
  },
  {
    title: 'a name that nothing has',
    text: 'blacklist <|>nothing',
    says: ['**nothing** → no module of this name', '`modprobe nothing` fails: `modprobe: FATAL'],
  },
  {
    title: 'a softdep in the plan, the install line passed over',
    text: 'install <|>cifs /bin/false',
    says: [
      `1. insmod **md4**, needed by cifs ([modules.dep:3](`,
      '2. insmod **libarc4**',
      `insmod **md4**, softdep cifs pre: ([modules.softdep:1](`,
      `insmod **cifs**, install cifs is passed over because of the softdep ([line 1](`,
      'needs `libarc4`, `md4`',
      `* \`softdep cifs pre: md4\` ([modules.softdep:1](${tree}/modules.softdep#L1))`,
    ],
  },
  {
    title: 'an alias, followed',
    text: 'alias <|>eth0 e1000e',
    says: [
      '**eth0** → `e1000e` → [kernel/drivers/net/e1000e.ko]',
      'network interface: Ethernet',
      'insmod **e1000e** `IntMode=1` ([net.conf:1](/etc/modprobe.d/net.conf#L1)), alias eth0 ([line 1](',
    ],
  },
  {
    title: 'an alias of the kernel that leads to several modules, one hidden',
    text: 'softdep ptp post: platform:<|>pcspkr\nblacklist pcspkr',
    says: [
      '**platform:pcspkr** → `snd_pcsp`, `pcspkr` · kernel',
      'insmod **snd_pcsp**',
      'leaves out `pcspkr`: blacklist pcspkr ([line 2](',
    ],
  },
  {
    title: 'a pattern that aliases are found by',
    text: 'alias <|>eth* e1000e',
    says: ['|eth*| **eth\\***: every request that matches this pattern leads to `e1000e`.'],
  },
  {
    title: 'a pattern of modules',
    text: 'install <|>snd-* /bin/false',
    says: ['**snd\\_\\***: a pattern; it matches 1 of the modules of kernel 6.1.0: `snd_pcsp`'],
  },
  { title: 'an alias to off', text: 'alias x <|>off', says: ['**off**: an idiom of modutils'] },
  {
    title: 'an alias to nothing',
    text: 'al<|>ias x nothing',
    says: ['*Here it loads nothing, and modprobe reports success: there is no module `nothing`'],
  },
  {
    title: 'an alias to what is blacklisted',
    text: 'blacklist ptp\nal<|>ias x ptp',
    says: ['*Here it loads nothing: `blacklist ptp` ([line 1]'],
  },
  {
    title: 'an alias in the place of a module',
    text: 'al<|>ias ptp md4',
    says: ['*Here it takes the place of the module `ptp`'],
  },
  {
    title: 'two aliases of one name',
    text: 'al<|>ias x md4\nalias x* ptp',
    says: ['*Here it is not alone: `ptp` ([line 2]'],
  },
  {
    title: 'a blacklist that does not block',
    text: 'black<|>list libarc4',
    says: [
      '|blacklist| `blacklist MODULE`: ',
      '*Here it does **not** keep the module out: it is still loaded by `modprobe libarc4` and with what needs it (`cifs`).*',
      '* What the initramfs loads',
      'modprobe.d(5)',
    ],
  },
  {
    title: 'a blacklist beside an install line that blocks',
    text: 'black<|>list libarc4\ninstall libarc4 /bin/false',
    says: [
      '*Here `install libarc4` ([line 2](/etc/modprobe.d/local.conf#L2)) keeps the module out as well.*',
    ],
    not: ['Here it does **not**'],
  },
  {
    title: 'a blacklist of what is compiled in',
    text: 'black<|>list usbcore',
    says: ['*Here it has no effect: `usbcore` is compiled into the kernel.*'],
  },
  {
    title: 'a blacklist that is repeated',
    text: 'blacklist md4\nblack<|>list md4',
    says: ['*Here it repeats [line 1]'],
  },
  {
    title: 'an install line that a softdep of the kernel makes void',
    text: 'ins<|>tall cifs /bin/false',
    says: [`*Here it has **no effect**: \`cifs\` has a softdep ([modules.softdep:1](`],
  },
  {
    title: 'an install line behind another',
    text: 'ins<|>tall ptp /bin/false',
    path: '/etc/modprobe.d/zz.conf',
    says: ['*Here it has no effect: [net.conf:2](/etc/modprobe.d/net.conf#L2) comes first.*'],
  },
  {
    title: 'an install line that blocks, after what the module needs',
    text: 'ins<|>tall e1000e /bin/false',
    says: ['*Here it keeps `e1000e` out', 'The module that it needs is still loaded first.*'],
  },
  {
    title: 'a command',
    text: 'install libarc4 /bin/<|>false # x',
    says: ['|/bin/false # x| `/bin/false # x` is handed to `/bin/sh`'],
  },
  {
    title: 'a remove line behind another',
    text: 'remove md4 /bin/true\nrem<|>ove md4 /bin/false',
    says: ['*Here it has no effect: [line 1]'],
  },
  {
    title: 'a softdep behind another',
    text: 'softdep cifs pre: ptp\nsoft<|>dep cifs post: ptp',
    says: ['*Here it has no effect: [line 1](/etc/modprobe.d/local.conf#L1) comes first.*'],
  },
  {
    title: 'a softdep that makes an install line void',
    text: 'install ptp /bin/false\nsoft<|>dep ptp pre: md4',
    says: ['*Here it makes `install ptp` ([line 1](', 'void: modprobe loads `ptp` itself.*'],
  },
  {
    title: 'an empty softdep',
    text: 'soft<|>dep ptp md4',
    says: ['*Here both lists are empty: no other softdep of `ptp` counts'],
  },
  {
    title: 'a word that a softdep ignores',
    text: 'softdep ptp <|>md4 pre: libarc4',
    says: ['`md4` is ignored'],
  },
  {
    title: 'the lists of a softdep',
    text: 'softdep ptp <|>pre: md4',
    says: ['|pre:| **pre:** what follows'],
  },
  { title: 'a module in a softdep', text: 'softdep ptp pre: <|>md4', says: ['|md4| **md4** →'] },
  { title: 'a module in a weakdep', text: 'weakdep ptp <|>md4', says: ['|md4| **md4** →'] },
  {
    title: 'a parameter that is set twice',
    text: 'options e1000e <|>IntMode=0',
    says: [
      '|IntMode=0| **IntMode** · parameter of `e1000e`',
      'The kernel takes `IntMode=1` ([net.conf:1](/etc/modprobe.d/net.conf#L1)), the last:\n\n',
      '* `IntMode=0` ([line 1](',
    ],
  },
  {
    title: 'a parameter in the line that wins, whatever its dash',
    text: 'options e1000e a-b=1\noptions e1000e <|>a_b=2',
    says: ['The kernel takes this one, the last:', '* `a-b=1` ([line 1]', '* `a_b=2` ([line 2]'],
  },
  { title: 'a parameter that is set once', text: 'options ptp <|>x=1', says: ['**x** ·'], not: ['takes'] },
  {
    title: 'a parameter of what is compiled in: its type and what it is for',
    text: 'options usbcore <|>autosuspend=2',
    says: [
      '**autosuspend** · parameter of `usbcore` · `int`',
      'default autosuspend delay',
      'compiled into the kernel',
      '`usbcore.autosuspend=2`',
    ],
  },
  {
    title: 'a parameter that the module does not have',
    text: 'options usbcore <|>nosub=1',
    says: ['which has none of this name'],
  },
  {
    title: 'options of what is compiled in',
    text: 'opt<|>ions usbcore nousb',
    says: ['*Here it has no effect: `usbcore` is compiled into the kernel.'],
  },
  { title: 'an unknown directive', text: 'fro<|>b x', says: ['`ignoring bad line`'] },
  { title: 'a deprecated directive', text: 'inc<|>lude x', says: ['Not read anymore', '*Here kmod ignores'] },
  {
    title: 'a line without its argument',
    text: 'al<|>ias x',
    says: ['*Here kmod ignores the line: something'],
  },
  {
    title: 'a file that another one hides',
    text: 'black<|>list pcspkr',
    path: '/usr/lib/modprobe.d/local.conf',
    files: { ...machine6, [local]: 'blacklist ptp\n' },
    says: [
      `*Here it has no effect: [${local}](${local}) has the same name and is read instead of this file.*`,
    ],
  },
  {
    title: 'a file that is masked',
    text: 'black<|>list pcspkr',
    path: '/usr/lib/modprobe.d/local.conf',
    files: { ...machine6, [local]: '' },
    says: ['*Here it has no effect: this file is masked by [/etc/modprobe.d/local.conf]'],
  },
  {
    title: 'a file that is not read because of its name',
    text: 'black<|>list pcspkr',
    path: '/etc/modprobe.d/local',
    says: ['*Here it has no effect: the name of this file does not end in `.conf`'],
  },
  {
    title: 'a module where there is no tree',
    text: 'blacklist <|>ptp',
    files: {},
    says: [
      '**ptp** · kernel 6.1.0',
      'What it loads is not known: there is no modules.dep of kernel 6.1.0 here.',
    ],
  },
  { title: 'nothing in a comment', text: '# <|>blacklist', says: [] },
  {
    title: 'a rule in a suppression',
    text: '# modconf-disable-next-line blacklist-<|>not-a-block\nblacklist ptp',
    says: ['|blacklist-not-a-block| **blacklist-not-a-block**: '],
  },
  {
    title: 'a line of modules-load.d: a blacklist counts for names, too',
    text: '<|>pcspkr',
    path: '/etc/modules-load.d/a.conf',
    says: [
      '|pcspkr| **pcspkr** → [kernel/drivers/input/pcspkr.ko]',
      'At the start of the system, `modprobe -b pcspkr` loads nothing and reports success.',
      'leaves out `pcspkr`: blacklist pcspkr ([local.conf:1](/usr/lib/modprobe.d/local.conf#L1))',
    ],
  },
  {
    title: 'a line of modules-load.d with options',
    text: 'ptp <|>x=1',
    path: '/etc/modules-load.d/a.conf',
    says: ['|x=1| *Here the whole line is taken for the name, `ptp x=1`'],
  },
  {
    title: 'a line of /etc/modules with options',
    text: 'ptp <|>x=1',
    path: '/etc/modules',
    says: ['`x=1` is handed to `ptp`.'],
  },
  {
    title: 'a directive of depmod.d',
    text: 'sea<|>rch updates',
    path: '/etc/depmod.d/a.conf',
    says: ['`search DIRECTORY…`: ', 'depmod.d(5)'],
  },
  {
    title: 'a directory of depmod.d',
    text: 'search <|>updates built-in',
    path: '/etc/depmod.d/a.conf',
    says: ['`/lib/modules/6.1.0/updates`: not there'],
  },
  {
    title: 'a word of depmod.d',
    text: 'search updates <|>built-in',
    path: '/etc/depmod.d/a.conf',
    says: ['**built-in**: every directory'],
  },
  {
    title: 'a module of depmod.d',
    text: 'override <|>ptp * extra',
    path: '/etc/depmod.d/a.conf',
    says: ['**ptp** → [kernel/drivers/ptp/ptp.ko]'],
  },
];

describe('hover for kmod', () => {
  for (const { title, text, says, not = [], path = local, files = machine6 } of cases) {
    it(`shows ${title}`, () => {
      const found = hoverAt(text, path, files);
      let at = 0;
      for (const part of says) {
        const next = found.indexOf(part, at);
        assert.ok(next !== -1, `${part}\n— not in, or not behind the one before —\n${found}`);
        at = next + part.length;
      }
      if (says.length === 0) assert.equal(found, '');
      for (const part of not) assert.ok(!found.includes(part), `${part} in:\n${found}`);
    });
  }
});
