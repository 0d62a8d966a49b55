import { strict as assert } from 'node:assert';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MemoryFileSystem } from '../../../server/src/files/memory-file-system.ts';
import { readModulesLoad } from '../../../server/src/loaders/kmod/modules-load.ts';
import { describeOrigin } from '../../../server/src/loaders/origin.ts';
import { corpusDirectory, describeCorpus } from '../../support/corpus.ts';

class LinkedFileSystem extends MemoryFileSystem {
  override realPath(path: string): string | undefined {
    return path === '/etc/modules-load.d/modules.conf' ? '/etc/modules' : super.realPath(path);
  }
}

const requests = (files: MemoryFileSystem): string[] =>
  readModulesLoad(files).requests.map(({ name, arguments: rest, origin }) =>
    [`${describeOrigin(origin)}:`, name, ...rest.map((argument) => `+${argument}`)].join(' '),
  );

describe('what is loaded at the start', () => {
  it('is named line by line, in the order of base names', () => {
    const files = new MemoryFileSystem({
      '/usr/lib/modules-load.d/b.conf': '; no\nloop  max_loop=8 \n\n # no\n',
      '/etc/modules-load.d/c.conf': 'x\r\n',
      '/run/modules-load.d/c.conf': 'hidden',
      '/etc/modules-load.d/empty.conf': '',
      '/usr/lib/modules-load.d/empty.conf': 'masked',
      '/usr/local/lib/modules-load.d/a.conf': 'y',
      '/etc/modules-load.d/no': 'no',
    });
    assert.deepEqual(requests(files), [
      '/usr/local/lib/modules-load.d/a.conf:1: y',
      '/usr/lib/modules-load.d/b.conf:2: loop  max_loop=8',
      '/etc/modules-load.d/c.conf:1: x',
    ]);
  });

  it('has arguments in /etc/modules, and no ; comments', () => {
    const files = new MemoryFileSystem({
      '/etc/modules': '# no\nloop max_loop=8 a\n ;x y\n',
      '/etc/modules-load.d/z.conf': 'z',
    });
    assert.deepEqual(requests(files), [
      '/etc/modules-load.d/z.conf:1: z',
      '/etc/modules:2: loop +max_loop=8 +a',
      '/etc/modules:3: ;x y',
    ]);
  });

  it('has /etc/modules once where modules-load.d links to it', () => {
    const content = 'loop a\n;x\n';
    const files = new LinkedFileSystem({
      '/etc/modules': content,
      '/etc/modules-load.d/modules.conf': content,
    });
    assert.deepEqual(requests(files), ['/etc/modules-load.d/modules.conf:1: loop a']);
  });
});

describeCorpus('real files of modules-load.d', () => {
  const directory = join(corpusDirectory, 'modules-load.d');
  for (const name of readdirSync(directory).filter((each) => each.endsWith('.conf'))) {
    it(name, () => {
      const content = readFileSync(join(directory, name), 'utf8');
      const files = new MemoryFileSystem({ [`/etc/modules-load.d/${name}`]: content });
      const lines = content.split('\n').map((line) => line.trim());
      assert.deepEqual(
        readModulesLoad(files).requests.map(({ name: module }) => module),
        lines.filter((line) => line !== '' && !/^[#;]/.test(line)),
      );
    });
  }
});
