import { strict as assert } from 'node:assert';
import type { Browser } from 'playwright-core';
import { describeInBrowser, startBrowser } from './browser.ts';
import { Editor } from './editor.ts';
import { runInHost } from './host.ts';
import { install, newest } from './installation.ts';
import { machine } from './machines.ts';
import { extension } from './package.ts';
import { Workbench } from './workbench.ts';

describeInBrowser(`VS Code ${newest.version}, on a machine of 2003`, () => {
  let editor: Editor;
  let browser: Browser;
  let workbench: Workbench;

  before(async () => {
    editor = await Editor.start(install(newest), extension());
    browser = await startBrowser();
    workbench = await Workbench.open(browser, editor, machine('kernel-2.4'));
    await workbench.openFile('etc/modules.conf');
  });

  after(async () => {
    await browser?.close();
    await editor?.stop();
  });

  it('colours directives, names and values', async () => {
    const directive = await workbench.colour('alias sl0 slip', 'alias');
    assert.equal(await workbench.colour('probeall scsi_hostadapter', 'probeall'), directive);
    assert.notEqual(await workbench.colour('alias sl0 slip', 'slip'), directive);
    assert.notEqual(await workbench.colour('# Modules of our own', 'Modules'), directive);
    assert.notEqual(await workbench.colour('options sb io=0x220', '0x220'), directive);
  });

  it('underlines what modprobe will do otherwise, and says what', async () => {
    await workbench.page.locator('.squiggly-warning').first().waitFor();
    const problems = await workbench.problems();
    assert.ok(
      problems.some((text) => text.includes('this `path` drops the 21 default search paths')),
      problems.join('\n'),
    );
  });

  it('shows on an alias what it resolves to', async () => {
    const text = await workbench.hover(
      workbench.line('alias eth0 eepro100').locator('span span', { hasText: 'eth0' }),
    );
    assert.match(text, /eth0.*eepro100/);
    assert.match(text, /insmod/);
    await workbench.leave();
  });

  it('goes from a module to its line in modules.dep with F12', async () => {
    await workbench.goTo(9, 14);
    await workbench.page.keyboard.press('F12');
    await workbench.page.locator('.tab.active', { hasText: 'modules.dep' }).waitFor();
    await workbench.page.keyboard.press('Control+Tab');
  });

  it('passes the checks inside the extension host', async function () {
    this.timeout(180_000);
    const outcomes = await runInHost(browser, editor, machine('kernel-2.4'));
    for (const { name, problem } of outcomes)
      console.log(`      ${problem === undefined ? '✔' : '✖'} ${name}`);
    const problems = outcomes.filter(({ problem }) => problem !== undefined);
    assert.equal(problems.map(({ name, problem }) => `${name}: ${problem}`).join('\n'), '');
  });
});
