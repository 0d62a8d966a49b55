import { strict as assert } from 'node:assert';
import { type MachineView, viewMachine } from '../../../server/src/features/machine/machine-view.ts';
import { moduleGraph } from '../../../server/src/features/machine/module-graph.ts';
import { describeModule, listModules } from '../../../server/src/features/machine/module-list.ts';
import type { Statement } from '../../../server/src/features/machine/place.ts';
import { snapshotOf } from '../../support/snapshot.ts';

const old = '/lib/modules/2.4.20';
const today = '/lib/modules/6.1.0';

function machineOf(files: Readonly<Record<string, string>>, kernel: string): MachineView | undefined {
  const [[path, text] = ['', '']] = Object.entries(files);
  const { project, uriOf } = snapshotOf(text, { path, files, kernel });
  return viewMachine(project, uriOf);
}

const modutils = machineOf(
  {
    '/etc/modules.conf': [
      'alias eth0 eepro100',
      'options eepro100 options=0x30',
      'add options eepro100 debug=1',
      'add above sb opl3',
      'alias parport_lowlevel off',
      'alias dummy off',
      'install slip /bin/false',
      'post-install eepro100 /sbin/mii-tool',
    ].join('\n'),
    [`${old}/modules.dep`]: [
      `${old}/kernel/drivers/net/eepro100.o:\t${old}/kernel/drivers/net/mii.o`,
      `${old}/kernel/drivers/net/mii.o:`,
      `${old}/kernel/drivers/net/dummy.o:`,
      `${old}/kernel/drivers/net/slip.o: \\`,
      `\t${old}/kernel/drivers/net/slhc.o`,
      `${old}/kernel/drivers/net/slhc.o:`,
      '/opt/sb.o:',
    ].join('\n'),
  },
  '2.4.20',
)!;

const kmod = machineOf(
  {
    '/etc/modprobe.d/a.conf': [
      'alias soundcard snd-hda-intel',
      'options snd-hda-intel model=auto',
      'softdep snd-hda-intel pre: snd-pcm post: snd-seq',
      'install pcspkr /bin/false',
      'blacklist snd-hda-intel',
    ].join('\n'),
    [`${today}/modules.dep`]: [
      'kernel/sound/snd.ko:',
      'kernel/sound/snd-pcm.ko: kernel/sound/snd.ko',
      'kernel/sound/snd-hda-intel.ko: kernel/sound/snd-pcm.ko kernel/sound/snd.ko',
      'kernel/drivers/pcspkr.ko:',
      'top.ko:',
    ].join('\n'),
    [`${today}/modules.alias`]: 'alias pci:v00008086* snd_hda_intel\n',
  },
  '6.1.0',
)!;

const show = ({ text, place }: Statement) =>
  place === undefined ? text : `${text} @ ${place.uri.replace('file:///root', '')}:${place.line + 1}`;

