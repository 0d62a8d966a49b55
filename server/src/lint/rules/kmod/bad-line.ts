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

/** @returns a text without the carriage returns before line ends and at its own end. */
function withoutReturns(text: string): string {
  return text.replace(/\r(?=\n|$)/g, '');
}

/** A path is a program wherever programs are looked for. */
function isProgram(text: string, programs: ReadonlySet<string>): boolean {
  return programs.has(text) || (programs.size > 0 && /^\/[^/]/.test(text));
}
