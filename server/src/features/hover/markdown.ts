import { baseName } from '../../files/paths.ts';
import { type Origin, rangeOf } from '../../loaders/origin.ts';
import type { Snapshot } from '../snapshot.ts';

/** Longer texts are cut: nobody reads them in a hover. */
const longest = 300;

function shortened(text: string): string {
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}

/** @returns text as Markdown code, whatever backquotes it holds; a line end becomes a blank. */
export function code(text: string): string {
  const flat = shortened(text).replaceAll('\n', ' ').replaceAll('\r', ' ');
  if (flat.trim() === '') return '` `';
  let fence = '`';
  while (flat.includes(fence)) fence += '`';
  const pad = flat.startsWith('`') || flat.endsWith('`') ? ' ' : '';
  return fence + pad + flat + pad + fence;
}

/**
 * @returns text as it is, whatever Markdown would make of its characters. What Markdown leaves alone is left alone, because some
 *   editors show the Markdown itself.
 */
export function plain(text: string): string {
  return shortened(text)
    .replace(/[\\`*[\]<>&]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g, '\\$&')
    .replace(/[\r\n]+/g, ' ');
}

/** @returns text in bold, its special characters kept. */
export function bold(text: string): string {
  return `**${plain(text)}**`;
}

/**
 * @returns where something comes from, as a link to its line: `line 9` in the snapshot's own document, otherwise
 *   `modules.dep:118`; what is built in is said in words
 */
export function place(origin: Origin, snapshot: Snapshot): string {
  if (origin.kind === 'built-in') return plain(origin.text);
  const isFile = origin.kind === 'file';
  const path = isFile ? origin.file.path : origin.path;
  const line = isFile ? rangeOf(origin).start.line : origin.line;
  const isHere = isFile ? origin.file.document === snapshot.document : path === snapshot.file.path;
  if (line < 0) return link(baseName(path), snapshot.uriOf(path));
  const label = isHere ? `line ${line + 1}` : `${baseName(path)}:${line + 1}`;
  return link(label, `${snapshot.uriOf(path)}#L${line + 1}`);
}

/** @returns a link; the address is one that a URI library made, so that no bracket in it ends the link. */
export function link(label: string, uri: string): string {
  return `[${plain(label)}](<${uri}>)`;
}

/** @returns the paragraphs that there are, one below the other. */
export function paragraphs(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join('\n\n');
}

/** @returns names as code, as many as people read, and how many more there are. */
export function listOf(names: readonly string[], most = 8): string {
  const shown = names.slice(0, most).map(code).join(', ');
  const rest = names.length - most;
  return rest > 0 ? `${shown} and ${rest} more` : shown;
}
