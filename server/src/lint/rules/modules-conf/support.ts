import type { FileSystem } from '../../../files/file-system.ts';
import type { ModutilsConfiguration } from '../../../loaders/modutils/configuration.ts';
import type {
  DirectiveLine,
  DirectiveName,
  ModulesConfTree,
  Word,
} from '../../../syntax/modules-conf/tree.ts';
import { rawSpan } from '../../../text/logical-line.ts';
import type { LineRun, SourceDocument, SourceLine } from '../../../text/source-document.ts';
import type { Span } from '../../../text/span.ts';
import type { Dep24 } from '../../../tree/dep24.ts';
import type { DocumentFix, ReportInLine, Rule, RuleData, RuleExample, RuleNeed } from '../../rule.ts';

/** What the rules of modules.conf may need. */
export interface ModulesConfData extends RuleData {
  /** The configuration that the document is the main file of, or an included one. Read from this very document. */
  readonly set?: ModutilsConfiguration;
  readonly files?: FileSystem;
  /** The modules.dep of kernel 2.4 that modprobe reads, if it is one and in order. */
  readonly tree?: Dep24;
}

export type ConfLine = SourceLine<ModulesConfTree>;

/** @returns the rule of modules.conf that a definition describes; what it needs is there when it runs. */
export function modulesConfRule<const Need extends RuleNeed = never>(
  definition: Omit<Rule<ModulesConfTree, ModulesConfData, Need>, 'language'>,
): Rule {
  return { language: 'modules.conf', ...definition } as Rule;
}

/** @returns a check of single lines that looks only at lines with one of these directives. */
export function inDirectives(
  names: readonly DirectiveName[],
  check: (tree: DirectiveLine, line: ConfLine, report: ReportInLine) => void,
): (line: ConfLine, report: ReportInLine) => void {
  return (line, report) => {
    const { tree } = line;
    if (tree.kind === 'directive' && tree.directive !== undefined && names.includes(tree.directive)) {
      check(tree, line, report);
    }
  };
}

/** A directive of a document and the index of its line. */
export interface PlacedDirective {
  readonly line: number;
  readonly tree: DirectiveLine;
}

const directives = new WeakMap<SourceDocument<ModulesConfTree>, readonly PlacedDirective[]>();

/** @returns every line of a document that is not blank; collected once. */
export function directivesOf(document: SourceDocument<ModulesConfTree>): readonly PlacedDirective[] {
  let found = directives.get(document);
  if (found === undefined) {
    found = collectDirectives(document);
    directives.set(document, found);
  }
  return found;
}

function collectDirectives(document: SourceDocument<ModulesConfTree>): PlacedDirective[] {
  const found: PlacedDirective[] = [];
  for (let line = 0; line < document.lines.length; line++) {
    const { tree } = document.lines[line]!;
    if (tree.kind === 'directive') found.push({ line, tree });
  }
  return found;
}

/**
 * @param isMeant decided by the line alone
 * @returns a function that finds the directives that are meant in a document, in order. Every line is asked once in its life: after an
 *   edit only those near it are asked.
 */
export function directiveFinder(
  isMeant: (tree: DirectiveLine) => boolean,
): (document: SourceDocument<ModulesConfTree>) => PlacedDirective[] {
  const known = new WeakMap<LineRun<ModulesConfTree>, readonly PlacedDirective[]>();
  const findIn = (run: LineRun<ModulesConfTree>) =>
    run.lines.flatMap(({ tree }, line) =>
      tree.kind === 'directive' && isMeant(tree) ? [{ line, tree }] : [],
    );
  return (document) => {
    const found: PlacedDirective[] = [];
    let first = 0;
    for (const run of document.chunks) {
      let inRun = known.get(run);
      if (inRun === undefined) {
        inRun = findIn(run);
        known.set(run, inRun);
      }
      for (const { line, tree } of inRun) found.push({ line: first + line, tree });
      first += run.lines.length;
    }
    return found;
  };
}

/** Finds the lines that open, divide and close branches. */
export const conditionalsOf = directiveFinder(({ directive }) => {
  return directive === 'if' || directive === 'elseif' || directive === 'else' || directive === 'endif';
});

