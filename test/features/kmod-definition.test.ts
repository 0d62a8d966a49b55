import assert from 'node:assert/strict';
import { definition } from '../../server/src/features/definition.ts';
import { kernel6, machine6 } from '../support/machine-6.ts';
import { takeCaret } from '../support/marked.ts';
import { snapshotOf } from '../support/snapshot.ts';

const local = '/etc/modprobe.d/local.conf';
const dep = `/lib/modules/${kernel6}/modules.dep`;

/** Each target as `path:line NAME`, one-based lines, the name as it stands there. */
function definitionsAt(marked: string, path: string, files = machine6): string[] {
  const { text, offset } = takeCaret(marked);
  const snapshot = snapshotOf(text, { path, files, kernel: kernel6 });
  return definition(snapshot, offset).map(({ targetUri, targetSelectionRange: { start, end } }) => {
    const target = targetUri.replace('file:///root', '');
    const content = target === path ? text : files[target]!;
    const name = content.split('\n')[start.line]!.slice(start.character, end.character);
    return `${target}:${start.line + 1} ${name}`.trimEnd();
  });
}

const ptp = `${dep}:2 kernel/drivers/ptp/ptp.ko`;

const cases: readonly {
  readonly title: string;
  readonly text: string;
  readonly leads: readonly string[];
  readonly path?: string;
  readonly files?: Readonly<Record<string, string>>;
}[] = [
  { title: 'a module to its line in modules.dep', text: 'blacklist <|>ptp', leads: [ptp] },
  {
    title: 'a module in another spelling',
    text: 'blacklist snd<|>-pcsp',
    leads: [`${dep}:7 kernel/sound/snd-pcsp.ko`],
  },
  { title: 'a parameter to its module', text: 'options ptp <|>x=1', leads: [ptp] },
  { title: 'a module in a softdep', text: 'softdep md4 post: <|>ptp', leads: [ptp] },
  { title: 'an alias to its module', text: 'alias <|>clock ptp', leads: [ptp] },
  {
    title: 'a mention of an alias to the alias, then to its module',
    text: 'alias clock ptp\nsoftdep md4 pre: <|>clock',
    leads: [`${local}:1 clock`, ptp],
  },
  {
    title: 'a mention of an alias to each line that matches',
    text: 'alias clock ptp\nalias c* md4\nsoftdep md4 pre: <|>clock',
    leads: [`${local}:1 clock`, `${local}:2 c*`, ptp, `${dep}:5 kernel/crypto/md4.ko`],
  },
  {
    title: 'an alias of the kernel to its modules',
    text: 'softdep md4 pre: <|>net-pf-31',
    leads: [`${dep}:6 kernel/net/bluetooth/bluetooth.ko`],
  },
  { title: 'what is compiled in nowhere', text: 'options <|>usbcore nousb=1', leads: [] },
  { title: 'an unknown module nowhere', text: 'blacklist <|>nothing', leads: [] },
  { title: 'a pattern nowhere', text: 'install <|>snd* /bin/true', leads: [] },
  { title: 'a directive nowhere', text: 'black<|>list ptp', leads: [] },
  {
    title: 'a directive of a file that is not read to the file that is',
    text: 'black<|>list ptp',
    path: '/usr/lib/modprobe.d/local.conf',
    files: { ...machine6, [local]: '# mine\n' },
    leads: [`${local}:1`],
  },
  { title: 'a line of modules-load.d', text: '<|>ptp', path: '/etc/modules-load.d/a.conf', leads: [ptp] },
  { title: 'a module of depmod.d', text: 'override <|>ptp * x', path: '/etc/depmod.d/a.conf', leads: [ptp] },
];

describe('definition for kmod', () => {
  for (const { title, text, leads, path = local, files } of cases) {
    it(`leads from ${title}`, () => assert.deepEqual(definitionsAt(text, path, files), leads));
  }
});
