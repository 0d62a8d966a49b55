import { cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const sources = {
  'kernel-2.4': fileURLToPath(new URL('../../examples/kernel-2.4', import.meta.url)),
  today: fileURLToPath(new URL('machines/today', import.meta.url)),
};

/** Copies a root file system to a place where tests may write; @returns its path, whose last part is its name. */
export function machine(name: keyof typeof sources): string {
  const folder = join(mkdtempSync(join(tmpdir(), 'modconf-machine-')), name);
  cpSync(sources[name], folder, { recursive: true });
  return folder;
}
