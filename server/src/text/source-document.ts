import type { LogicalLine } from './logical-line.ts';
import type { Position, Range, Span } from './span.ts';

/** A logical line together with its syntax tree. Trees hold offsets relative to `raw`, so lines can be shared. */
export interface SourceLine<Tree> extends LogicalLine {
  readonly tree: Tree;
}

/** How a language reads and parses its lines. Both are total: they never throw. */
export interface LineLanguage<Tree> {
  /** @returns the logical line (with its tree) that begins at `offset` of `text`. */
  readLine(text: string, offset: number): SourceLine<Tree>;
}

/** What replaces `span` (offsets in the document before the change). */
export interface TextChange {
  readonly span: Span;
  readonly newText: string;
}

/**
 * A document as a list of logical lines. Immutable: an edit gives a new document that shares every line it did not
 * touch, so whoever caches by line keeps what he has.
 */
export class SourceDocument<Tree> {
  readonly #language: LineLanguage<Tree>;
  #text: string | undefined;
  /** Where each line starts, plus the document's length. */
  readonly #starts: Int32Array;
  /** The physical number of each line's first physical line, plus the count of all. */
  readonly #physical: Int32Array;

  private constructor(
    language: LineLanguage<Tree>,
    readonly lines: readonly SourceLine<Tree>[],
    starts: Int32Array,
    physical: Int32Array,
    text?: string,
  ) {
    this.#language = language;
    this.#starts = starts;
    this.#physical = physical;
    this.#text = text;
  }

  /** Reads and parses a whole text. */
  static parse<Tree>(text: string, language: LineLanguage<Tree>): SourceDocument<Tree> {
    const lines = readLines(text, 0, language);
    const starts = new Int32Array(lines.length + 1);
    const physical = new Int32Array(lines.length + 1);
    for (let index = 0; index < lines.length; index++) {
      starts[index + 1] = starts[index]! + lines[index]!.raw.length;
      physical[index + 1] = physical[index]! + lines[index]!.physicalLines;
    }
    return new SourceDocument(language, lines, starts, physical, text);
  }

  /** The whole text. */
  get text(): string {
    this.#text ??= this.lines.map((line) => line.raw).join('');
    return this.#text;
  }

  /** The length of the whole text in UTF-16 code units. */
  get length(): number {
    return this.#starts[this.lines.length]!;
  }

  /** @returns where line `index` begins in the document. */
  startOf(index: number): number {
    return this.#starts[index]!;
  }

  /** @returns the zero-based number of the first physical line of line `index`. */
  firstPhysicalLine(index: number): number {
    return this.#physical[index]!;
  }

  /** @returns the one-based number that the loaders print for line `index`: that of its last physical line. */
  loaderLineNumber(index: number): number {
    return this.#physical[index + 1]!;
  }

