import type { Span } from '../../../text/span.ts';
import type { Dialect, KmodCommand, KmodLine } from './dialect.ts';
import { oddSpacesIn, withPlainSpaces } from './odd-spaces.ts';

/** What is to blame for a line that is ignored. Each is one rule's to report, so that a line gets one error. */
export type Blame =
  | 'odd-space'
  | 'carriage-return'
  | 'indented-comment'
  | 'case'
  | 'shell-command'
  | 'unknown-word'
  | 'missing-argument'
  | 'unmatched-bracket'
  | 'deprecated';

const known = new WeakMap<KmodLine, Blame>();

/** @returns why a line is ignored; undefined for a line that is read. */
export function blameOf(line: KmodLine, dialect: Dialect): Blame | undefined {
  const { tree } = line;
  if (tree.kind !== 'command' || tree.fault === undefined) return undefined;
  const blame = known.get(line) ?? find(line, tree, dialect);
  known.set(line, blame);
  return blame;
}

/** @returns whether a line is nothing by itself, so that joining it to the one before takes nothing away. */
export function isLost({ tree }: KmodLine): boolean {
  return tree.kind === 'command' && tree.fault === 'unknown-command';
}

function find(line: KmodLine, tree: KmodCommand, dialect: Dialect): Blame {
  return characterToBlame(line, tree, dialect) ?? wordToBlame(tree, dialect);
}

/** Looks whether the line would be read, or would at least have another first word, with plain blanks and without carriage return. */
function characterToBlame(
  { raw }: KmodLine,
  { command: { text } }: KmodCommand,
  dialect: Dialect,
): Blame | undefined {
  const plain = withoutReturns(withPlainSpaces(raw));
  if (plain === raw) return undefined;
  const isInFirstWord = withoutReturns(withPlainSpaces(text)) !== text;
  if (!isInFirstWord && plain !== '' && isFaulty(plain, dialect)) return undefined;
  return oddSpacesIn(raw).length > 0 ? 'odd-space' : 'carriage-return';
}

function isFaulty(text: string, { lines }: Dialect): boolean {
  const { tree } = lines.readLine(text, 0);
  return tree.kind === 'command' && tree.fault !== undefined;
}

function wordToBlame(
  { command: { text }, fault }: KmodCommand,
  { directives, shellCommands }: Dialect,
): Blame {
  switch (fault) {
    case 'missing-argument':
    case 'unmatched-bracket':
      return fault;
    case 'unknown-command': {
      if (text.startsWith('#')) return 'indented-comment';
      const lower = text.toLowerCase();
      if (directives.includes(lower)) return 'case';
      return isProgram(text, shellCommands) ? 'shell-command' : 'unknown-word';
    }
    default:
      return 'deprecated';
  }
}

/** @returns the stretches of carriage returns before line ends and at the end of a text. */
export function returnsIn(text: string): Span[] {
  const found: Span[] = [];
  if (!text.includes('\r')) return found;
  for (let lineStart = 0; lineStart < text.length; ) {
    const newline = text.indexOf('\n', lineStart);
    const end = newline === -1 ? text.length : newline;
    let start = end;
    while (start > lineStart && text[start - 1] === '\r') start--;
    if (start < end) found.push({ start, end });
    lineStart = end + 1;
  }
  return found;
}

function withoutReturns(text: string): string {
  let plain = '';
  let at = 0;
  for (const { start, end } of returnsIn(text)) {
    plain += text.slice(at, start);
    at = end;
  }
  return plain + text.slice(at);
}

/** A path is a program wherever programs are looked for. */
function isProgram(text: string, programs: ReadonlySet<string>): boolean {
  return programs.has(text) || (programs.size > 0 && /^\/[^/]/.test(text));
}
