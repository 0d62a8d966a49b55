import type { LineWord } from '../../syntax/line-word.ts';
import type {
  CommandLine,
  ModprobeDTree,
  OptionsLine,
  ShellLine,
  SoftdepLine,
  WeakdepLine,
  WordsLine,
} from '../../syntax/modprobe-d/tree.ts';
import { type LinePart, type NameRole, oncePerLine, type PartsOf } from '../line-part.ts';
import { suppressionParts } from '../suppression-parts.ts';

/** @returns the parts of a line of modprobe.d. */
export const modprobeDParts: PartsOf<ModprobeDTree> = oncePerLine(({ tree, raw }) =>
  tree.kind === 'command' ? commandParts(tree) : suppressionParts(raw),
);

function commandParts(tree: CommandLine): LinePart[] {
  const { command, directive } = tree;
  const written = command.text;
  const head: LinePart = { kind: 'directive', directive, written, span: command.span };
  return [head, ...argumentParts(tree)];
}

function argumentParts(tree: CommandLine): LinePart[] {
  switch (tree.directive) {
    case 'alias':
      return aliasParts(tree);
    case 'blacklist':
      return blacklistParts(tree);
    case 'install':
    case 'remove':
      return shellParts(tree);
    case 'options':
      return optionsParts(tree);
    case 'softdep':
      return softdepParts(tree);
    case 'weakdep':
      return weakdepParts(tree);
    default:
      return [];
  }
}

function aliasParts({ words: [pattern, target, ...ignored] }: WordsLine): LinePart[] {
  const parts: LinePart[] = pattern === undefined ? [] : [nameOf(pattern, 'defines-alias')];
  if (target?.text === 'off') parts.push({ kind: 'alias-keyword', keyword: 'off', span: target.span });
  else if (target !== undefined) parts.push(nameOf(target, 'mention'));
  return [...parts, ...ignored.map((word) => ignoredWord(word, 'alias'))];
}

function blacklistParts({ words: [module, ...ignored] }: WordsLine): LinePart[] {
  return [...mentionOf(module), ...ignored.map((word) => ignoredWord(word, 'blacklist'))];
}

function shellParts({ name, argument }: ShellLine): LinePart[] {
  const parts = mentionOf(name);
  if (argument === undefined) return parts;
  const start = argument.text.length - argument.text.trimStart().length;
  const command = argument.slice(start, argument.text.trimEnd().length);
  if (command.text !== '') parts.push({ kind: 'command', text: command.text, span: command.span });
  return parts;
}

function optionsParts({ name, parameters }: OptionsLine): LinePart[] {
  const module = name?.text ?? '';
  return [
    ...mentionOf(name),
    ...parameters.map(({ text, span }): LinePart => ({ kind: 'option', module, text, span })),
  ];
}

function softdepParts({ name, ignored, sections }: SoftdepLine): LinePart[] {
  return [
    ...mentionOf(name),
    ...ignored.map((word) => ignoredWord(word, 'softdep')),
    ...sections.flatMap(({ when, marker, modules }): LinePart[] => [
      { kind: 'flag', flag: `${when}:`, span: marker.span },
      ...modules.flatMap(mentionOf),
    ]),
  ];
}

function weakdepParts({ name, modules }: WeakdepLine): LinePart[] {
  return [...mentionOf(name), ...modules.flatMap(mentionOf)];
}

function mentionOf(word: LineWord | undefined): LinePart[] {
  return word === undefined ? [] : [nameOf(word, 'mention')];
}

function nameOf({ text, span }: LineWord, role: NameRole): LinePart {
  return { kind: 'name', name: text, role, span };
}

/** A word that kmod passes over. */
function ignoredWord({ text, span }: LineWord, directive: string): LinePart {
  return { kind: 'value', directive, text, span };
}
