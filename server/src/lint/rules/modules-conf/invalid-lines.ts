import type { ModutilsConfiguration } from '../../../loaders/modutils/configuration.ts';
import { isSpace, skipSpace } from '../../../syntax/characters.ts';
import {
  assignmentDirectives,
  type DirectiveLine,
  type ModulesConfTree,
  wordDirectives,
} from '../../../syntax/modules-conf/tree.ts';
import type { SourceDocument } from '../../../text/source-document.ts';
import type { DocumentFinding } from '../../rule.ts';
import { readingOf } from './events.ts';
import { directiveFinder, type PlacedDirective, writtenName } from './support.ts';

/** Which rule reports a line that modutils answers with `Invalid line`: one mistake is one finding. */
type Reporter = 'invalid-line' | 'unknown-directive' | 'space-before-equals';

export interface InvalidLine extends PlacedDirective {
  /** The number that modutils prints. */
  readonly number: number;
  /** Whether modutils passes over the line, because its branch is not taken or because it has stopped before. */
  readonly skipped: boolean;
}

const unrecognised = directiveFinder((tree) => tree.directive === undefined && !isBareAdd(tree));

/** @returns the lines of a document that are no directive in its own form and that `reporter` is to report. */
export function invalidLines(
  reporter: Reporter,
  document: SourceDocument<ModulesConfTree>,
  set: ModutilsConfiguration | undefined,
): InvalidLine[] {
  const found = unrecognised(document).filter(({ tree }) => reporterOf(tree) === reporter);
  if (found.length === 0) return [];
  const reading = set && readingOf(set, document);
  return found.map(({ line, tree }) => ({
    line,
    tree,
    number: document.loaderLineNumber(line),
    skipped: reading?.skipped.has(line) === true && !reading.uncertain.has(line),
  }));
}

/** @returns what to do about a line that the one above was to be continued by, if its `\` stands in a comment. */
export function lostContinuation(
  { line }: InvalidLine,
  document: SourceDocument<ModulesConfTree>,
): string | undefined {
  if (line === 0) return undefined;
  const { tree, comments, raw } = document.line(line - 1);
  const comment = comments?.at(-1);
  if (tree.kind !== 'directive' || comment === undefined) return undefined;
  if (!raw.slice(comment.start, comment.end).trimEnd().endsWith('\\')) return undefined;
  return 'the `\\` above stands in a comment and continues nothing; put it before the `#`';
}

/** @returns the finding's message and weight: a line that modutils skips does no harm here. */
export function describeInvalid(
  { number, skipped }: Pick<InvalidLine, 'number' | 'skipped'>,
  advice: string,
): Pick<DocumentFinding, 'message' | 'severity'> {
  if (!skipped) {
    return {
      message: `modutils answers \`Invalid line ${number}\` and modprobe then loads nothing: ${advice}`,
    };
  }
  const message = `modutils skips this line here; where it reads it, it answers \`Invalid line ${number}\` and modprobe loads nothing: ${advice}`;
  return { message, severity: 'warning' };
}

function reporterOf(tree: DirectiveLine): Reporter {
  const { name } = tree;
  const written = writtenName(tree);
  if (isWordDirective(written) || isWordDirective(name.text)) return 'invalid-line';
  if (isAssignable(name.text)) return isAssignmentApart(tree) ? 'space-before-equals' : 'invalid-line';
  return looksLikeName(written) ? 'unknown-directive' : 'invalid-line';
}

/** @returns whether a name is that of a directive that words follow. */
export function isWordDirective(name: string): boolean {
  return (wordDirectives as readonly string[]).includes(name);
}

/** @returns whether a name would be a directive with `=` right behind it. */
export function isAssignable(name: string): boolean {
  return (assignmentDirectives as readonly string[]).includes(name) || name.startsWith('path[');
}

/** The name that a line was meant to assign to, and where its value begins in the argument. */
export interface Assignment {
  /** With its tag. */
  readonly name: string;
  readonly value: number;
}

/** @returns what a line was meant to assign to: the name, a tag behind a blank, an `=` somewhere. */
export function assignmentOf({ name, argument: { text } }: DirectiveLine): Assignment {
  let at = 0;
  let tag = '';
  if (name.text === 'path' && text.startsWith('[') && text.includes(']')) {
    at = text.indexOf(']') + 1;
    tag = text.slice(0, at);
  }
  at = skipSpace(text, at);
  if (text[at] === '=') at = skipSpace(text, at + 1);
  return { name: name.text + tag, value: at };
}

/** Whether a line is an assignment but for what stands between its name and its value: a blank. */
function isAssignmentApart(tree: DirectiveLine): boolean {
  const { equals, argument, words } = tree;
  if (equals !== undefined || argument.text === '') return false;
  const { name, value } = assignmentOf(tree);
  if (!isClosed(name)) return false;
  if (argument.text.slice(0, value).includes('=') || name === 'insmod_opt') return true;
  // Without an `=` only a single word is sure to be the value.
  const written = argument.text.slice(value);
  return words.at(-1)?.text === written && !written.startsWith('[') && !written.includes('=');
}

/** Whether a tag, if there is one, ends where the name does and has no blank in it. */
function isClosed(name: string): boolean {
  if (!name.startsWith('path[')) return true;
  return name.indexOf(']') === name.length - 1 && !hasBlank(name);
}

function hasBlank(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (isSpace(text.charCodeAt(at))) return true;
  return false;
}

/** Names begin with a letter; what does not is the rest of another line, or a command. */
function looksLikeName(name: string): boolean {
  return /^[A-Za-z][\w-]*(?:\[|$)/.test(name);
}

/** @returns whether a line is an `add` with nothing behind it, which modutils passes over. */
export function isBareAdd({ add, name, equals, argument }: DirectiveLine): boolean {
  return add !== undefined && name.text === '' && equals === undefined && argument.text === '';
}
