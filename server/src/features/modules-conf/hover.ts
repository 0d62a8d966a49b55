import { expandPlain, isPlain } from '../../expand/expand.ts';
import { type Expansion, showExpansion } from '../../expand/expansion.ts';
import type { FileSystem } from '../../files/file-system.ts';
import { readingOf } from '../../lint/rules/modules-conf/events.ts';
import type { DirectiveName, ModulesConfTree } from '../../syntax/modules-conf/tree.ts';
import type { SourceDocument } from '../../text/source-document.ts';
import { bold, code, link, paragraphs, place, plain } from '../hover/markdown.ts';
import { nameHover, optionsMarkdown } from '../hover/name-hover.ts';
import type { LinePart } from '../line-part.ts';
import { type ModutilsView, modutilsView } from '../modutils-view.ts';
import type { Snapshot } from '../snapshot.ts';
import { modulesConfDocs } from './directive-docs.ts';
import { lineEffects } from './line-effect.ts';
import { variableAt } from './variables.ts';

type Document = SourceDocument<ModulesConfTree>;

/** @returns what there is to say of a part of line `line` of a modules.conf, as Markdown. */
export function modulesConfHover(snapshot: Snapshot, line: number, part: LinePart): string | undefined {
  const view = modutilsView(snapshot);
  switch (part.kind) {
    case 'directive':
      return directiveHover(part.directive as DirectiveName | undefined, snapshot, view, line);
    case 'add':
      return '**add**: the words behind are appended to the list instead of replacing it. On a directive that has no list it has no effect.';
    case 'tag':
      return `${bold(part.tag)}: the kind of modules in this directory, for ${code(`modprobe -t ${part.tag}`)}. It does not change what a name loads.`;
    case 'name':
      return paragraphs(nameHover(part.name, view, snapshot), unreadNote(snapshot, view, line));
    case 'alias-keyword':
      return aliasKeywords[part.keyword];
    case 'option':
      return optionHover(part.text, part.module, snapshot, view, line);
    case 'flag':
      return flags[part.flag];
    case 'variable':
      return variableHover(part.name, snapshot, view, part.defines ? line + 1 : line);
    case 'value':
      return valueHover(part.directive as DirectiveName, part.text, snapshot, view, line);
    case 'command':
      return `${code(part.text)} is handed to \`/bin/sh\` and runs as root. modconf never runs it.`;
    default:
      return undefined;
  }
}

const aliasKeywords = {
  off: '**off**: who asks for this name gets nothing, and no error is printed. A module of the name is not loaded either.',
  null: '**null**: who asks for this name is told that it was loaded, and nothing is.',
};

function unreadNote(snapshot: Snapshot, { configuration }: ModutilsView, line: number): string | undefined {
  const { skipped } = readingOf(configuration, snapshot.document as Document);
  return skipped.has(line)
    ? '*This line is not read: its branch is not taken, or reading has stopped before.*'
    : undefined;
}

const flags: Readonly<Record<string, string>> = {
  '-k': 'In `if`: true when the kernel itself asked for the module (autoclean). In `options`: the module is never unloaded by itself.',
  '-f': 'True when the file can be read.',
  '-n': 'Compares the words as numbers (decimal, `0x…` hexadecimal, `0…` octal) instead of as text.',
  '!': 'Turns the condition around. Before `-k` it is ignored.',
};

function directiveHover(
  directive: DirectiveName | undefined,
  snapshot: Snapshot,
  { configuration }: ModutilsView,
  line: number,
): string | undefined {
  if (directive === undefined) {
    return 'modutils does not know this line: it says `Invalid line`, and modprobe then loads nothing at all.';
  }
  const { form, summary, traps, parameters } = modulesConfDocs[directive];
  const effects = lineEffects(snapshot, configuration, line).map((effect) => `*${effect}*`);
  return paragraphs(
    `${code(form)}: ${summary}`,
    parameters.map(({ name, what }) => `* ${code(name.replace('…', ''))}: ${what}`).join('\n'),
    effects.join('  \n'),
    traps.map((trap) => `* ${trap}`).join('\n'),
    'modules.conf(5)',
  );
}

