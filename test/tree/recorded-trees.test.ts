import { strict as assert } from 'node:assert';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { normalizeName } from '../../server/src/syntax/modprobe-d/names.ts';
import { decode } from '../../server/src/text/encoding.ts';
import { matchesAlias } from '../../server/src/tree/alias-pattern.ts';
import { BinIndex } from '../../server/src/tree/bin-index.ts';
import { kernelVersions } from '../../server/src/tree/kernel-versions.ts';
import type { ModuleInfo } from '../../server/src/tree/module-info.ts';
import { moduleNameOf } from '../../server/src/tree/names.ts';
import { openModuleTree } from '../../server/src/tree/open-module-tree.ts';
import { DiskFileSystem } from '../../server/src/workspace/disk-file-system.ts';
import { corpusDirectory, describeCorpus } from '../support/corpus.ts';

describeCorpus('the module trees of real kernels', () => {
  const versions = readdirSync(join(corpusDirectory, 'trees'));

  it('are some', () => assert.ok(versions.length > 0));

  for (const version of versions) describe(version, () => compareTree(version));
});

function compareTree(version: string): void {
  const root = join(corpusDirectory, 'trees', version);
  const tree = openModuleTree(new DiskFileSystem(root), version)!;
  const linesOf = (name: string) =>
    decode(readFileSync(join(root, 'lib/modules', version, name)))
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'));
  const bin = (name: string) => {
    const index = BinIndex.open(readFileSync(join(root, 'lib/modules', version, name)));
    assert.ok(index instanceof BinIndex);
    return index;
  };
  const recorded = (name: string) =>
    decode(readFileSync(join(corpusDirectory, 'expected/tree', `${version}.${name}`)));
  /** Lines `alias PATTERN MODULE` in the form of the index. */
  const normalAliases = (name: string) =>
    linesOf(name).map((line) => {
      const [, pattern = '', module = ''] = line.split(' ');
      return `${normalizeName(pattern)} ${module}`;
    });

  it('is found', () => assert.deepEqual(kernelVersions(new DiskFileSystem(root)), [version]));

  it('has every module with its dependencies', () => {
    const lines = linesOf('modules.dep');
    const written = [...tree.modules()].map(({ listedPath, dependencies }) =>
      [`${listedPath}:`, ...dependencies].join(' '),
    );
    assert.deepEqual(written, lines);
    for (const line of lines) {
      const path = line.slice(0, line.indexOf(':'));
      assert.equal(tree.module(moduleNameOf(path))?.listedPath, path);
    }
  });

  it('has in modules.dep.bin what modules.dep says, in its order', () => {
    const values = [...bin('modules.dep.bin').entries()].sort(
      (left, right) => left.priority - right.priority,
    );
    assert.deepEqual(
      values.map(({ value }) => value),
      linesOf('modules.dep'),
    );
    for (const { key, value } of values) assert.equal(key, moduleNameOf(value.slice(0, value.indexOf(':'))));
  });

  for (const name of ['modules.alias', 'modules.symbols']) {
    it(`has in ${name}.bin what ${name} says`, () => {
      const values = [...bin(`${name}.bin`).entries()].map(({ key, value }) => `${key} ${value}`);
      assert.deepEqual(values.sort(), normalAliases(name).sort());
    });
  }

  it('has in the .bin files what is said to be compiled in', () => {
    assert.deepEqual(
      [...bin('modules.builtin.bin').entries()].map(({ key }) => key).sort(),
      [...tree.builtinNames()].sort(),
    );
    for (const { key } of bin('modules.builtin.alias.bin').entries()) {
      assert.deepEqual(
        tree.builtinAliases(key).map(({ module }) => module),
        bin('modules.builtin.alias.bin')
          .search(key)
          .map(({ value }) => value),
        key,
      );
    }
  });

  it('answers every request as the .bin files do, and as a scan over all patterns does', () => {
    const patterns = normalAliases('modules.alias').map((line) => line.split(' '));
    const step = Math.ceil(patterns.length / 300);
    const index = bin('modules.alias.bin');
    for (let at = 0; at < patterns.length; at += step) {
      const request = patterns[at]![0]!.replaceAll(/\*|\?|\[.*?\]/g, () => (at % 2 ? '' : '0'));
      const answer = tree.aliases(request).map(({ module }) => module);
      assert.deepEqual(
        answer,
        index.search(request).map(({ value }) => value),
        request,
      );
      const scan = patterns
        .filter(([pattern = '']) => matchesAlias(pattern, request))
        .map(([, module]) => module);
      assert.deepEqual(answer.toSorted(), scan.toSorted(), request);
    }
  });

  it('answers every symbol', () => {
    for (const line of linesOf('modules.symbols')) {
      const [, symbol = '', module] = line.split(' ');
      assert.ok(tree.symbols(symbol).some((alias) => alias.module === module));
    }
  });

  it('has every device node and every module of the build', () => {
    const nodes = tree.deviceNodes().map(({ module, device, kind, major, minor }) => {
      return `${module} ${device} ${kind[0]}${major}:${minor}`;
    });
    assert.deepEqual(nodes, linesOf('modules.devname'));
    assert.deepEqual(tree.order(), linesOf('modules.order'));
  });

  it('answers aliases as modprobe -R did', () => {
    let compared = 0;
    for (const row of recorded('resolve.tsv').trimEnd().split('\n').slice(1)) {
      const [query = '', , , status, answer = ''] = row.split('\t');
      const request = normalizeName(query)!;
      // A name of a module or of something compiled in is answered before the aliases.
      if (status !== '0' || tree.module(request) !== undefined) continue;
      const found = tree.aliases(request);
      const aliases = found.length > 0 ? found : tree.builtinAliases(request);
      if (aliases.length === 0) assert.ok(tree.isBuiltin(request) && answer === request, query);
      else assert.equal(aliases.map(({ module }) => module).join(' '), answer, query);
      compared++;
    }
    assert.ok(compared > 0);
  });

  it('says of what is compiled in what modinfo said', () => {
    let compared = 0;
    for (const block of recorded('modinfo30.txt').split(/^### /m).slice(1)) {
      const lines = block.trimEnd().split('\n');
      const name = lines[0]!.split(' ')[0]!.replaceAll('-', '_');
      if (!lines.some((line) => /^filename: +\(builtin\)$/.test(line))) continue;
      const info = tree.builtinInfo(name);
      assert.ok(info !== undefined, name);
      assert.deepEqual(printed(name, info), lines.slice(1), name);
      compared++;
    }
    assert.ok(compared > 0);
  });
}

/** As modinfo 30 prints what is compiled in. */
function printed(name: string, info: ModuleInfo): string[] {
  const line = (key: string, value: string) => `${`${key}:`.padEnd(16)}${value}`;
  return [
    line('name', name),
    line('filename', '(builtin)'),
    ...info.fields
      .filter(({ key }) => key !== 'parm' && key !== 'parmtype')
      .map(({ key, value }) => line(key, value)),
    ...info.parameters.map(({ name: parameter, type, description }) =>
      line(
        'parm',
        description === undefined
          ? `${parameter}:${type}`
          : `${parameter}:${description}${type === undefined ? '' : ` (${type})`}`,
      ),
    ),
  ].flatMap((text) => text.split('\n'));
}
