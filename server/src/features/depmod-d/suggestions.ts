import { joinPath } from '../../files/paths.ts';
import { depmodD } from '../../syntax/depmod-d/language.ts';
import type { DirectiveName } from '../../syntax/depmod-d/tree.ts';
import { directiveSuggestions } from '../completion/directives.ts';
import { pathSuggestions } from '../completion/paths.ts';
import type { Suggestion, Suggestions } from '../completion/suggestion.ts';
import { type KmodView, kmodView } from '../kmod-view.ts';
import { moduleNameSuggestions } from '../module-names.ts';
import type { Snapshot } from '../snapshot.ts';
import { depmodDDocs } from './directive-docs.ts';

const { include: _include, make_map_files: _maps, ...directivesInForce } = depmodDDocs;

/**
 * @param before the logical line up to the caret
 * @returns what may follow; undefined where nothing can be said
 */
export function depmodDSuggestions(snapshot: Snapshot, before: string): Suggestions | undefined {
  const { tree } = depmodD.readLine(before, 0);
  if (tree.kind === 'comment') return undefined;
  const end = before.length;
  const directives = () => directiveSuggestions(directivesInForce);
  if (tree.kind === 'empty') return { start: end, prefix: '', candidates: directives() };
  const { command, directive, words } = tree;
  if (command.span.end === end)
    return { start: command.span.start, prefix: command.text, candidates: directives() };
  const last = words.at(-1);
  const current = last?.span.end === end ? last : undefined;
  const index = words.length - (current === undefined ? 0 : 1);
  const prefix = current?.text ?? '';
  const candidates = wordSuggestions(directive, index, prefix, kmodView(snapshot));
  return candidates && { start: current?.span.start ?? end, prefix, candidates };
}

/** @returns what word `index` behind the directive may be. */
function wordSuggestions(
  directive: DirectiveName | undefined,
  index: number,
  prefix: string,
  view: KmodView,
): Iterable<Suggestion> | undefined {
  switch (directive) {
    case 'search':
      return [...searchWords, ...directoriesBelow(view, prefix)];
    case 'override':
      if (index === 0) return moduleNameSuggestions(view.tree);
      if (index === 1) return versions(view);
      return index === 2 ? directoriesBelow(view, prefix) : undefined;
    case 'external':
      return index === 0 ? versions(view) : pathSuggestions(prefix, view.project.files, 'directories');
    default:
      return undefined;
  }
}

const searchWords: readonly Suggestion[] = [
  { label: 'built-in', kind: 'keyword', detail: 'everything else of the kernel' },
  { label: 'external', kind: 'keyword', detail: 'the directories of external' },
  { label: 'updates', kind: 'folder', detail: 'where packages put newer modules' },
];

function versions({ project }: KmodView): Suggestion[] {
  const every: Suggestion = { label: '*', kind: 'keyword', detail: 'every kernel' };
  return [every, ...project.kernels.map((label): Suggestion => ({ label, kind: 'value', rank: 1 }))];
}

/** The directories of the module tree, as they are written: relative to it. */
function directoriesBelow({ tree, project }: KmodView, prefix: string): Suggestion[] {
  const base = joinPath(tree.directory, '');
  return pathSuggestions(base + prefix, project.files, 'directories').map((suggestion) => ({
    ...suggestion,
    label: suggestion.label.slice(base.length, -1),
    rank: 1,
  }));
}
