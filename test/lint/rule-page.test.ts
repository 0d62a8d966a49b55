import { strict as assert } from 'node:assert';
import { allRules } from '../../server/src/lint/registry.ts';
import { renderRulePage, rulePages, ruleUrl } from '../../server/src/lint/rule-page.ts';

const pageOf = (id: string) => renderRulePage(allRules().get(id)!);

describe('the page of a rule', () => {
  it('has an address on the web', () => {
    assert.equal(
      ruleUrl('alias-loop'),
      'https://github.com/modconf/modconf/blob/main/docs/rules/alias-loop.md',
    );
  });

  it('says what the rule reports, where, and what helps', () => {
    const page = pageOf('path-without-keep');
    assert.match(
      page,
      /^# path-without-keep\n\nThe first `path` line of a file drops all search paths so far\.\n/,
    );
    assert.match(page, /\*\*Severity:\*\* warning · \*\*Fix:\*\* needs consent \(`--fix --unsafe`\) · /);
    assert.match(page, /### Reported\n\n`\/etc\/modules\.conf`\n\n```\npath\[misc\]=/);
    assert.match(page, /### Not reported\n\n`\/etc\/modules\.conf`\n\n```\nkeep\npath\[misc\]=/);
  });

  it('has a part for each language', () => {
    const page = pageOf('generated-file-edit');
    assert.match(page, /\n## In modules\.conf\n[\s\S]*\n## In modules\.dep\n/);
  });

  it('shows what Markdown would lose', () => {
    assert.match(pageOf('nul-byte'), /eep␀ro100/);
    assert.match(pageOf('config-newer-than-dep'), /`\/etc\/modules\.conf`, last changed 2003-05-01\n/);
  });

  it('says what turns the rule on', () => {
    assert.match(pageOf('no-modprobe-equivalent'), /info \(off unless the profile `migration` is chosen\)/);
  });
});

describe('the list of rules', () => {
  const index = rulePages().get('README.md')!;

  it('has every rule once for each language', () => {
    for (const { id, variants } of allRules().values()) {
      assert.equal(index.split(`| [${id}](${id}.md) |`).length - 1, variants.length, id);
    }
  });

  it('goes by language', () => {
    const headings = [...index.matchAll(/^## (.*)$/gm)].map((match) => match[1]);
    assert.equal(headings[0], 'modules.conf');
    assert.equal(headings.at(-1), 'Everywhere');
  });
});
