import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** A root file system in a folder of its own, for tests that need a disk. */
export class RootDirectory {
  readonly path = mkdtempSync(join(tmpdir(), 'modconf-'));

  constructor(files: Readonly<Record<string, string>>) {
    for (const [path, text] of Object.entries(files)) this.write(path, text);
  }

  /** @param path absolute inside the root */
  write(path: string, text: string): void {
    const place = join(this.path, path);
    mkdirSync(dirname(place), { recursive: true });
    writeFileSync(place, text);
  }

  remove(path: string): void {
    rmSync(join(this.path, path), { recursive: true, force: true });
  }

  /** @returns the URI of a file in the root; of the root itself for an empty path. */
  uri(path: string): string {
    return pathToFileURL(this.path + path).toString();
  }

  /** Takes the whole root away. */
  dispose(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}
