import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const project = fileURLToPath(new URL('../..', import.meta.url));
let path: string | undefined;

/** Packages the extension, once in a run. @returns the .vsix */
export function extension(): string {
  if (path === undefined) {
    execFileSync(process.execPath, ['scripts/package.mjs'], { cwd: project, stdio: 'pipe' });
    const { version } = JSON.parse(readFileSync(`${project}/package.json`, 'utf8'));
    path = `${project}/modconf-${version}.vsix`;
  }
  return path;
}
