import { LineChunk, lastAtMost } from './line-chunk.ts';
import type { LogicalLine } from './logical-line.ts';
import type { Position, Range, Span } from './span.ts';

/** A logical line together with its syntax tree. Trees hold offsets relative to `raw`, so lines can be shared. */
export interface SourceLine<Tree> extends LogicalLine {
  readonly tree: Tree;
}

/** Some neighbouring lines of a document. */
export interface LineRun<Tree> {
  readonly lines: readonly SourceLine<Tree>[];
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
  readonly #chunks: readonly LineChunk<SourceLine<Tree>>[];
  /** What stands before each chunk: lines, UTF-16 code units, physical lines; plus the totals. */
  readonly #lineSums: Int32Array;
  readonly #offsetSums: Int32Array;
  readonly #physicalSums: Int32Array;
  #lines: readonly SourceLine<Tree>[] | undefined;
  #text: string | undefined;

  private constructor(language: LineLanguage<Tree>, chunks: readonly LineChunk<SourceLine<Tree>>[]) {
    this.#language = language;
    this.#chunks = chunks;
    this.#lineSums = sums(chunks, (chunk) => chunk.lines.length);
    this.#offsetSums = sums(chunks, (chunk) => chunk.offsetOf(chunk.lines.length));
    this.#physicalSums = sums(chunks, (chunk) => chunk.physicalOf(chunk.lines.length));
  }

  /** Reads and parses a whole text. */
  static parse<Tree>(text: string, language: LineLanguage<Tree>): SourceDocument<Tree> {
    const document = new SourceDocument(language, LineChunk.split(readLines(text, language)));
    document.#text = text;
    return document;
  }

  /** The whole text. */
  get text(): string {
    this.#text ??= this.lines.map((line) => line.raw).join('');
    return this.#text;
  }

  /** Every logical line. */
  get lines(): readonly SourceLine<Tree>[] {
    this.#lines ??= this.#allLines();
    return this.#lines;
  }

  /**
   * The lines in runs of up to some hundred, in order. Runs that an edit does not touch are the same objects in the new
   * document: who caches by run looks at few things after an edit.
   */
  get chunks(): readonly LineRun<Tree>[] {
    return this.#chunks;
  }

  get lineCount(): number {
    return this.#lineSums[this.#chunks.length]!;
  }

  /** The length of the whole text in UTF-16 code units. */
  get length(): number {
    return this.#offsetSums[this.#chunks.length]!;
  }

  /** @returns logical line `index`, which must be there. */
  line(index: number): SourceLine<Tree> {
    const chunk = this.#chunkOfLine(index);
    return this.#chunks[chunk]!.lines[index - this.#lineSums[chunk]!]!;
  }

  /** @returns where line `index` begins in the document. */
  startOf(index: number): number {
    const chunk = this.#chunkOfLine(index);
    if (chunk < 0) return 0;
    return this.#offsetSums[chunk]! + this.#chunks[chunk]!.offsetOf(index - this.#lineSums[chunk]!);
  }

  /** @returns the zero-based number of the first physical line of line `index`. */
  firstPhysicalLine(index: number): number {
    const chunk = this.#chunkOfLine(index);
    if (chunk < 0) return 0;
    return this.#physicalSums[chunk]! + this.#chunks[chunk]!.physicalOf(index - this.#lineSums[chunk]!);
  }

  /** @returns the one-based number that the loaders print for line `index`: that of its last physical line. */
  loaderLineNumber(index: number): number {
    return this.firstPhysicalLine(index) + this.line(index).physicalLines;
  }

