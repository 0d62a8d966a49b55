import { type StructuredPatchHunk, structuredPatch } from 'diff';
import { encode } from '../../text/encoding.ts';

/** Lines that are shown around a change. */
const context = 3;

/** Beyond this many lines that come and go, the smallest difference takes too long to find. */
const maximumChanges = 500;

/**
 * @param path of the file, as the user named it
 * @returns the difference of two texts as `git apply` and `patch -p1` take it; empty when there is none
 */
export function unifiedDiff(path: string, before: string, after: string): string {
  if (before === after) return '';
  const hunks =
    structuredPatch('', '', before, after, '', '', { context, maxEditLength: maximumChanges })?.hunks ??
    replacement(before, after);
  const name = path.replace(/^\/+/, '');
  const lines = [`--- ${fileName(`a/${name}`)}`, `+++ ${fileName(`b/${name}`)}`, ...hunks.flatMap(hunkLines)];
  return `${lines.join('\n')}\n`;
}

function hunkLines({ oldStart, oldLines, newStart, newLines, lines }: StructuredPatchHunk): string[] {
  return [`@@ -${range(oldStart, oldLines)} +${range(newStart, newLines)} @@`, ...lines];
}

function range(start: number, length: number): string {
  // No line is named by the one before it.
  return `${length === 0 ? start - 1 : start},${length}`;
}

/** All lines from the first that differs to the last, in one hunk. */
function replacement(before: string, after: string): StructuredPatchHunk[] {
  const old = linesOf(before);
  const now = linesOf(after);
  const shortest = Math.min(old.length, now.length);
  let first = 0;
  while (first < shortest && old[first] === now[first]) first++;
  let behind = 0;
  while (behind < shortest - first && old[old.length - 1 - behind] === now[now.length - 1 - behind]) behind++;
  const start = Math.max(0, first - context);
  const shownBehind = Math.min(behind, context);
  const oldEnd = old.length - behind;
  const lines = [
    ...old.slice(start, first).flatMap((line) => marked(' ', line)),
    ...old.slice(first, oldEnd).flatMap((line) => marked('-', line)),
    ...now.slice(first, now.length - behind).flatMap((line) => marked('+', line)),
    ...old.slice(oldEnd, oldEnd + shownBehind).flatMap((line) => marked(' ', line)),
  ];
  const oldLines = oldEnd + shownBehind - start;
  const newLines = now.length - behind + shownBehind - start;
  return [{ oldStart: start + 1, oldLines, newStart: start + 1, newLines, lines }];
}

/** Each with its line end. */
function linesOf(text: string): string[] {
  return text === '' ? [] : text.split(/(?<=\n)/);
}

function marked(mark: string, line: string): string[] {
  if (line.endsWith('\n')) return [mark + line.slice(0, -1)];
  return [mark + line, '\\ No newline at end of file'];
}

/** Quoted as git does where a name has something that ends or changes a line; the bytes of UTF-8 stay as they are. */
function fileName(name: string): string {
  if (!/[\0-\x1f"\\\x7f]/.test(name) && !/\p{Surrogate}/u.test(name))
    return name.includes(' ') ? `${name}\t` : name;
  let out = '';
  for (const byte of encode(name)) {
    const character = String.fromCharCode(byte);
    const isPlain = byte >= 0x20 && byte < 0x7f && character !== '"' && character !== '\\';
    out += isPlain ? character : `\\${byte.toString(8).padStart(3, '0')}`;
  }
  return `"${out}"`;
}
