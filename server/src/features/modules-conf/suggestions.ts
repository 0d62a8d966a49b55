import { showExpansion } from '../../expand/expansion.ts';
import type { ConfigurationEntry } from '../../loaders/modutils/configuration.ts';
import { isSpace } from '../../syntax/characters.ts';
import { modulesConf } from '../../syntax/modules-conf/language.ts';
import {
  assignmentDirectives,
  type DirectiveLine,
  type DirectiveName,
  wordDirectives,
} from '../../syntax/modules-conf/tree.ts';
import { pathSuggestions } from '../completion/paths.ts';
import type { Suggestion, Suggestions } from '../completion/suggestion.ts';
import { snippetOf } from '../directive-doc.ts';
import { code, paragraphs } from '../hover/markdown.ts';
import { type ModutilsView, modutilsView } from '../modutils-view.ts';
import { knownRequests } from '../requests/describe-request.ts';
import type { Snapshot } from '../snapshot.ts';
import { modulesConfDocs } from './directive-docs.ts';

/**
 * @param before the logical line up to the caret
 * @returns what may follow; undefined where nothing can be said
 */
export function modulesConfSuggestions(snapshot: Snapshot, before: string): Suggestions | undefined {
  const { tree, comments } = modulesConf.readLine(before, 0);
  if (comments?.at(-1)?.end === before.length && before !== '') return undefined;
  if (tree.kind === 'empty') return { start: before.length, prefix: '', candidates: directiveSuggestions() };
  const isFresh = isSpace(before.charCodeAt(before.length - 1));
  if (!isFresh && tree.words.length === 0 && tree.equals === undefined) {
    const { name, add } = tree;
    // `add` itself may be on its way.
    if (name.text === '')
      return { start: add!.span.start, prefix: 'add', candidates: directiveSuggestions() };
    const candidates = add === undefined ? directiveSuggestions() : directiveSuggestions(listDirectives);
    return { start: name.span.start, prefix: name.text, candidates };
  }
  if (tree.name.text === '') {
    return tree.add && { start: before.length, prefix: '', candidates: directiveSuggestions(listDirectives) };
  }
  return valueSuggestions(snapshot, before, tree, isFresh);
}

/** @returns the documentation of a directive, for the list of suggestions. */
export function modulesConfDocumentation(name: string): string | undefined {
  if (name === 'add') return 'The words behind are appended to the list instead of replacing it.';
  if (!Object.hasOwn(modulesConfDocs, name)) return undefined;
  const { form, summary, traps } = modulesConfDocs[name as DirectiveName];
  return paragraphs(`${code(form)}: ${summary}`, traps.map((trap) => `* ${trap}`).join('\n'));
}

const listDirectives: readonly DirectiveName[] = ['above', 'below', 'options', 'probe', 'probeall', 'prune'];

function directiveSuggestions(
  names: readonly DirectiveName[] = [...wordDirectives, ...assignmentDirectives],
): Suggestion[] {
  const all = names.map((name): Suggestion => {
    const doc = modulesConfDocs[name];
    const insert = doc.form.startsWith(`${name}=`)
      ? `${name}=`
      : doc.parameters.length > 0
        ? `${name} `
        : name;
    return {
      label: name,
      kind: 'keyword',
      detail: doc.form,
      insert: name === 'path' ? 'path' : insert,
      snippet: snippetOf(doc),
      about: { kind: 'directive', name },
    };
  });
  if (names === listDirectives) return all;
  const add: Suggestion = {
    label: 'add',
    kind: 'keyword',
    insert: 'add ',
    about: { kind: 'directive', name: 'add' },
  };
  return [...all, add];
}

function valueSuggestions(
  snapshot: Snapshot,
  before: string,
  tree: DirectiveLine,
  isFresh: boolean,
): Suggestions | undefined {
  const last = isFresh ? undefined : tree.words.at(-1);
  if (tree.words.at(-1)?.unterminated !== undefined) return undefined;
  const prefix = last?.text ?? '';
  const start = last?.span.start ?? before.length;
  const view = modutilsView(snapshot);
  const dollar = prefix.lastIndexOf('$');
  if (dollar !== -1 && last !== undefined) {
    const from = last.spanOf(dollar, prefix.length).start;
    return { start: from, prefix: prefix.slice(dollar), candidates: variableSuggestions(view) };
  }
  const index = tree.words.length - (last === undefined ? 0 : 1);
  const candidates = wordSuggestions(tree, index, prefix, view);
  return candidates && { start, prefix, candidates };
}

