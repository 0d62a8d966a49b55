import type { ModutilsConfiguration } from '../../../loaders/modutils/configuration.ts';
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
  const { name, equals, argument } = tree;
  const written = writtenName(tree);
  if (isWordDirective(written) || isWordDirective(name.text)) return 'invalid-line';
  if (isAssignable(name.text)) {
    return equals === undefined && argument.text !== '' ? 'space-before-equals' : 'invalid-line';
  }
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

/** Names begin with a letter; what does not is the rest of another line, or a command. */
function looksLikeName(name: string): boolean {
  return /^[A-Za-z][\w-]*(?:\[|$)/.test(name);
}

/** @returns whether a line is an `add` with nothing behind it, which modutils passes over. */
export function isBareAdd({ add, name, equals, argument }: DirectiveLine): boolean {
  return add !== undefined && name.text === '' && equals === undefined && argument.text === '';
}
