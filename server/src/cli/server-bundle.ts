import type { startServer } from '../lsp/main.ts';

/** Loads the language server, which is a bundle of its own: the other commands start without it. */
export async function loadServer(): Promise<{ startServer: typeof startServer }> {
  return import('./lsp.js');
}
