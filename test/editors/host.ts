import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Browser } from 'playwright-core';
import type { Editor } from './editor.ts';
import { type Outcome, outcomesMark } from './host/outcome.ts';

const entry = fileURLToPath(new URL('host/index.ts', import.meta.url));
const patience = 120_000;

/**
 * Runs the checks of host/ in the extension host, with the whole interface of VS Code at hand.
 *
 * @param folder what is open meanwhile
 */
export async function runInHost(
  browser: Browser,
  editor: Editor,
  folder: string,
): Promise<readonly Outcome[]> {
  const directory = mkdtempSync(join(tmpdir(), 'modconf-host-'));
  try {
    const bundle = join(directory, 'index.js');
    await build({
      entryPoints: [entry],
      outfile: bundle,
      bundle: true,
      platform: 'node',
      format: 'cjs',
      external: ['vscode'],
      logLevel: 'warning',
    });
    // Tests come with an extension under development; ours is installed, so it is one that does nothing.
    const companion = join(directory, 'companion');
    mkdirSync(companion);
    const manifest = { name: 'companion', publisher: 'modconf', version: '0.0.1', engines: { vscode: '*' } };
    writeFileSync(join(companion, 'package.json'), JSON.stringify(manifest));
    const url = editor.url(folder, [
      ['extensionDevelopmentPath', editor.remoteUri(companion)],
      ['extensionTestsPath', editor.remoteUri(bundle)],
    ]);
    return await readOutcomes(browser, url);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

async function readOutcomes(browser: Browser, url: string): Promise<readonly Outcome[]> {
  const page = await browser.newPage();
  const said: string[] = [];
  let ended: () => void = () => {};
  const end = new Promise<void>((resolve) => {
    ended = resolve;
  });
  await page.exposeFunction('codeAutomationLog', (_: string, args: readonly unknown[]) => {
    said.push(args.join(' '));
  });
  await page.exposeFunction('codeAutomationExit', () => ended());
  const timer = setTimeout(() => ended(), patience);
  try {
    await page.goto(url);
    await end;
    const line = said.find((text) => text.includes(outcomesMark));
    if (line === undefined)
      throw new Error(`the extension host did not say what it found:\n${said.join('\n')}`);
    return JSON.parse(line.slice(line.indexOf(outcomesMark) + outcomesMark.length));
  } finally {
    clearTimeout(timer);
    await page.close();
  }
}
