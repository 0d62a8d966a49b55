import { strict as assert } from 'node:assert';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { allRules } from '../../server/src/lint/registry.ts';
import type { RuleExample } from '../../server/src/lint/rule.ts';
import { rulePages } from '../../server/src/lint/rule-page.ts';
import { lintProject } from '../support/lint-project.ts';

const directory = fileURLToPath(new URL('../../docs/rules/', import.meta.url));

describe('the documentation of the rules', () => {
  it('is what `npm run docs` writes', () => {
    const pages = rulePages();
    assert.deepEqual(readdirSync(directory).sort(), [...pages.keys()].sort());
    for (const [name, text] of pages) {
      assert.ok(readFileSync(directory + name, 'utf8') === text, `${name} is stale: run npm run docs`);
    }
  });

  for (const { id, variants } of allRules().values()) {
    for (const { language, rule } of variants) {
      const { docs, profiles } = rule;
      const title = `${id}${language === undefined ? '' : ` (${language})`}`;
      const reports = (example: RuleExample) => {
        const chosen = profiles === undefined ? {} : { settings: { profiles } };
        const found = lintProject({ ...(language && { language }), ...example, ...chosen });
        return found.filter((diagnostic) => diagnostic.rule === id).length;
      };
      // There is no file that makes a rule break.
      if (id === 'internal-error') continue;
      it(`${title}: the bad example gives it`, () => assert.ok(reports(docs.bad) > 0));
      it(`${title}: the good example does not`, () => assert.equal(reports(docs.good), 0));
      it(`${title}: says what, why and on what it rests`, () => {
        assert.match(docs.summary, /^[^\n]+\.$/);
        assert.ok(docs.why.length > 40 && docs.basis.length > 10);
      });
    }
  }
});
