import { strict as assert } from 'node:assert';
import { arrange, type Node, sectionsOf, statementsOf } from '../../client/src/views/module-nodes.ts';
import type { ListedModule } from '../../server/src/features/machine/module-list.ts';

function module(path: string): ListedModule {
  const slash = path.lastIndexOf('/');
  const title = path.slice(slash + 1);
  const place = { uri: 'file:///modules.dep', line: 0 };
  return { name: title.replaceAll('-', '_'), title, folder: path.slice(0, Math.max(slash, 0)), place };
}

function draw(nodes: readonly Node[], indent = ''): string[] {
  return nodes.flatMap((node) =>
    node.kind === 'folder'
      ? [`${indent}${node.name}/ ${node.count} ${node.path}`, ...draw(node.children, `${indent}  `)]
      : [indent + (node.kind === 'module' ? node.module.title : '?')],
  );
}

const modules = [
  'kernel/drivers/net/mii',
  'kernel/drivers/net/eepro100',
  'kernel/drivers/scsi/aic7xxx/aic7xxx',
  'kernel/fs/fat/fat',
  'local',
].map(module);

describe('the view of modules', () => {
  it('has folders, those with nothing but a folder in one line', () => {
    assert.deepEqual(draw(arrange(modules, '')), [
      'kernel/ 4 kernel',
      '  drivers/ 3 kernel/drivers',
      '    net/ 2 kernel/drivers/net',
      '      eepro100',
      '      mii',
      '    scsi/aic7xxx/ 1 kernel/drivers/scsi/aic7xxx',
      '      aic7xxx',
      '  fs/fat/ 1 kernel/fs/fat',
      '    fat',
      'local',
    ]);
  });

  it('shows what a filter lets through, whatever the dashes and the case', () => {
    const sound = ['sound/snd-hda-intel', 'sound/snd-pcm', 'sound/soundcore'].map(module);
    assert.deepEqual(draw(arrange(sound, 'SND_')), ['sound/ 2 sound', '  snd-hda-intel', '  snd-pcm']);
    assert.deepEqual(arrange(sound, 'usb'), []);
  });

  it('leaves out the kinds of which nothing is known', () => {
    const sections = sectionsOf(module('net/mii'), {
      aliases: [],
      options: [{ text: 'debug=1' }],
      others: [],
      needs: [],
      neededBy: [{ text: 'eepro100' }, { text: '8139too' }],
    });
    assert.deepEqual(
      sections.map((section) => [
        section.title,
        statementsOf(section).map(({ statement }) => statement.text),
      ]),
      [
        ['Options', ['debug=1']],
        ['Needed by', ['eepro100', '8139too']],
      ],
    );
    const ids = sections.flatMap(statementsOf).map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length);
  });
});