function optionHover(
  text: string,
  name: string,
  snapshot: Snapshot,
  view: ModutilsView,
  line: number,
): string | undefined {
  const steps = view.plan(name).steps.flatMap((step) => step.options);
  const isHanded = steps.some(
    ({ origin, text: handed }) =>
      handed === text &&
      origin.kind === 'file' &&
      origin.file.document === snapshot.document &&
      origin.line === line,
  );
  const key = text.slice(0, text.indexOf('=') + 1);
  const winner = key === '' ? undefined : steps.find((option) => option.text.startsWith(key));
  const fate = isHanded
    ? `insmod of ${bold(name)} gets it.`
    : winner === undefined
      ? `insmod of ${bold(name)} does not get it.`
      : `insmod of ${bold(name)} gets ${code(winner.text)} instead (${place(winner.origin, snapshot)}).`;
  return paragraphs(`${code(text)}: ${fate}`, optionsMarkdown(name, view, snapshot));
}

function variableHover(name: string, snapshot: Snapshot, view: ModutilsView, line: number): string {
  const found = variableAt(name, view.configuration, snapshot.document as Document, line);
  if (found === undefined) {
    const outside = view.project.modutilsEnvironment().variables[name];
    return outside === undefined
      ? `${code(`$${name}`)} is not defined here; modutils puts nothing in its place, unless it is in the environment of modprobe.`
      : `${code(`$${name}`)} is ${code(outside)}, from the environment.`;
  }
  const { value, origin } = found;
  const is = value.known ? `is ${code(value.words[0] ?? '')}` : `is unknown: ${plain(value.reason)}`;
  return `${code(`$${name}`)} ${is} (${place(origin, snapshot)})`;
}

function valueHover(
  directive: DirectiveName,
  text: string,
  snapshot: Snapshot,
  view: ModutilsView,
  line: number,
): string | undefined {
  if (directive === 'insmod_opt') return `${code(text)} is put on every insmod command line as it stands.`;
  if (directive === 'include') return includeHover(snapshot, view, line);
  const value = valueOfText(text, snapshot, view, line);
  if (value === undefined) return undefined;
  if (!value.known) return `What ${code(text)} stands for is unknown: ${plain(value.reason)}.`;
  const { words } = value;
  const isSame = words.length === 1 && words[0] === text;
  const isPath = directive === 'path' || words.some((word) => word.startsWith('/'));
  if (!isPath) return isSame ? undefined : `${code(text)} stands for ${code(showExpansion(value))}`;
  const { files } = view.project;
  if (isSame)
    return `${code(text)}${isPlain(text) ? '' : ' matches nothing and is taken as it stands'}${describeFile(text, files)}`;
  const found = words.map((word) => `* ${code(word)}${describeFile(word, files)}`);
  return paragraphs(`${code(text)} stands for${words.length === 0 ? ' nothing' : ''}`, found.join('\n'));
}

/** @returns what a value of a line expands to; undefined when the line has several and it cannot be told which is which. */
function valueOfText(
  text: string,
  snapshot: Snapshot,
  { configuration }: ModutilsView,
  line: number,
): Expansion | undefined {
  if (isPlain(text)) return expandPlain(text);
  const { events } = readingOf(configuration, snapshot.document as Document);
  const expanded = events.get('expanded')?.filter(({ origin }) => origin.line === line) ?? [];
  const [event] = expanded;
  return expanded.length === 1 && event?.kind === 'expanded' ? event.value : undefined;
}

const mostNames = 4;

function describeFile(path: string, files: FileSystem): string {
  const stat = files.stat(path);
  if (stat === undefined) return ': not there';
  if (stat.kind !== 'directory') return '';
  const names = files.list(path).map(({ name }) => name);
  const shown = names.slice(0, mostNames).map(code).join(', ');
  return names.length === 0
    ? ': empty'
    : `: ${shown}${names.length > mostNames ? ` and ${names.length - mostNames} more` : ''}`;
}

function includeHover(snapshot: Snapshot, { configuration }: ModutilsView, line: number): string | undefined {
  const { events } = readingOf(configuration, snapshot.document as Document);
  const event = events.get('include')?.find(({ origin }) => origin.line === line);
  if (event?.kind !== 'include') return undefined;
  if (event.file === undefined)
    return `${code(event.path)} is not read: ${plain(event.failure ?? 'it is not there')}.`;
  return `reads ${link(event.path, snapshot.uriOf(event.file.path))}, ${event.file.document.lineCount} lines`;
}