/** The directives that run a command, whose text belongs to the shell. */
export const commandDirectives = [
  'install',
  'post-install',
  'post-remove',
  'pre-install',
  'pre-remove',
  'remove',
] as const satisfies readonly DirectiveName[];

/** The directives that name a generated file; each counts once. */
export const generatedFileDirectives = [
  'depfile',
  'generic_stringfile',
  'ieee1394mapfile',
  'isapnpmapfile',
  'parportmapfile',
  'pcimapfile',
  'pnpbiosmapfile',
  'usbmapfile',
] as const satisfies readonly DirectiveName[];

/** The lists that `add` adds to. */
export const listDirectives = [
  'above',
  'below',
  'options',
  'probe',
  'probeall',
  'prune',
] as const satisfies readonly DirectiveName[];

/** @returns the directive as it is written, an `add` glued to it included. */
export function writtenName({ add, name }: DirectiveLine): string {
  return add?.glued === true ? `add${name.text}` : name.text;
}

/** @returns where {@link writtenName} stands; for a line without a name, where its text begins. */
export function nameSpan({ add, name, argument }: DirectiveLine): Span {
  if (name.text === '' && add === undefined)
    return { start: name.span.start, end: Math.max(argument.span.end, name.span.start + 1) };
  return { start: add?.glued === true ? add.span.start : name.span.start, end: name.span.end };
}

/** @returns from the first to the last of some words. */
export function spanOfWords(words: readonly Word[]): Span {
  return { start: words[0]!.span.start, end: words.at(-1)!.span.end };
}

/** @returns where a stretch of a word's text stands in the line's raw text. */
export function partSpan(line: ConfLine, word: Word, start: number, end: number): Span {
  return rawSpan(line.segments, word.start + start, word.start + end);
}

/** @returns the fix that takes a line out, comments on it included. */
export function removeLine(
  document: SourceDocument<ModulesConfTree>,
  line: number,
  title: string,
  safety: DocumentFix['safety'],
): DocumentFix {
  const span = { start: 0, end: document.line(line).raw.length };
  return { title, safety, edits: [{ line, span, newText: '' }] };
}

/** @returns whether a file is one of those that update-modules builds /etc/modules.conf from, and no configuration by itself. */
export function isFragment(path: string): boolean {
  const folders = path.split('/');
  return folders.includes('modutils') || folders.includes('modules.d');
}

/** @returns whether a kernel version is one whose modules modutils loads; later ones have module-init-tools or kmod. */
export function isModutilsKernel(kernel: string): boolean {
  return /^(?:[01]|2\.[0-5])(?:\.|$)/.test(kernel);
}

/** @returns an example of one file, /etc/modules.conf. */
export function conf(...lines: readonly string[]): RuleExample {
  return { files: { '/etc/modules.conf': lines.map((line) => `${line}\n`).join('') } };
}

/** A stretch of the logical text. */
export interface LogicalStretch {
  readonly text: string;
  /** Offset in the logical text. */
  readonly start: number;
}

/** @returns where a stretch's part from `start` to `end` stands in the line's raw text. */
export function stretchSpan(line: ConfLine, stretch: LogicalStretch, start: number, end: number): Span {
  return rawSpan(line.segments, stretch.start + start, stretch.start + end);
}

/**
 * @returns what modutils expands of a line, as one text: for lists what is behind the key, for assignments the value, for
 * conditions all of it; undefined when it expands nothing
 */
export function expandedText({ directive, argument, words }: DirectiveLine): LogicalStretch | undefined {
  if (directive === undefined || unexpanded.has(directive)) return undefined;
  if (!keyed.has(directive)) return argument;
  const first = words[directive === 'options' && words[0]?.text === '-k' ? 2 : 1];
  if (first === undefined) return undefined;
  return { text: argument.text.slice(first.start - argument.start), start: first.start };
}

const unexpanded = new Set<DirectiveName>([...commandDirectives, 'insmod_opt', 'keep', 'else', 'endif']);
const keyed = new Set<DirectiveName>([...listDirectives, 'alias', 'define']);
