import { strict as assert } from 'node:assert';
import { readdirSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { MemoryFileSystem } from '../../server/src/files/memory-file-system.ts';
import { checkFile } from '../../server/src/lint/check.ts';
import type { Diagnostic } from '../../server/src/lint/diagnostic.ts';
import { doesNothing } from '../../server/src/loaders/kmod/command.ts';
import { indexOf } from '../../server/src/loaders/kmod/configuration-index.ts';
import { planKmodLoad } from '../../server/src/loaders/kmod/plan-load.ts';
import { rangeOf } from '../../server/src/loaders/origin.ts';
import { decode } from '../../server/src/text/encoding.ts';
import { Project } from '../../server/src/workspace/project.ts';
import { TreeCache } from '../../server/src/workspace/tree-cache.ts';
import { corpusDirectory, describeCorpus } from '../support/corpus.ts';
import { corpusKernels } from '../support/corpus-trees.ts';

const folder = `${corpusDirectory}/modprobe.d/`;

/** Opens a set of files, by base name, on a machine that has nothing else. */
function projectOf(files: Readonly<Record<string, string | Uint8Array>>) {
  const entries = Object.entries(files).map(([name, content]) => [`/etc/modprobe.d/${name}`, content]);
  const project = new Project({ files: new MemoryFileSystem(Object.fromEntries(entries)), kernel: '6.1.0' });
  const read = (name: string) => project.read(`/etc/modprobe.d/${name}`, 'modprobe.d');
  return { project, read, check: (name: string) => checkFile(project, read(name), name) };
}

/** The numbers that kmod gives to the lines of a file that it calls bad. */
function recordedLines(messages: string, name: string): number[] {
  const marked = messages.split('\n').flatMap((message) => {
    const [before, after] = message.split(': ignoring bad line starting with ');
    const place = /(?:^|[ /])([^ /]+) line (\d+)$/.exec(before ?? '');
    return after !== undefined && place?.[1] === name ? [Number(place[2])] : [];
  });
  return marked.sort((left, right) => left - right);
}

/** The lines that we say kmod calls bad, each as often as we say it; numbered as kmod does. */
function reportedLines(diagnostics: readonly Diagnostic[], numberOf: (line: number) => number): number[] {
  const bad = diagnostics.filter(({ rule, severity, message }) => {
    if (rule === 'indented-comment') return true;
    return severity === 'error' && rule !== 'deprecated-directive' && message.includes('ignores this line');
  });
  return bad.map(({ range }) => numberOf(range.start.line)).sort((left, right) => left - right);
}

function badLines({ read, check }: ReturnType<typeof projectOf>, name: string): number[] {
  const { document } = read(name);
  return reportedLines(check(name), (line) => document.loaderLineNumber(document.lineIndexOfPhysical(line)));
}

const realFiles = () => readdirSync(folder).filter((name) => name.endsWith('.conf'));

describeCorpus('real modprobe.d files', () => {
  for (const name of realFiles()) {
    const recorded = () =>
      readFileSync(`${corpusDirectory}/expected/kmod-34/${name.replace(/\.conf$/, '.err')}`, 'utf8');

    it(`${name}: each bad line has one finding, and no other line`, () => {
      const machine = projectOf({ [name]: readFileSync(folder + name) });
      assert.deepEqual(badLines(machine, name), recordedLines(recorded(), name));
    });

    it(`${name}: what is deprecated is reported, and nothing else`, () => {
      const { check } = projectOf({ [name]: readFileSync(folder + name) });
      const found = check(name).filter(({ rule }) => rule === 'deprecated-directive');
      assert.equal(found.length, recorded().split('is deprecated and not parsed anymore').length - 1);
    });
  }
});

interface Generated {
  readonly id: string;
  readonly files: Readonly<Record<string, string>>;
  readonly c_err: string;
}

describeCorpus('generated modprobe.d sets', () => {
  it('have one finding for each bad line, and for no other', () => {
    const packed = readFileSync(`${corpusDirectory}/generated-modprobe.d.jsonl.gz`);
    const wrong: unknown[] = [];
    for (const line of gunzipSync(packed).toString('utf8').trim().split('\n')) {
      const { id, files, c_err } = JSON.parse(line) as Generated;
      const machine = projectOf(files);
      for (const { path } of machine.project.kmod().effective) {
        const name = path.slice(path.lastIndexOf('/') + 1);
        const reported = badLines(machine, name);
        const recorded = recordedLines(c_err, name);
        if (JSON.stringify(reported) !== JSON.stringify(recorded))
          wrong.push({ id, name, reported, recorded });
      }
    }
    assert.deepEqual(wrong, []);
  });
});

const trees = new TreeCache();

function treeFiles(kernel: string): Record<string, Uint8Array> {
  const directory = `${corpusDirectory}/trees/${kernel}/lib/modules/${kernel}`;
  const names = readdirSync(directory);
  return Object.fromEntries(
    names.map((name) => [`/lib/modules/${kernel}/${name}`, readFileSync(`${directory}/${name}`)]),
  );
}

/** @returns the lines of the blocks that modprobe passes over, by its load plans, and those that we report. */
function voidBlocks(
  kernel: string,
  files: Readonly<Record<string, Uint8Array>>,
  content: string | Uint8Array,
) {
  const path = '/etc/modprobe.d/local.conf';
  const project = new Project({ files: new MemoryFileSystem({ ...files, [path]: content }), kernel, trees });
  const { tree } = project;
  assert.ok(tree);
  const set = project.kmod();
  const passedOver = set.installs.flatMap((entry) => {
    const { module, command, origin } = entry;
    const counts = indexOf(set).install(module) === entry && tree.module(module) !== undefined;
    if (!counts || !doesNothing(command) || origin.kind !== 'file') return [];
    return planKmodLoad(module, set, tree).outcome === 'loads' ? [rangeOf(origin).start.line] : [];
  });
  const diagnostics = checkFile(project, project.read(path), path);
  assert.ok(!diagnostics.some(({ rule }) => rule === 'internal-error'));
  const reported = diagnostics
    .filter(({ rule }) => rule === 'softdep-overrides-install')
    .filter(({ message }) => message.startsWith('this does not block'))
    .map(({ range }) => range.start.line);
  return { passedOver, reported };
}

/** Of the modules of a tree without softdeps, as many as are enough to see that they are not reported. */
const everyOther = 40;

for (const kernel of corpusKernels) {
  describeCorpus(`blocks on kernel ${kernel}`, () => {
    const files = treeFiles(kernel);

    it('do not block where the module has a softdep, and that is reported', () => {
      const { tree } = new Project({ files: new MemoryFileSystem(files), kernel, trees });
      assert.ok(tree);
      const softdeps = decode(files[`/lib/modules/${kernel}/modules.softdep`]!);
      const owners = [...softdeps.matchAll(/^softdep (\S+)/gm)].map((match) => match[1]!);
      const others = [...tree.modules()].flatMap(({ name }, index) =>
        index % everyOther === 0 ? [name] : [],
      );
      const lines = [...new Set([...owners, ...others])].map((name) => `install ${name} /bin/false\n`);
      const { passedOver, reported } = voidBlocks(kernel, files, lines.join(''));
      assert.ok(passedOver.length > 0 && passedOver.length < lines.length);
      assert.deepEqual(reported, passedOver);
    });

    for (const name of realFiles()) {
      it(`${name}: what does not block is reported, and nothing else`, () => {
        const { passedOver, reported } = voidBlocks(kernel, files, readFileSync(folder + name));
        assert.deepEqual(reported, passedOver);
      });
    }
  });
}
