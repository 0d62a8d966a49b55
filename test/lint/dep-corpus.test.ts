import { strict as assert } from 'node:assert';
import { readdirSync, readFileSync } from 'node:fs';
import { modulesDepData } from '../../server/src/lint/modules-dep-data.ts';
import { lint } from '../../server/src/lint/registry.ts';
import type { RuleData } from '../../server/src/lint/rule.ts';
import { moduleName24 } from '../../server/src/tree/dep24.ts';
import { DiskFileSystem } from '../../server/src/workspace/disk-file-system.ts';
import { parseDocument } from '../../server/src/workspace/languages.ts';
import { corpusDirectory, describeCorpus } from '../support/corpus.ts';

function check(path: string, data: RuleData = {}, text = readFileSync(path, 'utf8')) {
  const document = parseDocument(text, 'modules.dep');
  return { document, diagnostics: lint({ path, language: 'modules.dep', document, data }) };
}

describeCorpus('modules.dep files of kernel 2.4', () => {
  const folder = `${corpusDirectory}/modules.dep-24/`;
  for (const name of readdirSync(folder).filter((name) => name.endsWith('.dep'))) {
    const recorded = readFileSync(
      `${corpusDirectory}/expected/dep24/${name.replace(/\.dep$/, '.tsv')}`,
      'utf8',
    );
    const { document, diagnostics } = check(folder + name);
    const errors = diagnostics.filter(({ severity }) => severity === 'error');

    it(`${name}: what modprobe does not find is reported`, () => {
      const missed = [...recorded.matchAll(/Can't locate module (\S+) which is needed for/g)].map(
        (match) => match[1]!,
      );
      const reported = errors
        .filter(({ rule }) => rule === 'dep-unknown')
        .map(({ range: { start, end } }) =>
          document.text.slice(document.offsetAt(start), document.offsetAt(end)),
        );
      const names = new Set(reported.map(moduleName24));
      // modprobe names the first that it misses for each module; there may be more.
      for (const module of missed) assert.ok(names.has(module), module);
      assert.equal(names.size > 0, missed.length > 0);
    });

    it(`${name}: there is a circle where modprobe gives up, and no other error`, () => {
      const circles = errors.filter(({ rule }) => rule === 'dep-cycle' || rule === 'dep-self');
      assert.equal(circles.length > 0, recorded.includes('Too deep recursion'));
      const malformed = errors.some(({ rule }) => rule === 'dep-malformed');
      assert.equal(malformed, recorded.includes('Invalid dependency'));
      const known = ['dep-unknown', 'dep-cycle', 'dep-self', 'dep-malformed'];
      assert.deepEqual(
        errors.filter(({ rule }) => !known.includes(rule)),
        [],
      );
    });
  }
});

describeCorpus('modules.dep of real trees', () => {
  for (const version of readdirSync(`${corpusDirectory}/trees`)) {
    const root = `${corpusDirectory}/trees/${version}`;
    const location = `/lib/modules/${version}/modules.dep`;
    const data = modulesDepData(location, new DiskFileSystem(root), () => undefined);
    const { document, diagnostics } = check(root + location, data);

    it(`${version}: nothing is wrong with it, and the index agrees`, () => {
      assert.ok(data.tree);
      assert.deepEqual(
        diagnostics.map(({ rule }) => rule),
        ['generated-file-edit'],
      );
    });

    it(`${version}: each line that is taken out is missed`, () => {
      const lines = document.text.split('\n').filter(Boolean);
      const kept = lines.filter((_, line) => line % 2 === 0);
      const disagreeing = check(root + location, data, kept.join('\n')).diagnostics.filter(
        ({ rule }) => rule === 'dep-text-bin-disagree',
      );
      assert.equal(disagreeing.length, 1);
      assert.match(disagreeing[0]!.message, new RegExp(` and ${lines.length - kept.length - 3} more `));
    });
  }
});
