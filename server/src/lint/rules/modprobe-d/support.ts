import type { FileSystem } from '../../../files/file-system.ts';
import type { KmodConfiguration } from '../../../loaders/kmod/configuration.ts';
import type { LineWord } from '../../../syntax/line-word.ts';
import { normalizeName } from '../../../syntax/modprobe-d/names.ts';
import type { CommandLine, DirectiveName, ModprobeDTree } from '../../../syntax/modprobe-d/tree.ts';
import type { SourceDocument, SourceLine } from '../../../text/source-document.ts';
import type { ModuleInfo } from '../../../tree/module-info.ts';
import type { IndexedModuleTree } from '../../../tree/open-module-tree.ts';
import type { ReportInLine, Rule, RuleData, RuleExample, RuleNeed } from '../../rule.ts';

/** What the rules of modprobe.d may need. */
export interface ModprobeDData extends RuleData {
  /** The configuration that the document is, or would be, a file of. */
  readonly set?: KmodConfiguration;
  readonly files?: FileSystem;
  /** The module tree of the kernel in force; left out where its modules.dep is missing or empty. */
  readonly tree?: IndexedModuleTree;
  /** What modules say of themselves, by normalised name; undefined for what is not known. */
  readonly modinfo?: (module: string) => ModuleInfo | undefined;
}

export type ModprobeLine = SourceLine<ModprobeDTree>;
export type ModprobeDocument = SourceDocument<ModprobeDTree>;

/** @returns the rule of modprobe.d that a definition describes; what it needs is there when it runs. */
export function modprobeDRule<const Need extends RuleNeed = never>(
  definition: Omit<Rule<ModprobeDTree, ModprobeDData, Need>, 'language'>,
): Rule {
  return { language: 'modprobe.d', ...definition } as Rule;
}

type LineOf<Name extends DirectiveName> = CommandLine & { readonly directive: Name };

/** @returns whether a line is one with this directive that modprobe reads. */
export function isDirective<Name extends DirectiveName>(
  tree: ModprobeDTree,
  ...names: readonly Name[]
): tree is LineOf<Name> {
  return tree.kind === 'command' && tree.fault === undefined && isOneOf(names, tree.directive);
}

function isOneOf<Name extends DirectiveName>(names: readonly Name[], name: string | undefined): name is Name {
  return (names as readonly (string | undefined)[]).includes(name);
}

/** @returns the part of a rule that looks at single lines, only those with one of these directives that modprobe reads. */
export function inDirectives<Name extends DirectiveName>(
  lines: readonly Name[],
  check: (tree: LineOf<Name>, report: ReportInLine) => void,
): Pick<Rule<ModprobeDTree>, 'lines' | 'checkLine'> {
  return {
    lines,
    checkLine({ tree }: ModprobeLine, report: ReportInLine) {
      if (isDirective(tree, ...lines)) check(tree, report);
    },
  };
}

/** The directives of lines that name modules. */
export const readDirectives = [
  'alias',
  'blacklist',
  'install',
  'options',
  'remove',
  'softdep',
  'weakdep',
] as const satisfies readonly DirectiveName[];

/** A line with a directive that modprobe reads, and its index. */
export interface PlacedCommand<Name extends DirectiveName = DirectiveName> {
  readonly line: number;
  readonly tree: LineOf<Name>;
}

const commands = new WeakMap<ModprobeDocument, readonly PlacedCommand[]>();

/** @returns the lines of a document that modprobe reads, in order; found once, because many rules ask. */
export function readCommandsOf(document: ModprobeDocument): readonly PlacedCommand[] {
  let found = commands.get(document);
  if (found === undefined) {
    found = document.lines.flatMap(({ tree }, line) =>
      isDirective(tree, ...readDirectives) ? [{ line, tree }] : [],
    );
    commands.set(document, found);
  }
  return found;
}

/** @returns those of them with one of these directives. */
export function commandsOf<Name extends DirectiveName>(
  document: ModprobeDocument,
  ...names: readonly Name[]
): PlacedCommand<Name>[] {
  return readCommandsOf(document).filter((command): command is PlacedCommand<Name> =>
    isOneOf(names, command.tree.directive),
  );
}

/** @returns a name as kmod compares it; as it is where an unpaired bracket makes it none. */
export function normalized({ text }: LineWord): string {
  return normalizeName(text) ?? text;
}

/** @returns whether a name is a pattern where patterns are looked for. */
export function hasWildcard(name: string): boolean {
  return /[*?[\\]/.test(name);
}

const path = '/etc/modprobe.d/local.conf';

/** @returns an example of one file, /etc/modprobe.d/local.conf. */
export function conf(...lines: readonly string[]): RuleExample {
  return { files: { [path]: textOf(lines) } };
}

/** Files of a module tree, by name, each with its lines. */
type TreeFiles = Readonly<Record<string, readonly string[]>>;

/** @returns an example of one file, /etc/modprobe.d/local.conf, on a machine with a module tree. */
export function confOn(tree: TreeFiles, ...lines: readonly string[]): RuleExample {
  return filesOn(tree, { [path]: lines });
}

/** @returns an example of several files, each with its lines, on a machine with a module tree. */
export function filesOn(tree: TreeFiles, files: Readonly<Record<string, readonly string[]>>): RuleExample {
  const ofTree = Object.entries(tree).map(([name, lines]) => [`/lib/modules/6.1.0/${name}`, textOf(lines)]);
  const own = Object.entries(files).map(([name, lines]) => [name, textOf(lines)]);
  return { files: Object.fromEntries([...own, ...ofTree]), kernel: '6.1.0' };
}

function textOf(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('');
}
