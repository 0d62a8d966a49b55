import { strict as assert } from 'node:assert';
import { readCommandLine } from '../../../server/src/loaders/kmod/kernel-command-line.ts';

/** What a command line gives, one text for each entry or message. */
function outline(commandLine: string): string[] {
  const { blacklists, options, messages } = readCommandLine(commandLine);
  return [
    ...blacklists.map(({ module }) => `blacklist ${module}`),
    ...options.map((entry) => `options ${entry.module} ${entry.options}`),
    ...messages.map(({ text }) => text.replace(/.*parsing module name: /, 'bad ')),
  ];
}

const cases: [string, string, ...string[]][] = [
  ['options', 'snd-pcm.a=1 usb.quirks', 'options snd_pcm a=1', 'options usb quirks'],
  ['options with a quoted value', 'm.a="x y" n.b=1', 'options m a="x y"', 'options n b=1'],
  ['options that a boot loader quoted', '"m.a=x y" n.b=1', 'options m a="x y"', 'options n b=1'],
  ['blacklists as they are', 'modprobe.blacklist=a-b,,c', 'blacklist a-b', 'blacklist ', 'blacklist c'],
  ['a blacklist that is none', 'modprobe.blacklist', 'options modprobe blacklist'],
  ["the kernel's own words", 'quiet root=/dev/sda1 ip=1.2.3.4 a.b.c=1 1.2.3.4:5 m"x.y=1 m.x"y=1'],
  ['no more behind an open quote', 'a.b=1 c.d="x e.f=1', 'options a b=1'],
  ['white space of any kind', 'a.b=1\tc.d=2\ve.f=3\n', 'options a b=1', 'options c d=2', 'options e f=3'],
  ['empty names', '.a=1 m.', 'options  a=1', 'options m '],
  ['unpaired brackets', 'a-[b-c]-].x=1 [-.y=1', "bad 'a_[b-c]_]'", "bad '[-'"],
];

describe('the kernel command line', () => {
  for (const [title, commandLine, ...expected] of cases)
    it(`gives kmod ${title}`, () => assert.deepEqual(outline(commandLine), expected));
});
