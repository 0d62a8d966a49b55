import { strict as assert } from 'node:assert';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { rulesFor } from '../../server/src/lint/registry.ts';
import type { LanguageId } from '../../server/src/syntax/language.ts';
import { parseFixture, renderCase } from '../support/lint-fixture.ts';
import { lintProject } from '../support/lint-project.ts';

const root = fileURLToPath(new URL('../fixtures/lint/', import.meta.url));

/** A folder of fixtures, one per rule (`RULE.txt`), and where a fixture's first file is unless it says so. */
const folders: readonly (readonly [folder: string, language: LanguageId, path: string])[] = [
  ['modules-conf', 'modules.conf', '/etc/modules.conf'],
  ['modules-dep', 'modules.dep', '/lib/modules/2.4.20/modules.dep'],
  ['modprobe-d', 'modprobe.d', '/etc/modprobe.d/local.conf'],
  ['modules-load-d', 'modules-load.d', '/etc/modules-load.d/local.conf'],
  ['depmod-d', 'depmod.d', '/etc/depmod.d/local.conf'],
];

/** Fixtures that show the findings of all rules, to see that one mistake gives one. */
const together = 'together';

for (const [folder, language, defaultPath] of folders) {
  describe(`the rules of ${language}`, () => {
    const ids = rulesFor(language).map((rule) => rule.id);

    it('have a fixture each, and no fixture is without a rule', () => {
      const names = existsSync(root + folder) ? readdirSync(root + folder) : [];
      const rules = names.map((name) => name.replace(/\.txt$/, '')).filter((name) => name !== together);
      assert.deepEqual(rules.sort(), [...ids].sort());
    });

    for (const id of [...ids, together]) {
      const path = `${root}${folder}/${id}.txt`;
      if (!existsSync(path)) continue;
      const { preamble, cases } = parseFixture(readFileSync(path, 'utf8'), defaultPath);
      const rendered: string[] = [];
      for (const fixture of cases) {
        it(`${id}: ${fixture.title}`, () => {
          const found = lintProject({ language, ...fixture.project });
          const own = found.filter(({ rule }) => id === together || rule === id);
          const actual = renderCase(fixture, own, id === together);
          rendered.push(actual);
          if (!process.env.UPDATE_FIXTURES) assert.equal(fixture.source, actual);
        });
      }
      after(() => {
        if (process.env.UPDATE_FIXTURES) writeFileSync(path, preamble + rendered.join('\n'));
      });
    }
  });
}