  /** @returns the index of the logical line that holds `offset`; the last one for the end of the text, -1 if there is none. */
  lineIndexAt(offset: number): number {
    return lastAtMost(this.#starts, this.lines.length, offset);
  }

  /** @returns the index of the logical line that the zero-based physical line is part of, -1 if there is no line. */
  lineIndexOfPhysical(physicalLine: number): number {
    return lastAtMost(this.#physical, this.lines.length, physicalLine);
  }

  /** @returns the place of `offset`, which is clamped to the document. */
  positionAt(offset: number): Position {
    const clamped = Math.max(0, Math.min(offset, this.length));
    const index = this.lineIndexAt(clamped);
    if (index < 0) return { line: 0, character: 0 };
    return this.positionInLine(index, clamped - this.#starts[index]!);
  }

  /** @returns the place of an offset in the raw text of line `index`. */
  positionInLine(index: number, rawOffset: number): Position {
    const { raw } = this.lines[index]!;
    let line = this.#physical[index]!;
    let start = 0;
    for (let end = nextLineStart(raw, 0); end !== -1 && end <= rawOffset; end = nextLineStart(raw, end)) {
      start = end;
      line++;
    }
    return { line, character: rawOffset - start };
  }

  /** @returns the range of a stretch of the raw text of line `index`. */
  rangeInLine(index: number, span: Span): Range {
    return { start: this.positionInLine(index, span.start), end: this.positionInLine(index, span.end) };
  }

  /** @returns the offset of a position; a character behind the end of its line means that end, a line behind the last the end of the text. */
  offsetAt(position: Position): number {
    if (position.line < 0) return 0;
    const index = this.lineIndexOfPhysical(position.line);
    if (index < 0) return 0;
    const { raw } = this.lines[index]!;
    let start = 0;
    for (let skip = position.line - this.#physical[index]!; skip > 0; skip--) {
      const next = nextLineStart(raw, start);
      if (next === -1) return this.length;
      start = next;
    }
    const end = raw.indexOf('\n', start);
    const lineEnd = end === -1 ? raw.length : end > start && raw[end - 1] === '\r' ? end - 1 : end;
    return this.#starts[index]! + Math.min(start + Math.max(0, position.character), lineEnd);
  }

  /**
   * Applies one change. Only the lines that it touches, and those that a changed continuation draws in, are read and
   * parsed again.
   */
  edit(change: TextChange): SourceDocument<Tree> {
    const { lines } = this;
    const starts = this.#starts;
    const from = Math.max(0, Math.min(change.span.start, this.length));
    const to = Math.max(from, Math.min(change.span.end, this.length));
    let first = Math.max(0, this.lineIndexAt(from));
    // Text put at a line's start may continue a last line that had no line end of its own.
    if (first > 0 && starts[first] === from && !lines[first - 1]!.raw.endsWith('\n')) first--;
    let next = to >= this.length ? lines.length : this.lineIndexAt(to) + 1;
    const base = starts[first] ?? 0;
    let window = this.#rawBetween(first, next);
    window = window.slice(0, from - base) + change.newText + window.slice(to - base);
    // A line at the window's end may now continue into what follows: draw in one more line until it does not.
    let fresh = readLines(window, 0, this.#language);
    while (next < lines.length && !this.#endsCleanly(window, fresh, next)) {
      window += lines[next++]!.raw;
      fresh = readLines(window, 0, this.#language);
    }
    return this.#splice(first, next, fresh);
  }

  /** Whether reading on from the window's end would not join its last line with line `next`. */
  #endsCleanly(window: string, fresh: readonly SourceLine<Tree>[], next: number): boolean {
    const last = fresh.at(-1);
    if (last === undefined) return true;
    const joined = this.#language.readLine(last.raw + this.lines[next]!.raw, 0);
    return window.endsWith('\n') && joined.raw.length === last.raw.length;
  }

  #rawBetween(first: number, next: number): string {
    let text = '';
    for (let index = first; index < next; index++) text += this.lines[index]!.raw;
    return text;
  }

  #splice(first: number, next: number, fresh: readonly SourceLine<Tree>[]): SourceDocument<Tree> {
    const lines = this.lines.slice(0, first).concat(fresh, this.lines.slice(next));
    return new SourceDocument(
      this.#language,
      lines,
      spliceSums(this.#starts, first, next, fresh, (line) => line.raw.length),
      spliceSums(this.#physical, first, next, fresh, (line) => line.physicalLines),
    );
  }
}

/** @returns the offset behind the line end that follows `offset`, -1 if there is none. */
function nextLineStart(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end === -1 ? -1 : end + 1;
}

function readLines<Tree>(text: string, offset: number, language: LineLanguage<Tree>): SourceLine<Tree>[] {
  const lines: SourceLine<Tree>[] = [];
  for (let at = offset; at < text.length; ) {
    const line = language.readLine(text, at);
    lines.push(line);
    at += line.raw.length;
  }
  return lines;
}

/** @returns the largest index below `count` whose sum is at most `value`; -1 when `count` is 0. */
function lastAtMost(sums: Int32Array, count: number, value: number): number {
  let low = 0;
  let high = count - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (sums[middle]! <= value) low = middle;
    else high = middle - 1;
  }
  return high < 0 ? -1 : low;
}

/** Prefix sums after the lines `first` to `next` gave way to `fresh`. */
function spliceSums<Tree>(
  old: Int32Array,
  first: number,
  next: number,
  fresh: readonly SourceLine<Tree>[],
  size: (line: SourceLine<Tree>) => number,
): Int32Array {
  const sums = new Int32Array(old.length - (next - first) + fresh.length);
  sums.set(old.subarray(0, first + 1));
  let at = first;
  for (const line of fresh) {
    sums[at + 1] = sums[at]! + size(line);
    at++;
  }
  const shift = sums[at]! - old[next]!;
  if (shift === 0) sums.set(old.subarray(next + 1), at + 1);
  else for (let index = next + 1; index < old.length; index++) sums[++at] = old[index]! + shift;
  return sums;
}
