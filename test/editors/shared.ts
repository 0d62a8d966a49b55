import type { Browser } from 'playwright-core';
import { startBrowser } from './browser.ts';
import { Editor } from './editor.ts';
import { install, type Release } from './installation.ts';
import { extension } from './package.ts';

const editors = new Map<Release, Promise<Editor>>();
let browser: Promise<Browser> | undefined;

/** @returns a running VS Code with the extension, the same for all tests of a release. */
export function editorOf(release: Release): Promise<Editor> {
  const editor = editors.get(release) ?? Editor.start(install(release), extension());
  editors.set(release, editor);
  return editor;
}

/** @returns the browser of all tests. */
export function theBrowser(): Promise<Browser> {
  browser ??= startBrowser();
  return browser;
}

after(async () => {
  await (await browser)?.close();
  for (const editor of editors.values()) await (await editor).stop();
});
