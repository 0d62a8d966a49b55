import type { Span } from '../../../text/span.ts';
import { code } from '../../message.ts';
import type { LineFinding, LineFix, Rule } from '../../rule.ts';
import { inDocument } from '../in-document.ts';
import { isLost } from './bad-line.ts';
import { type Dialect, exampleOf, type KmodLine, ruleOf } from './dialect.ts';

interface BackslashOptions {
  /** @returns whether a line's text is handed to a shell, which knows backslashes, too. */
  isForShell(line: KmodLine): boolean;
  /** The two halves of a line, for the examples. */
  readonly halves: readonly [string, string];
}

/** @returns the rule about backslashes that the program takes away. */
export function backslashDroppedIn(dialect: Dialect, { isForShell, halves }: BackslashOptions): Rule {
  const { program } = dialect;
  const [first, second] = halves;
  return ruleOf(dialect, {
    id: 'backslash-dropped',
    severity: 'warning',
    fix: 'safe',
    needs: [],
    docs: {
      summary: 'A `\\` that is neither before a line end nor before another `\\`.',
      why: [
        `${program} drops the backslash and keeps the character behind it: \`\\$HOME\` is read as \`$HOME\`, and a shell never sees the backslash. To hand one on write \`\\\\\`.`,
        'With a blank behind it, a `\\` at the end of a line joins nothing, and the next line stands by itself; `\\\\` at the end is one backslash, and joins nothing either.',
      ].join('\n'),
      basis: 'kmod drops every backslash while it reads a line; before a line end it drops that, too.',
      bad: exampleOf(dialect, `${first} \\ `, `  ${second}`),
      good: exampleOf(dialect, `${first} \\`, `  ${second}`),
    },
    checkDocument({ document }, report) {
      if (!document.text.includes('\\')) return;
      for (const [index, line] of document.lines.entries()) {
        if (line.tree.kind === 'comment' || !line.raw.includes('\\')) continue;
        const finding = look(line, program, {
          isForShell: isForShell(line),
          next: document.lines[index + 1],
        });
        if (finding !== undefined) report(inDocument(finding, index));
      }
    },
  });
}

/** What stands behind a backslash. */
type Follower = 'end-of-file' | 'blanks' | 'doubled-at-end' | 'character';

interface Dropped {
  readonly at: number;
  readonly follower: Follower;
}

interface Surroundings {
  readonly isForShell: boolean;
  readonly next: KmodLine | undefined;
}

function look({ raw }: KmodLine, program: string, around: Surroundings): LineFinding | undefined {
  const dropped = droppedIn(raw);
  const [first] = dropped;
  if (first === undefined) return undefined;
  const { at, follower } = first;
  const span: Span = { start: at, end: at + (follower === 'doubled-at-end' ? 2 : 1) };
  const fix = fixOf(raw, dropped, around);
  return { span, message: describe(raw, first, program, around), ...(fix !== undefined && { fix }) };
}

/** What a shell was to see, and what joining was meant by, is for the user to say. */
function fixOf(raw: string, dropped: readonly Dropped[], around: Surroundings): LineFix | undefined {
  const { at, follower } = dropped[0]!;
  if (follower === 'doubled-at-end' || (follower === 'character' && around.isForShell)) return undefined;
  if (follower === 'blanks' && around.next !== undefined && isLost(around.next)) {
    const end = raw.endsWith('\n') ? raw.length - 1 : raw.length;
    const edits = [{ span: { start: at + 1, end }, newText: '' }];
    return { title: 'Remove the blanks behind the "\\"', safety: 'safe', edits };
  }
  const edits = dropped
    .filter((each) => each.follower !== 'doubled-at-end')
    .map((each) => ({ span: { start: each.at, end: each.at + 1 }, newText: '' }));
  return { title: 'Remove the "\\"', safety: 'safe', edits };
}

function droppedIn(raw: string): Dropped[] {
  const found: Dropped[] = [];
  for (let at = raw.indexOf('\\'); at !== -1; at = raw.indexOf('\\', at + 2)) {
    const follower = followerOf(raw, at);
    if (follower !== undefined) found.push({ at, follower });
  }
  return found;
}

function followerOf(raw: string, at: number): Follower | undefined {
  const next = raw[at + 1];
  if (next === undefined) return 'end-of-file';
  if (next === '\n') return undefined;
  if (next === '\\') return isAtLineEnd(raw, at + 2) ? 'doubled-at-end' : undefined;
  if (!isAtLineEnd(raw, at + 1)) return 'character';
  // With a carriage return alone between it and the line end, that one is to blame.
  return next === '\r' ? undefined : 'blanks';
}

/** Whether nothing but blanks stands between an offset and the line end. */
function isAtLineEnd(raw: string, from: number): boolean {
  let at = from;
  while (raw[at] === ' ' || raw[at] === '\t' || raw[at] === '\r') at++;
  return at >= raw.length || raw[at] === '\n';
}

function describe(
  raw: string,
  { at, follower }: Dropped,
  program: string,
  { isForShell }: Surroundings,
): string {
  switch (follower) {
    case 'end-of-file':
      return 'this `\\` joins nothing, because no line follows; remove it';
    case 'blanks':
      return 'this `\\` does not join the next line, because a blank stands behind it; remove the blank, or the `\\`';
    case 'doubled-at-end':
      return `${program} reads \`\\\\\` as one backslash, which joins no line; write one \`\\\` to join the next line`;
    case 'character': {
      const written = raw.slice(at, at + 2);
      const remedy = isForShell ? `write ${code(`\\${written}`)} to hand it to the shell` : 'remove it';
      return `${program} drops this backslash and reads ${code(written.slice(1))}; ${remedy}`;
    }
  }
}
