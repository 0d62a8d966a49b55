import { strict as assert } from 'node:assert';
import { MemoryFileSystem } from '../../../server/src/files/memory-file-system.ts';
import { readDependencies } from '../../../server/src/loaders/modutils/dependencies.ts';
import { describeOrigin } from '../../../server/src/loaders/origin.ts';
import { read } from './support.ts';

describe('the modules.dep that modprobe reads', () => {
  const files = new MemoryFileSystem({
    '/lib/modules/2.4.20/modules.dep': '/m/default.o:',
    '/a.dep': '/m/a.o:',
    '/b.dep': '/m/b.o:',
  });
  const namesOf = (text: string, path?: string): string[] | undefined =>
    readDependencies(read(text), files, path).list?.entries.map(({ name }) => name);

  it('is the one of the kernel', () => assert.deepEqual(namesOf(''), ['default']));
  it('is the one of depfile', () => assert.deepEqual(namesOf('depfile=/a.dep'), ['a']));
  it('is the one of the caller', () => assert.deepEqual(namesOf('depfile=/a.dep', '/b.dep'), ['b']));
  it('may be a directory, which has no lines', () => assert.deepEqual(namesOf('depfile=/lib'), []));

  it('may not be there', () => {
    const { list, messages } = readDependencies(read('depfile=/no'), files);
    assert.equal(list, undefined);
    assert.deepEqual(messages, ["Can't open dependencies file /no (No such file or directory)"]);
  });

  it('may be where nobody knows', () => {
    const { list, unknown, messages } = readDependencies(read('depfile=`x`'), files);
    assert.equal(list, undefined);
    assert.equal(unknown?.text, 'depfile= needs a shell to run a command');
    assert.equal(unknown && describeOrigin(unknown.origin), '/etc/modules.conf:1');
    assert.deepEqual(messages, []);
    assert.deepEqual(namesOf('depfile=`x`', '/a.dep'), ['a']);
  });

  for (const [conf, dep, messages] of [
    [2000, 1000, ['Note: /etc/modules.conf is more recent than /a.dep']],
    [1000, 1000, []],
    [1999, 1000, []],
    [1000, 2000, []],
  ] as const) {
    it(`is noted when it is older than the configuration: ${dep} and ${conf}`, () => {
      const dated = new MemoryFileSystem({
        '/etc/modules.conf': { content: '', modified: conf },
        '/a.dep': { content: '', modified: dep },
      });
      assert.deepEqual(readDependencies(read('depfile=/a.dep'), dated).messages, messages);
    });
  }
});
