import { FileError } from '../files/file-system.ts';
import { type FileOrigin, type Origin, rangeOf } from '../loaders/origin.ts';
import type { Host } from './host.ts';
import { onMachine } from './projects.ts';
import type { Problem } from './report/file-report.ts';
import { visible } from './report/visible.ts';
import { Status } from './status.ts';
import { isSystemError, systemReason } from './system-error.ts';

/** A file cannot be what the command needs. The message is for people and does not name the file. */
export class UnsuitableFileError extends Error {
  override readonly name = 'UnsuitableFileError';
}

/** Says on stderr what went wrong. */
export function complain(host: Host, text: string): void {
  host.err.write(`modconf: ${visible(text)}\n`);
}

/**
 * Says on stderr why a file or directory that the user named could not be used.
 *
 * @returns the status that follows from it
 * @throws what is no such reason
 */
export function refuse(host: Host, shown: string, error: unknown): Status {
  const { problem, status } = problemOf(shown, error);
  complain(host, `${problem.path}: ${problem.message}`);
  return status;
}

/**
 * Says on stderr why the configuration below a root could not be used: about the root itself, or about a file in it.
 *
 * @param root as the user named it
 * @returns the status that follows from it
 * @throws what is no such reason
 */
export function refuseBelow(host: Host, root: string, error: unknown): Status {
  const isInside = error instanceof FileError && error.path !== root && error.path.startsWith('/');
  return refuse(host, isInside ? onMachine(root, error.path) : root, error);
}

/**
 * @returns why a file or directory that the user named could not be used, and the status that follows from it
 * @throws what is no such reason
 */
export function problemOf(shown: string, error: unknown): { problem: Problem; status: Status } {
  if (error instanceof UnsuitableFileError)
    return { problem: { path: shown, message: error.message }, status: Status.usage };
  if (!(error instanceof FileError) && !isSystemError(error)) throw error;
  const message = error instanceof FileError ? reasonOf(error) : systemReason(error);
  return { problem: { path: shown, message }, status: Status.failure };
}

/** @returns why a file or directory cannot be read, without its name. */
export function reasonOf({ path, message }: FileError): string {
  const prefix = `${path}: `;
  return message.startsWith(prefix) ? message.slice(prefix.length) : message;
}

/** Gives the name by which people know a file: as they named it, otherwise its path inside the root. */
export type PathDescription = (path: string) => string;

/** @returns `path:line` (one-based, the origin's first physical line), or what is built in. */
export function placeOf(origin: Origin, describePath: PathDescription): string {
  if (origin.kind === 'built-in') return origin.text;
  const line = origin.kind === 'tree' ? origin.line : lineOf(origin);
  const path = describePath(origin.kind === 'tree' ? origin.path : origin.file.path);
  return line < 0 ? path : `${path}:${line + 1}`;
}

function lineOf(origin: FileOrigin): number {
  return rangeOf(origin).start.line;
}

/**
 * Writes what a loader would print. A pipe or a file gets it byte by byte; on a terminal, control characters are shown and not obeyed.
 *
 * @param text whole lines
 */
export function answer(host: Host, text: string): void {
  host.out.write(host.terminalWidth() === undefined ? text : visibleLines(text));
}

/** Writes a loader's own message to stderr. */
export function relay(host: Host, text: string): void {
  host.err.write(`${visibleLines(text)}\n`);
}

/** Line ends and tabs stay as they are. */
function visibleLines(text: string): string {
  return text
    .split('\n')
    .map((line) => line.split('\t').map(visible).join('\t'))
    .join('\n');
}
