// The licences of what is bundled, for a file beside the bundles: who ships them has to ship these.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * @param root the project's directory
 * @param inputs the files of a bundle, relative to the root, as esbuild's metafile lists them
 * @returns a text with each package's name, version and licence
 */
export function notices(root, inputs) {
  const packages = new Set(
    inputs.flatMap((path) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? []),
  );
  const parts = [...packages].sort().map((path) => {
    const directory = join(root, path);
    const { name, version, license } = JSON.parse(readFileSync(join(directory, 'package.json'), 'utf8'));
    const file = readdirSync(directory).find((each) => /^licen[cs]e(\.|$)/i.test(each));
    const text =
      file && existsSync(join(directory, file)) ? readFileSync(join(directory, file), 'utf8').trim() : '';
    return `${name} ${version} (${license})\n\n${text}\n`;
  });
  const line = '-'.repeat(78);
  return `modconf contains the following software.\n\n${line}\n${parts.join(`\n${line}\n`)}`;
}