  /** @returns the index of the logical line that holds `offset`; the last one for the end of the text, -1 if there is none. */
  lineIndexAt(offset: number): number {
    const chunk = lastAtMost(this.#offsetSums, this.#chunks.length, offset);
    if (chunk < 0) return -1;
    return this.#lineSums[chunk]! + this.#chunks[chunk]!.lineAtOffset(offset - this.#offsetSums[chunk]!);
  }

  /** @returns the index of the logical line that the zero-based physical line is part of, -1 if there is no line. */
  lineIndexOfPhysical(physicalLine: number): number {
    const chunk = lastAtMost(this.#physicalSums, this.#chunks.length, physicalLine);
    if (chunk < 0) return -1;
    const inChunk = physicalLine - this.#physicalSums[chunk]!;
    return this.#lineSums[chunk]! + this.#chunks[chunk]!.lineAtPhysical(inChunk);
  }

  /** @returns the place of `offset`, which is clamped to the document. */
  positionAt(offset: number): Position {
    const clamped = Math.max(0, Math.min(offset, this.length));
    const index = this.lineIndexAt(clamped);
    if (index < 0) return { line: 0, character: 0 };
    return this.positionInLine(index, clamped - this.startOf(index));
  }

  /** @returns the place of an offset in the raw text of line `index`. */
  positionInLine(index: number, rawOffset: number): Position {
    const { raw } = this.line(index);
    let line = this.firstPhysicalLine(index);
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
    const { raw } = this.line(index);
    let start = 0;
    for (let skip = position.line - this.firstPhysicalLine(index); skip > 0; skip--) {
      const next = nextLineStart(raw, start);
      if (next === -1) return this.length;
      start = next;
    }
    const end = raw.indexOf('\n', start);
    const lineEnd = end === -1 ? raw.length : end > start && raw[end - 1] === '\r' ? end - 1 : end;
    return this.startOf(index) + Math.min(start + Math.max(0, position.character), lineEnd);
  }

  /**
   * Applies one change. Only the lines that it touches, and those that a changed continuation draws in, are read and
   * parsed again.
   */
  edit(change: TextChange): SourceDocument<Tree> {
    const from = Math.max(0, Math.min(change.span.start, this.length));
    const to = Math.max(from, Math.min(change.span.end, this.length));
    let first = Math.max(0, this.lineIndexAt(from));
    // Text put at the end of the document continues a last line that has no line end of its own.
    if (first > 0 && this.startOf(first) === from && !this.line(first - 1).raw.endsWith('\n')) first--;
    let next = to >= this.length ? this.lineCount : this.lineIndexAt(to) + 1;
    const base = this.lineCount === 0 ? 0 : this.startOf(first);
    let window = this.#rawBetween(first, next);
    window = window.slice(0, from - base) + change.newText + window.slice(to - base);
    let fresh = readLines(window, this.#language);
    // The window's last line may now continue into what follows: draw in one more line until it does not.
    while (next < this.lineCount && !this.#endsCleanly(window, fresh, next)) {
      window += this.line(next++).raw;
      fresh = readLines(window, this.#language);
    }
    return this.#splice(first, next, fresh);
  }

  /** Not flatMap, which takes ten times as long. */
  #allLines(): SourceLine<Tree>[] {
    const lines: SourceLine<Tree>[] = [];
    for (const chunk of this.#chunks) for (const line of chunk.lines) lines.push(line);
    return lines;
  }

  /** Whether reading on from the window's end would not join its last line with line `next`. */
  #endsCleanly(window: string, fresh: readonly SourceLine<Tree>[], next: number): boolean {
    const last = fresh.at(-1);
    if (last === undefined) return true;
    if (!window.endsWith('\n')) return false;
    return this.#language.readLine(last.raw + this.line(next).raw, 0).raw.length === last.raw.length;
  }

  #rawBetween(first: number, next: number): string {
    let text = '';
    for (let index = first; index < next; index++) text += this.line(index).raw;
    return text;
  }

  /** A document in which `fresh` stands for the lines from `first` to before `next`. */
  #splice(first: number, next: number, fresh: readonly SourceLine<Tree>[]): SourceDocument<Tree> {
    if (this.#chunks.length === 0) return new SourceDocument(this.#language, LineChunk.split(fresh));
    const firstChunk = this.#chunkOfLine(first);
    const lastChunk = Math.max(firstChunk, this.#chunkOfLine(Math.max(first, next - 1)));
    const before = this.#chunks[firstChunk]!.lines.slice(0, first - this.#lineSums[firstChunk]!);
    const after = this.#chunks[lastChunk]!.lines.slice(next - this.#lineSums[lastChunk]!);
    const chunks = this.#chunks.slice(0, firstChunk);
    chunks.push(...LineChunk.split([...before, ...fresh, ...after]), ...this.#chunks.slice(lastChunk + 1));
    return new SourceDocument(this.#language, chunks);
  }

  #chunkOfLine(index: number): number {
    return lastAtMost(this.#lineSums, this.#chunks.length, index);
  }
}

/** @returns the offset behind the line end that follows `offset`, -1 if there is none. */
function nextLineStart(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end === -1 ? -1 : end + 1;
}

function readLines<Tree>(text: string, language: LineLanguage<Tree>): SourceLine<Tree>[] {
  const lines: SourceLine<Tree>[] = [];
  for (let at = 0; at < text.length; ) {
    const line = language.readLine(text, at);
    lines.push(line);
    at += line.raw.length;
  }
  return lines;
}

/** @returns the sum of what stands before each chunk, and of all. */
function sums<Chunk>(chunks: readonly Chunk[], size: (chunk: Chunk) => number): Int32Array {
  const total = new Int32Array(chunks.length + 1);
  chunks.forEach((chunk, index) => {
    total[index + 1] = total[index]! + size(chunk);
  });
  return total;
}
