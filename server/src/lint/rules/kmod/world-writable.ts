import type { FileSystem } from '../../../files/file-system.ts';
import { directoryName } from '../../../files/paths.ts';
import { placesOf } from '../../../workspace/places.ts';
import type { DocumentFinding, RuleDocs } from '../../rule.ts';
import type { Place } from './file-state.ts';

const writableByOthers = 0o002;
const sticky = 0o1000;

/**
 * @param effect what somebody who changes the file gains
 * @returns the finding for a file of the machine's configuration that everybody can write to
 */
export function worldWritable(
  location: string,
  files: FileSystem,
  { language }: Place,
  effect: string,
): DocumentFinding | undefined {
  const directory = directoryName(location);
  // Elsewhere a file decides about nothing.
  if (!placesOf(language, `/etc/${language}/any`).includes(directory)) return undefined;
  const at = { line: 0, span: { start: 0, end: 0 } };
  const modeOf = (path: string) => files.stat(path)?.mode ?? 0;
  if ((modeOf(location) & writableByOthers) !== 0)
    return {
      ...at,
      message: `${effect}, because every user can write to this file; run \`chmod o-w ${location}\``,
    };
  if ((modeOf(directory) & (writableByOthers | sticky)) !== writableByOthers) return undefined;
  return {
    ...at,
    message: `${effect}, because every user can replace this file in ${directory}; run \`chmod o-w ${directory}\``,
  };
}

/** @returns the documentation of `world-writable-config`, of which `why` differs. */
export function worldWritableDocs({ language, sample }: Place, why: string): RuleDocs {
  const path = `/etc/${language}/local.conf`;
  const files = { [path]: `${sample}\n` };
  return {
    summary: 'A file of the configuration, or its directory, that every user can write to.',
    why,
    basis: 'chmod(1); the permissions of the file below the root.',
    bad: { files, mode: { [path]: 0o666 } },
    good: { files, mode: { [path]: 0o644 } },
  };
}
