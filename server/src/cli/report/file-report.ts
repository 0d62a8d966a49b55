import type { Diagnostic } from '../../lint/diagnostic.ts';
import type { LanguageId } from '../../syntax/language.ts';
import type { Range } from '../../text/span.ts';

/**
 * What was found in one file. Plain data: it goes between threads, into caches and through files, and every format can be
 * printed from it.
 */
export interface FileReport {
  /** As the user named the file. */
  readonly path: string;
  readonly language: LanguageId;
  readonly diagnostics: readonly ReportedDiagnostic[];
  /** The physical lines that the diagnostics and their fixes begin or end in, without `\n`, by zero-based number. */
  readonly lines: ReadonlyMap<number, string>;
}

export interface ReportedDiagnostic extends Diagnostic {
  /** One-based: which of the file's findings of this rule on lines that read the same it is. */
  readonly occurrence: number;
}

/** A file or directory that could not be checked. */
export interface Problem {
  readonly path: string;
  /** For people: `permission denied`. */
  readonly message: string;
}

/** @param text of the file that the diagnostics are about */
export function reportFile(
  file: { readonly path: string; readonly language: LanguageId; readonly text: string },
  diagnostics: readonly Diagnostic[],
): FileReport {
  const { path, language, text } = file;
  const lines = linesOf(text, diagnostics);
  const seen = new Map<string, number>();
  const reported = diagnostics.map((diagnostic) => {
    const key = `${diagnostic.rule}\n${normalizedLine(diagnostic, lines)}`;
    const occurrence = (seen.get(key) ?? 0) + 1;
    seen.set(key, occurrence);
    return { ...diagnostic, occurrence };
  });
  return { path, language, diagnostics: reported, lines };
}

/** @returns the line that a finding begins in, with single blanks: what it reads is the same after an indentation has changed. */
export function normalizedLine({ range }: Diagnostic, lines: FileReport['lines']): string {
  const line = lines.get(range.start.line) ?? '';
  return line.length > longestKey
    ? line
    : line
        .trim()
        .split(/[ \t]+/)
        .join(' ');
}

/** @returns the last line that a range has something of: one that ends where a line begins has nothing of that line. */
export function lastLine({ start, end }: Range): number {
  return end.character === 0 && end.line > start.line ? end.line - 1 : end.line;
}

/** A longer line is nothing that people indent. */
const longestKey = 10_000;

function linesOf(text: string, diagnostics: readonly Diagnostic[]): Map<number, string> {
  const wanted = new Set<number>();
  const want = ({ start, end }: Range) => wanted.add(start.line).add(end.line);
  for (const { range, fix } of diagnostics) {
    want(range);
    for (const edit of fix?.edits ?? []) want(edit.range);
  }
  const lines = new Map<number, string>();
  if (wanted.size === 0) return lines;
  const last = [...wanted].reduce((left, right) => Math.max(left, right));
  for (let line = 0, start = 0; line <= last && start <= text.length; line++) {
    const newline = text.indexOf('\n', start);
    const end = newline === -1 ? text.length : newline;
    if (wanted.has(line)) lines.set(line, text.slice(start, end));
    start = end + 1;
  }
  return lines;
}
