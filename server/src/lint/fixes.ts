import type { TextEdit } from '../text/span.ts';
import type { Diagnostic } from './diagnostic.ts';

export interface FixOptions {
  /** Also apply what needs the user's consent. */
  readonly unsafe?: boolean;
}

export interface FixResult {
  readonly text: string;
  /** The diagnostics whose fixes are in `text`. */
  readonly applied: readonly Diagnostic[];
}

/**
 * Applies the fixes of one file's diagnostics, as many as go together: a fix that overlaps an earlier one is left for
 * the next round, because the text that it was made for has changed.
 *
 * @param text what the diagnostics were made from
 */
export function applyFixes(
  text: string,
  diagnostics: readonly Diagnostic[],
  { unsafe = false }: FixOptions = {},
): FixResult {
  const starts = lineStarts(text);
  const edits = new EditList();
  const applied: Diagnostic[] = [];
  for (const diagnostic of diagnostics) {
    const { fix } = diagnostic;
    if (fix === undefined || (fix.safety === 'unsafe' && !unsafe)) continue;
    if (edits.add(fix.edits.map((edit) => toOffsets(edit, starts)))) applied.push(diagnostic);
  }
  return { text: edits.apply(text), applied };
}

/** More rounds than any real file needs; a pair of fixes that undo each other must end. */
const maximumRounds = 20;

/**
 * Fixes a text until nothing is left to fix.
 *
 * @param check gives a text's diagnostics
 * @returns the last text and everything applied on the way
 */
export function fixInRounds(
  text: string,
  check: (text: string) => readonly Diagnostic[],
  options: FixOptions = {},
): FixResult {
  const applied: Diagnostic[] = [];
  let current = text;
  for (let round = 0; round < maximumRounds; round++) {
    const result = applyFixes(current, check(current), options);
    applied.push(...result.applied);
    if (result.text === current) break;
    current = result.text;
  }
  return { text: current, applied };
}

interface OffsetEdit {
  readonly start: number;
  readonly end: number;
  readonly newText: string;
}

function toOffsets({ range, newText }: TextEdit, starts: readonly number[]): OffsetEdit {
  return {
    start: starts[range.start.line]! + range.start.character,
    end: starts[range.end.line]! + range.end.character,
    newText,
  };
}

/** @returns where each physical line begins; a line ends with `\n`, as in a source document. */
function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** Edits in order of place, none in conflict with another. */
class EditList {
  readonly #edits: OffsetEdit[] = [];

  /** Adds all edits of one fix, or none of them when one is in conflict with what is there. */
  add(edits: readonly OffsetEdit[]): boolean {
    if (edits.some((edit) => !this.#fits(edit))) return false;
    for (const edit of edits) this.#edits.splice(this.#indexOf(edit.start), 0, edit);
    return true;
  }

  apply(text: string): string {
    let result = '';
    let at = 0;
    for (const { start, end, newText } of this.#edits) {
      result += text.slice(at, start) + newText;
      at = end;
    }
    return result + text.slice(at);
  }

  #fits(edit: OffsetEdit): boolean {
    const index = this.#indexOf(edit.start);
    const neighbours = [this.#edits[index - 1], this.#edits[index]];
    return !neighbours.some((other) => other !== undefined && isConflict(edit, other));
  }

  /** The first edit that does not begin before `start`. */
  #indexOf(start: number): number {
    let low = 0;
    let high = this.#edits.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#edits[middle]!.start < start) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** Two edits that share text, or that put text at the same place, where the order would matter. */
function isConflict(left: OffsetEdit, right: OffsetEdit): boolean {
  const isInsertion = left.start === left.end || right.start === right.end;
  return isInsertion
    ? left.start <= right.end && right.start <= left.end
    : left.start < right.end && right.start < left.end;
}
