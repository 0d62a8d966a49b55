import { modulesConfLines } from '../syntax/modules-conf/line-reader.ts';

/** One entry of a modules.dep of kernel 2.4. */
export interface Dep24Entry {
  /** The file name without directory and suffix; `-` and `_` are different. */
  readonly name: string;
  /** The path of the module file as it is written, normally absolute. */
  readonly path: string;
  /** Paths as they are written, in order: what the module needs directly. */
  readonly dependencies: readonly string[];
  /** Zero-based physical line where the entry begins. */
  readonly line: number;
}

/** A modules.dep of kernel 2.4 as modprobe of modutils reads it. */
export interface Dep24 {
  /** Where it was read from. */
  readonly path: string;
  readonly entries: readonly Dep24Entry[];
  /** @returns the first entry of a module name. */
  byName(name: string): Dep24Entry | undefined;
  /** @returns the first entry of a path, compared as it is written. */
  byPath(path: string): Dep24Entry | undefined;
  /** The line at which modprobe stops, and then refuses to load anything. */
  readonly invalid: Dep24InvalidLine | undefined;
}

interface Dep24InvalidLine {
  /** One-based, as modprobe counts: the last physical line of a continued one. */
  readonly number: number;
  /** The line without its comment and trailing white space. */
  readonly text: string;
}

const moduleSuffixes = ['.o', '.mod', '.o.gz'];

/** @returns the module name of a path or file name: without directory and `.o`, `.mod` or `.o.gz`. */
export function moduleName24(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const suffix = moduleSuffixes.find((end) => name.length > end.length && name.endsWith(end));
  return suffix === undefined ? name : name.slice(0, -suffix.length);
}

/**
 * Reads a modules.dep of kernel 2.4: lines are read as those of modules.conf; `TARGET:` and what it needs. Reading stops
 * at the first line whose first word has no `:` directly behind it.
 *
 * @param path where the text comes from
 */
export function readDep24(path: string, text: string): Dep24 {
  const entries: Dep24Entry[] = [];
  let invalid: Dep24InvalidLine | undefined;
  let physical = 0;
  for (let at = 0; at < text.length && invalid === undefined; ) {
    const line = modulesConfLines.read(text, at);
    const entry = readEntry(line.text, physical);
    at += line.raw.length;
    physical += line.physicalLines;
    if (entry === 'invalid') invalid = { number: physical, text: line.text };
    else if (entry !== undefined) entries.push(entry);
  }
  return new Dep24Index(path, entries, invalid);
}

function readEntry(text: string, line: number): Dep24Entry | 'invalid' | undefined {
  const start = skipSeparators(text, 0);
  if (start === text.length) return undefined;
  let end = start;
  while (end < text.length && text[end] !== ':' && !isSeparator(text.charCodeAt(end))) end++;
  if (text[end] !== ':') return 'invalid';
  const path = text.slice(start, end);
  return { name: moduleName24(path), path, dependencies: wordsFrom(text, end + 1), line };
}

function wordsFrom(text: string, offset: number): string[] {
  const words: string[] = [];
  for (let start = skipSeparators(text, offset); start < text.length; ) {
    let end = start;
    while (end < text.length && !isSeparator(text.charCodeAt(end))) end++;
    words.push(text.slice(start, end));
    start = skipSeparators(text, end);
  }
  return words;
}

function skipSeparators(text: string, offset: number): number {
  let at = offset;
  while (at < text.length && isSeparator(text.charCodeAt(at))) at++;
  return at;
}

/** Blanks and control characters. */
function isSeparator(code: number): boolean {
  return code <= 0x20;
}

class Dep24Index implements Dep24 {
  readonly #byName = new Map<string, Dep24Entry>();
  readonly #byPath = new Map<string, Dep24Entry>();

  constructor(
    readonly path: string,
    readonly entries: readonly Dep24Entry[],
    readonly invalid: Dep24InvalidLine | undefined,
  ) {
    for (const entry of entries) {
      if (!this.#byName.has(entry.name)) this.#byName.set(entry.name, entry);
      if (!this.#byPath.has(entry.path)) this.#byPath.set(entry.path, entry);
    }
  }

  byName(name: string): Dep24Entry | undefined {
    return this.#byName.get(name);
  }

  byPath(path: string): Dep24Entry | undefined {
    return this.#byPath.get(path);
  }
}
