import { strict as assert } from 'node:assert';
import { describeInBrowser } from './browser.ts';
import { newest } from './installation.ts';
import { machine } from './machines.ts';
import { editorOf, theBrowser } from './shared.ts';
import { Workbench } from './workbench.ts';

describeInBrowser(`VS Code ${newest.version}, on a machine of 2003`, () => {
  let workbench: Workbench;

  before(async function () {
    this.timeout(600_000);
    workbench = await Workbench.open(await theBrowser(), await editorOf(newest), machine('kernel-2.4'));
    await workbench.openFile('etc/modules.conf');
  });

  after(() => workbench?.page.close());

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
});
