import { strict as assert } from 'node:assert';
import { readdirSync, readFileSync } from 'node:fs';
import { lint } from '../../server/src/lint/registry.ts';
import { moduleName24 } from '../../server/src/tree/dep24.ts';
import { parseDocument } from '../../server/src/workspace/languages.ts';
import { corpusDirectory, describeCorpus } from '../support/corpus.ts';

function check(path: string) {
  const document = parseDocument(readFileSync(path, 'utf8'), 'modules.dep');
  return { document, diagnostics: lint({ path, language: 'modules.dep', document }) };
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
    it(`${version}: nothing is wrong with it`, () => {
      const { diagnostics } = check(`${corpusDirectory}/trees/${version}/lib/modules/${version}/modules.dep`);
      assert.deepEqual(
        diagnostics.map(({ rule }) => rule),
        ['generated-file-edit'],
      );
    });
  }
});
