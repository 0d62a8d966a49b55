import type { FileSystem } from '../../../files/file-system.ts';
import type { EntryLine, ModulesDepTree } from '../../../syntax/modules-dep/tree.ts';
import type { SourceDocument, SourceLine } from '../../../text/source-document.ts';
import type { BinIndex } from '../../../tree/bin-index.ts';
import type { ModuleInfo } from '../../../tree/module-info.ts';
import type { RelatedPlace } from '../../diagnostic.ts';
import type { Rule, RuleData, RuleExample, RuleNeed } from '../../rule.ts';

/** What the rules of modules.dep may need. */
export interface ModulesDepData extends RuleData {
  readonly files?: FileSystem;
  /** The modules.dep.bin beside the document, which kmod reads instead of it. */
  readonly tree?: BinIndex;
  /** What module files say of themselves, by absolute path; undefined for what is not known. */
  readonly modinfo?: (path: string) => ModuleInfo | undefined;
}

export type DepDocument = SourceDocument<ModulesDepTree>;
export type DepLine = SourceLine<ModulesDepTree>;

/** @returns the rule of modules.dep that a definition describes; what it needs is there when it runs. */
export function modulesDepRule<const Need extends RuleNeed = never>(
  definition: Omit<Rule<ModulesDepTree, ModulesDepData, Need>, 'language'>,
): Rule {
  return { language: 'modules.dep', ...definition } as Rule;
}

/** An entry and the index of its line. */
export interface PlacedEntry {
  readonly line: number;
  readonly tree: EntryLine;
}

/** @returns every entry of a document, in order. */
export function entriesOf(document: DepDocument): PlacedEntry[] {
  const entries: PlacedEntry[] = [];
  for (let line = 0; line < document.lines.length; line++) {
    const { tree } = document.lines[line]!;
    if (tree.kind === 'entry') entries.push({ line, tree });
  }
  return entries;
}

/** @returns the target of an entry as a related place. */
export function placeOfTarget(
  { line, tree }: PlacedEntry,
  message: string,
  { location, document }: { readonly location: string; readonly document: DepDocument },
): RelatedPlace {
  return { path: location, range: document.rangeInLine(line, tree.target.span), message };
}

/** @returns whether an entry is of the generation in which each line names all that is to be loaded, from right to left. */
export function isModern({ tree }: PlacedEntry): boolean {
  return tree.generation === '2.6';
}

const oldTree = '/lib/modules/2.4.20';

/** @returns an example of kernel 2.4; `kernel/` stands for the tree's directory. */
export function dep24(...lines: readonly string[]): RuleExample {
  const text = textOf(lines.map((line) => line.replaceAll('kernel/', `${oldTree}/kernel/`)));
  return { files: { [`${oldTree}/modules.dep`]: text }, kernel: '2.4.20' };
}

const newTree = '/lib/modules/6.1.0';

/** @returns an example of today, with files of the tree behind it if there are any. */
export function dep26(lines: readonly string[], files: readonly string[] = []): RuleExample {
  const modules = files.map((file) => [`${newTree}/${file}`, ''] as const);
  return {
    files: { [`${newTree}/modules.dep`]: textOf(lines), ...Object.fromEntries(modules) },
    kernel: '6.1.0',
  };
}

/** @returns an example of today with binary files of the tree, by name, each as the lines in it. */
export function dep26With(
  binary: Readonly<Record<string, readonly string[]>>,
  lines: readonly string[],
): RuleExample {
  const files = Object.entries(binary).map(([name, own]) => [`${newTree}/${name}`, textOf(own)] as const);
  return { ...dep26(lines), binary: Object.fromEntries(files) };
}

function textOf(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('');
}
