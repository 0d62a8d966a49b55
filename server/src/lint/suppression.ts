import type { Span } from '../text/span.ts';

/**
 * A comment that silences rules: `# modconf-disable-next-line RULE[, RULE] [-- reason]` or
 * `# modconf-disable-file RULE[, RULE] [-- reason]`, on a line of its own, from column 0.
 */
export interface Suppression {
  /** What it silences; undefined when no such kind exists or it does not stand in column 0: then it silences nothing. */
  readonly scope: 'next-line' | 'file' | undefined;
  /** `modconf-disable…` as written. */
  readonly keyword: SuppressedName;
  /** The rules named, in order. */
  readonly rules: readonly SuppressedName[];
  readonly indented: boolean;
}

/** A word of a suppression; the span is in the line's raw text. */
export interface SuppressedName {
  readonly name: string;
  readonly span: Span;
}

const prefix = 'modconf-disable';
const scopes: Readonly<Record<string, Suppression['scope']>> = {
  'modconf-disable-next-line': 'next-line',
  'modconf-disable-file': 'file',
};

/** @returns the suppression that a line's raw text is, or undefined when it is none. */
export function parseSuppression(raw: string): Suppression | undefined {
  const hash = skipBlanks(raw, 0);
  if (raw[hash] !== '#') return undefined;
  const start = skipBlanks(raw, hash + 1);
  if (!raw.startsWith(prefix, start)) return undefined;
  const [keyword, ...rules] = readNames(raw, start);
  if (keyword === undefined) return undefined;
  const indented = hash > 0;
  return { scope: indented ? undefined : scopes[keyword.name], keyword, rules, indented };
}

/** The words up to `--` or the end of the physical line, cut at blanks and commas. */
function readNames(raw: string, start: number): SuppressedName[] {
  const names: SuppressedName[] = [];
  for (let at = start; at < raw.length && !isLineEnd(raw, at); ) {
    if (isBlank(raw, at) || raw[at] === ',') {
      at++;
      continue;
    }
    const begin = at;
    while (at < raw.length && !isLineEnd(raw, at) && !isBlank(raw, at) && raw[at] !== ',') at++;
    const name = raw.slice(begin, at);
    if (name === '--') break;
    names.push({ name, span: { start: begin, end: at } });
  }
  return names;
}

function skipBlanks(raw: string, from: number): number {
  let at = from;
  while (isBlank(raw, at)) at++;
  return at;
}

function isBlank(raw: string, at: number): boolean {
  return raw[at] === ' ' || raw[at] === '\t';
}

function isLineEnd(raw: string, at: number): boolean {
  return raw[at] === '\n' || raw[at] === '\r';
}