/** @returns what word `index` of the line's argument may be. */
function wordSuggestions(
  { directive, words }: DirectiveLine,
  index: number,
  prefix: string,
  view: ModutilsView,
): Iterable<Suggestion> | undefined {
  switch (directive) {
    case 'alias':
      if (index === 0) return requestSuggestions(view, prefix);
      return index === 1 ? [...aliasTargets, ...nameSuggestions(view)] : undefined;
    case 'above':
    case 'below':
      return nameSuggestions(view);
    case 'probe':
    case 'probeall':
      return index === 0 ? requestSuggestions(view, prefix) : nameSuggestions(view);
    case 'options': {
      const key = words[0]?.text === '-k' ? 1 : 0;
      if (index < key) return undefined;
      return index === key ? nameSuggestions(view) : optionSuggestions(words[key]!.text, view);
    }
    case 'install':
    case 'post-install':
    case 'post-remove':
    case 'pre-install':
    case 'pre-remove':
    case 'remove':
      return index === 0 ? nameSuggestions(view) : undefined;
    case 'if':
    case 'elseif':
      return words[index - 1]?.text === '-f'
        ? pathSuggestions(prefix, view.project.files)
        : conditionFlags(index);
    case 'include':
      return pathSuggestions(prefix, view.project.files);
    case 'path':
    case 'persistdir':
      return pathSuggestions(prefix, view.project.files, 'directories');
    case 'insmod_opt':
    case 'define':
    case 'prune':
    case 'keep':
    case 'else':
    case 'endif':
    case undefined:
      return undefined;
    default:
      return pathSuggestions(prefix, view.project.files);
  }
}

const aliasTargets: readonly Suggestion[] = [
  { label: 'off', kind: 'keyword', detail: 'refuse to load, without an error', rank: 1 },
  { label: 'null', kind: 'keyword', detail: 'load nothing and report success', rank: 1 },
];

function conditionFlags(index: number): Suggestion[] {
  if (index > 1) return [];
  return [
    { label: '-f', kind: 'keyword', detail: 'the file can be read', insert: '-f ' },
    { label: '-k', kind: 'keyword', detail: 'the kernel asked' },
    { label: '-n', kind: 'keyword', detail: 'compare numbers', insert: '-n ' },
    ...(index === 0 ? [{ label: '!', kind: 'keyword', detail: 'not', insert: '! ' } as const] : []),
  ];
}

/** Modules first, then aliases and lists of the configuration, then what is built in. */
function* nameSuggestions(view: ModutilsView): Generator<Suggestion> {
  for (const { title, path } of view.list?.graph.modules ?? []) {
    yield { label: title, kind: 'module', detail: path, about: { kind: 'name', name: title } };
  }
  yield* definedNames(view);
}

function* definedNames({ configuration }: ModutilsView): Generator<Suggestion> {
  const { aliases, probe, probeall } = configuration;
  for (const entry of aliases.values()) yield toSuggestion(entry, '→');
  for (const entry of probe.values()) yield toSuggestion(entry, 'one of');
  for (const entry of probeall.values()) yield toSuggestion(entry, 'all of');
}

function toSuggestion({ key, value, parts }: ConfigurationEntry, sign: string): Suggestion {
  const isBuiltIn = parts[0]?.origin.kind === 'built-in';
  return {
    label: key,
    kind: 'reference',
    detail: `${sign} ${showExpansion(value)}${isBuiltIn ? ' (built in)' : ''}`,
    rank: isBuiltIn ? 3 : 2,
    about: { kind: 'name', name: key },
  };
}

/**
 * What is asked for: the names of the configuration, then every device and protocol that the kernel's lists know. What is being
 * written is a name of the configuration too, and is not offered to itself.
 */
function* requestSuggestions(view: ModutilsView, prefix: string): Generator<Suggestion> {
  for (const suggestion of definedNames(view)) if (suggestion.label !== prefix) yield suggestion;
  for (const [name, { what, device }] of knownRequests()) {
    const detail = device === undefined ? what : `${device}: ${what}`;
    yield { label: name, kind: 'device', detail, rank: 4, about: { kind: 'name', name } };
  }
}

/** The option words that the configuration gives the module anywhere, by what stands before their `=`. */
function* optionSuggestions(name: string, { configuration }: ModutilsView): Generator<Suggestion> {
  const { value } = configuration.options.get(name) ?? {};
  if (value?.known) {
    for (const word of value.words) {
      const equals = word.indexOf('=');
      if (equals > 0) yield { label: word.slice(0, equals + 1), kind: 'property', detail: `now ${word}` };
    }
  }
  yield { label: '-o', kind: 'keyword', detail: 'give the module another name', insert: '-o ', rank: 1 };
}

function* variableSuggestions({ configuration }: ModutilsView): Generator<Suggestion> {
  for (const event of configuration.events) {
    if (event.kind === 'defined')
      yield { label: `$${event.name}`, kind: 'variable', detail: showExpansion(event.value) };
  }
}
