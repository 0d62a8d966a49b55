import { strict as assert } from 'node:assert';
import { describeInBrowser } from './browser.ts';
import { runInHost } from './host.ts';
import { newest, oldest } from './installation.ts';
import { machine } from './machines.ts';
import { editorOf, theBrowser } from './shared.ts';

for (const release of [newest, oldest]) {
  describeInBrowser(`the extension host of VS Code ${release.version}`, () => {
    for (const name of ['kernel-2.4', 'today'] as const) {
      it(`finds the machine ${name} as it should be`, async function () {
        this.timeout(600_000);
        const outcomes = await runInHost(await theBrowser(), await editorOf(release), machine(name));
        for (const { name, problem } of outcomes)
          console.log(`      ${problem === undefined ? '✔' : '✖'} ${name}`);
        const problems = outcomes.flatMap(({ name, problem }) => (problem ? [`${name}: ${problem}`] : []));
        assert.ok(problems.length === 0, problems.join('\n'));
        assert.ok(outcomes.length > 5);
      });
    }
  });
}
