import type { LineWord } from '../../syntax/line-word.ts';
import { modprobeD } from '../../syntax/modprobe-d/language.ts';
import type {
  CommandLine,
  OptionsLine,
  ShellLine,
  SoftdepLine,
  WeakdepLine,
} from '../../syntax/modprobe-d/tree.ts';
import { withUnderscores } from '../../tree/names.ts';
import { directiveSuggestions } from '../completion/directives.ts';
import type { Suggestion, Suggestions } from '../completion/suggestion.ts';
import { type KmodView, kmodName, kmodView } from '../kmod-view.ts';
import { aliasNameSuggestions, moduleNameSuggestions } from '../module-names.ts';
import { moduleInfoOf, parameterNamed } from '../module-parameters.ts';
import type { Snapshot } from '../snapshot.ts';
import { modprobeDDocs } from './directive-docs.ts';

const { config: _config, include: _include, ...directivesInForce } = modprobeDDocs;

/**
 * @param before the logical line up to the caret
 * @returns what may follow; undefined where nothing can be said
 */
export function modprobeDSuggestions(snapshot: Snapshot, before: string): Suggestions | undefined {
  const { tree } = modprobeD.readLine(before, 0);
  if (tree.kind === 'comment') return undefined;
  const end = before.length;
  if (tree.kind === 'empty')
    return { start: end, prefix: '', candidates: directiveSuggestions(directivesInForce) };
  const { command, name } = tree;
  if (command.span.end === end) return replacing(command, directiveSuggestions(directivesInForce));
  const view = kmodView(snapshot);
  if (name === undefined || name.span.end === end) {
    const candidates = nameSuggestions(tree, view);
    return candidates && writing(name, end, candidates);
  }
  return argumentSuggestions(tree, view, end);
}

function replacing({ text, span }: LineWord, candidates: Iterable<Suggestion>): Suggestions {
  return { start: span.start, prefix: text, candidates };
}

/** @param word the one that is being written, if it reaches to the caret */
function writing(word: LineWord | undefined, end: number, candidates: Iterable<Suggestion>): Suggestions {
  return word?.span.end === end ? replacing(word, candidates) : { start: end, prefix: '', candidates };
}

/** What the first word behind the directive may be. */
function nameSuggestions({ directive }: CommandLine, view: KmodView): Iterable<Suggestion> | undefined {
  switch (directive) {
    case 'alias':
      return [...configuredAliases(view), ...aliasNameSuggestions(view.tree)];
    case 'options':
      return [...moduleNameSuggestions(view.tree), ...configuredAliases(view)];
    case 'blacklist':
    case 'install':
    case 'remove':
    case 'softdep':
    case 'weakdep':
      return moduleNameSuggestions(view.tree);
    default:
      return undefined;
  }
}

function configuredAliases({ configuration }: KmodView): Suggestion[] {
  return configuration.aliases.map(({ pattern, module }) => ({
    label: pattern,
    kind: 'reference',
    detail: `→ ${module}`,
    about: { kind: 'name', name: pattern },
  }));
}

function argumentSuggestions(tree: CommandLine, view: KmodView, end: number): Suggestions | undefined {
  switch (tree.directive) {
    case 'alias':
      // Words behind the module are ignored.
      return tree.words.length > 2 || (tree.words.length === 2 && tree.words[1]!.span.end !== end)
        ? undefined
        : writing(tree.words[1], end, moduleNameSuggestions(view.tree));
    case 'install':
    case 'remove':
      return commandSuggestions(tree, end);
    case 'options':
      return parameterSuggestions(tree, view, end);
    case 'softdep':
      return softdepSuggestions(tree, view, end);
    case 'weakdep':
      return writing(tree.modules.at(-1), end, others(tree, tree.modules, view, end));
    default:
      return undefined;
  }
}

function commandSuggestions({ name, directive, argument }: ShellLine, end: number): Suggestions | undefined {
  const text = argument?.text ?? '';
  if (text.trimStart() !== text || /[ \t]/.test(text)) return undefined;
  const module = name?.text ?? '';
  const pass = directive === 'install' ? '--ignore-install' : '-r --ignore-remove';
  const candidates: Suggestion[] = [
    { label: '/bin/false', kind: 'value', detail: 'refuse, with an error', rank: 0 },
    { label: '/bin/true', kind: 'value', detail: 'refuse, and report success', rank: 1 },
    {
      label: `/sbin/modprobe ${pass} ${module}`,
      kind: 'value',
      detail: directive === 'install' ? 'load the module itself' : 'unload the module itself',
      insert: `/sbin/modprobe ${pass} ${module} $CMDLINE_OPTS`,
      rank: 2,
    },
  ];
  return writing(argument, end, candidates);
}

function parameterSuggestions(
  { name, parameters }: OptionsLine,
  { tree, project }: KmodView,
  end: number,
): Suggestions | undefined {
  const info = moduleInfoOf(kmodName(name?.text ?? ''), tree, project.files);
  if (info === undefined) return undefined;
  const last = parameters.at(-1);
  const current = last?.span.end === end ? last : undefined;
  if (current?.value !== undefined) {
    const isFlag = parameterNamed(current.name.text, info)?.type === 'bool';
    return isFlag ? writing(current.value, end, flagValues) : undefined;
  }
  const written = parameters
    .filter((parameter) => parameter !== current)
    .map((parameter) => withUnderscores(parameter.name.text));
  const candidates = info.parameters
    .filter((parameter) => !written.includes(withUnderscores(parameter.name)))
    .map(
      ({ name: label, type, description }): Suggestion => ({
        label,
        kind: 'property',
        insert: `${label}=`,
        detail: [type, description?.trim()].filter(Boolean).join(' · '),
      }),
    );
  return writing(current, end, candidates);
}

const flagValues: readonly Suggestion[] = [
  { label: 'Y', kind: 'value', detail: 'on' },
  { label: 'N', kind: 'value', detail: 'off' },
];

const markers: readonly Suggestion[] = [
  { label: 'pre:', kind: 'keyword', detail: 'what is loaded before', insert: 'pre: ' },
  { label: 'post:', kind: 'keyword', detail: 'what is loaded after', insert: 'post: ', rank: 1 },
];

function softdepSuggestions(tree: SoftdepLine, view: KmodView, end: number): Suggestions {
  const { ignored, sections } = tree;
  const section = sections.at(-1);
  if (section === undefined) return writing(ignored.at(-1), end, markers);
  if (section.marker.span.end === end) return replacing(section.marker, markers);
  const missing = markers.filter(({ label }) => sections.every(({ when }) => label !== `${when}:`));
  const modules = others(
    tree,
    sections.flatMap((each) => each.modules),
    view,
    end,
  );
  return writing(section.modules.at(-1), end, [...missing, ...modules]);
}

/** The modules of the tree that a line does not name yet. */
function others(
  { name }: SoftdepLine | WeakdepLine,
  words: readonly LineWord[],
  { tree }: KmodView,
  end: number,
): Suggestion[] {
  const finished = words.filter(({ span }) => span.end !== end);
  const written = new Set([kmodName(name?.text ?? ''), ...finished.map(({ text }) => kmodName(text))]);
  return moduleNameSuggestions(tree).filter(({ label }) => !written.has(label));
}
