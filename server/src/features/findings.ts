import { checkFile } from '../lint/check.ts';
import type { Diagnostic } from '../lint/diagnostic.ts';
import type { LintSettings } from '../lint/settings.ts';
import type { Snapshot } from './snapshot.ts';

const known = new WeakMap<Snapshot, readonly Diagnostic[]>();

/** @returns what is wrong in a document; looked for once in each snapshot, by whoever asks first. */
export function findingsOf(snapshot: Snapshot, settings?: LintSettings): readonly Diagnostic[] {
  let findings = known.get(snapshot);
  if (findings === undefined) {
    const { project, file } = snapshot;
    findings = checkFile(project, file, file.path, settings);
    known.set(snapshot, findings);
  }
  return findings;
}