describe('the modules of a machine', () => {
  it('are listed with their folders, and what is blocked or loaded', () => {
    const list = (view: MachineView, loaded: readonly string[]) =>
      listModules(view, new Set(loaded)).map(
        ({ title, folder, place, blocked, loaded }) =>
          `${folder}: ${title} ${place.line}${blocked ? ' blocked' : ''}${loaded ? ' loaded' : ''}`,
      );
    assert.deepEqual(list(modutils, ['slhc']), [
      'kernel/drivers/net: eepro100 0',
      'kernel/drivers/net: mii 1',
      'kernel/drivers/net: dummy 2 blocked',
      'kernel/drivers/net: slip 3 blocked',
      'kernel/drivers/net: slhc 5 loaded',
      '/opt: sb 6',
    ]);
    assert.deepEqual(list(kmod, ['snd_pcm']), [
      'kernel/sound: snd 0',
      'kernel/sound: snd-pcm 1 loaded',
      'kernel/sound: snd-hda-intel 2',
      'kernel/drivers: pcspkr 3 blocked',
      ': top 4',
    ]);
  });

  it('are described as modutils knows them', () => {
    const detail = describeModule('eepro100', modutils)!;
    assert.deepEqual(detail.aliases.map(show), ['eth0 @ /etc/modules.conf:1']);
    assert.deepEqual(detail.options.map(show), [
      'options=0x30 @ /etc/modules.conf:2',
      'debug=1 @ /etc/modules.conf:3',
    ]);
    assert.deepEqual(detail.others.map(show), ['post-install eepro100 /sbin/mii-tool @ /etc/modules.conf:8']);
    assert.deepEqual(detail.needs.map(show), [`mii @ ${old}/modules.dep:2`]);
    assert.deepEqual(describeModule('mii', modutils)?.neededBy.map(show), [
      `eepro100 @ ${old}/modules.dep:1`,
    ]);
    assert.deepEqual(describeModule('sb', modutils)?.others.map(show), [
      'above sb opl3 @ /etc/modules.conf:4',
    ]);
    assert.deepEqual(describeModule('sb', modutils)?.options.map(show), [
      'io=0x220 irq=7 dma=1 dma16=5 mpu_io=0x330',
    ]);
  });

  it('are described as kmod knows them, whatever the dashes', () => {
    const detail = describeModule('snd_hda-intel', kmod)!;
    assert.deepEqual(detail.aliases.map(show), [
      'soundcard @ /etc/modprobe.d/a.conf:1',
      `pci:v00008086* @ ${today}/modules.alias:1`,
    ]);
    assert.deepEqual(detail.options.map(show), ['model=auto @ /etc/modprobe.d/a.conf:2']);
    assert.deepEqual(detail.others.map(show), [
      'blacklist snd_hda_intel @ /etc/modprobe.d/a.conf:5',
      'softdep snd_hda_intel pre: snd-pcm post: snd-seq @ /etc/modprobe.d/a.conf:3',
    ]);
    assert.deepEqual(detail.neededBy, []);
  });

  it('are not known by names that no module has', () => {
    assert.equal(describeModule('nothing', kmod), undefined);
    assert.equal(moduleGraph('nothing', kmod), undefined);
  });

  it('are unknown where there is no modules.dep', () => {
    assert.equal(machineOf({ '/etc/modules.conf': '' }, '2.4.20'), undefined);
  });
});

describe('the picture of dependencies', () => {
  const draw = (name: string, view: MachineView) => {
    const graph = moduleGraph(name, view)!;
    return {
      nodes: graph.nodes.map(({ title, level }) => `${title} ${level}`),
      edges: graph.edges.map(({ from, to }) => `${from} > ${to}`),
    };
  };

  it('has what a module needs and what needs it', () => {
    assert.deepEqual(draw('snd-pcm', kmod), {
      nodes: ['snd-pcm 0', 'snd -1', 'snd-hda-intel 1'],
      edges: ['snd_pcm > snd', 'snd_hda_intel > snd_pcm'],
    });
  });

  it('leaves out what is needed by way of another, which modules.dep lists since 2.6', () => {
    assert.deepEqual(draw('snd-hda-intel', kmod).edges, ['snd_hda_intel > snd_pcm', 'snd_pcm > snd']);
    assert.deepEqual(draw('slip', modutils).edges, ['slip > slhc']);
  });

  it('ends where modules need each other', () => {
    const circle = machineOf({ [`${today}/modules.dep`]: 'a.ko: b.ko\nb.ko: a.ko\n' }, '6.1.0')!;
    assert.deepEqual(draw('a', circle), { nodes: ['a 0', 'b -1'], edges: ['a > b', 'b > a'] });
  });

  it('is cut where there are too many', () => {
    const many = Array.from({ length: 500 }, (_, index) => `m${index}.ko: core.ko`);
    const crowd = machineOf({ [`${today}/modules.dep`]: ['core.ko:', ...many].join('\n') }, '6.1.0')!;
    const graph = moduleGraph('core', crowd)!;
    assert.equal(graph.nodes.length, 200);
    assert.ok(graph.cut);
    assert.equal(moduleGraph('m7', crowd)?.cut, false);
  });
});
