import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A directory of its own for a suite; it is removed when the suite is done. */
export function temporaryDirectory(): () => string {
  let directory = '';
  before(() => {
    directory = mkdtempSync(join(tmpdir(), 'modconf-test-'));
  });
  after(() => rmSync(directory, { recursive: true, force: true }));
  return () => directory;
}

/** Writes files by path below `directory`. */
export function writeFiles(directory: string, files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [path, content] of Object.entries(files)) {
    const place = join(directory, path);
    mkdirSync(dirname(place), { recursive: true });
    writeFileSync(place, content);
  }
}
