import { createHash } from 'node:crypto';
import { type FileReport, normalizedLine, type ReportedDiagnostic } from './file-report.ts';

/**
 * What a finding is known by from run to run: its rule, what its line reads, and which of several such findings in the file it
 * is. It stays the same when the line moves or is indented, and when a message is reworded.
 *
 * @returns hexadecimal digits and the occurrence: `0f1e2d3c4b5a6978:1`
 */
export function fingerprintOf(diagnostic: ReportedDiagnostic, lines: FileReport['lines']): string {
  return `${lineHash(diagnostic, lines)}:${diagnostic.occurrence}`;
}

/** @returns what all findings of a rule on lines that read the same share: 16 hexadecimal digits. */
export function lineHash(diagnostic: ReportedDiagnostic, lines: FileReport['lines']): string {
  return digest(diagnostic.rule, normalizedLine(diagnostic, lines));
}

/** @returns a fingerprint that is unique in a whole repository: 32 hexadecimal digits. */
export function uniqueFingerprint(path: string, fingerprint: string): string {
  return digest(path, fingerprint, 32);
}

function digest(first: string, second: string, length = 16): string {
  const hash = createHash('sha256').update(first).update('\0').update(second);
  return hash.digest('hex').slice(0, length);
}
