import type {
  DirectiveLine,
  DirectiveName,
  ModulesConfTree,
  Word,
  WordPart,
} from '../../syntax/modules-conf/tree.ts';
import { wordParts } from '../../syntax/modules-conf/word-parts.ts';
import { type LinePart, type NameRole, oncePerLine, type PartsOf } from '../line-part.ts';
import { suppressionParts } from '../suppression-parts.ts';

/** @returns the parts of a line of modules.conf. */
export const modulesConfParts: PartsOf<ModulesConfTree> = oncePerLine((line) =>
  line.tree.kind === 'directive' ? directiveParts(line.tree) : suppressionParts(line.raw),
);

function directiveParts(tree: DirectiveLine): LinePart[] {
  const { add, directive, words } = tree;
  const parts: LinePart[] = [];
  if (add !== undefined) parts.push({ kind: 'add', span: add.span });
  parts.push(...nameParts(tree));
  if (directive === undefined || words.length === 0) return parts;
  switch (directive) {
    case 'alias':
      return [...parts, ...aliasParts(words)];
    case 'above':
    case 'below':
      return [...parts, ...mentions(words)];
    case 'probe':
    case 'probeall':
      return [...parts, nameOf(words[0]!, 'defines-list'), ...mentions(words.slice(1))];
    case 'options':
      return [...parts, ...optionParts(words)];
    case 'define':
      return [...parts, ...defineParts(tree, directive)];
    case 'if':
    case 'elseif':
      return [...parts, ...words.flatMap((word) => conditionPart(word, directive))];
    case 'prune':
      return [...parts, ...words.flatMap(variablesIn)];
    case 'keep':
    case 'else':
    case 'endif':
      return parts;
    case 'install':
    case 'post-install':
    case 'post-remove':
    case 'pre-install':
    case 'pre-remove':
    case 'remove':
      return [...parts, nameOf(words[0]!, 'mention'), ...commandPart(words)];
    case 'insmod_opt':
      return [...parts, assignedValue(tree.argument, directive)];
    default:
      return [...parts, assignedValue(tree.argument, directive), ...words.flatMap(variablesIn)];
  }
}

const pathName = 'path';

function nameParts({ name, directive }: DirectiveLine): LinePart[] {
  const { text } = name;
  if (text === '') return [];
  const isTagged = directive === 'path' && text.startsWith(`${pathName}[`) && text.endsWith(']');
  if (!isTagged) return [{ kind: 'directive', directive, written: text, span: name.span }];
  const open = pathName.length;
  return [
    { kind: 'directive', directive, written: pathName, span: name.spanOf(0, open) },
    { kind: 'tag', tag: text.slice(open + 1, -1), span: name.spanOf(open + 1, text.length - 1) },
  ];
}

function aliasParts([name, target, ...ignored]: readonly Word[]): LinePart[] {
  const parts: LinePart[] = [nameOf(name!, 'defines-alias')];
  if (target !== undefined) {
    const { text, span } = target;
    if (text === 'off' || text === 'null') parts.push({ kind: 'alias-keyword', keyword: text, span });
    else parts.push(...mentions([target]));
  }
  return [...parts, ...ignored.flatMap(variablesIn)];
}

function optionParts(words: readonly Word[]): LinePart[] {
  const isKept = words[0]!.text === '-k';
  const parts: LinePart[] = isKept ? [{ kind: 'flag', flag: '-k', span: words[0]!.span }] : [];
  const [module, ...options] = isKept ? words.slice(1) : words;
  if (module === undefined) return parts;
  parts.push(nameOf(module, 'mention'));
  for (const option of options) {
    parts.push(
      { kind: 'option', module: module.text, text: option.text, span: option.span },
      ...variablesIn(option),
    );
  }
  return parts;
}

function defineParts({ words }: DirectiveLine, directive: DirectiveName): LinePart[] {
  const [name, ...values] = words;
  const parts: LinePart[] = [{ kind: 'variable', name: name!.text, defines: true, span: name!.span }];
  return [...parts, ...values.flatMap((value) => [assignedValue(value, directive), ...variablesIn(value)])];
}

const conditionFlags = new Set(['-k', '-f', '-n', '!', '==', '=', '!=', '<', '<=', '>', '>=']);

function conditionPart(word: Word, directive: DirectiveName): LinePart[] {
  if (conditionFlags.has(word.text)) return [{ kind: 'flag', flag: word.text, span: word.span }];
  return [assignedValue(word, directive), ...variablesIn(word)];
}

function commandPart(words: readonly Word[]): LinePart[] {
  const first = words[1];
  const last = words.at(-1);
  if (first === undefined || last === undefined) return [];
  const text = words
    .slice(1)
    .map((word) => word.text)
    .join(' ');
  return [{ kind: 'command', text, span: { start: first.span.start, end: last.span.end } }];
}

function assignedValue({ text, span }: Word, directive: DirectiveName): LinePart {
  return { kind: 'value', directive, text, span };
}

/** Keys are taken as they are written. */
function nameOf({ text, span }: Word, role: NameRole): LinePart {
  return { kind: 'name', name: text, role, span };
}

/** What is behind a key is expanded: only a word that expands to itself names something. */
function mentions(words: readonly Word[]): LinePart[] {
  return words.flatMap((word): LinePart[] => {
    const parts = wordParts(word.text);
    const literal = literalOf(parts);
    if (literal === undefined) return variablesOf(word, parts);
    const quoted = literal !== word.text && parts.length === 1;
    return [
      {
        kind: 'name',
        name: literal,
        role: 'mention',
        span: quoted ? word.spanOf(1, word.text.length - 1) : word.span,
      },
    ];
  });
}

/** @returns the text that a word's parts stand for; undefined when something in it has to be looked up. */
function literalOf(parts: readonly WordPart[]): string | undefined {
  let text = '';
  for (const part of parts) {
    const isLiteral = part.kind === 'text' || part.kind === 'escape' || part.kind === 'single-quoted';
    const inner =
      part.kind === 'double-quoted' ? literalOf(part.parts ?? []) : isLiteral ? part.value : undefined;
    if (inner === undefined) return undefined;
    text += inner;
  }
  return text;
}

function variablesIn(word: Word): LinePart[] {
  return word.text.includes('$') ? variablesOf(word, wordParts(word.text)) : [];
}

function variablesOf(word: Word, parts: readonly WordPart[]): LinePart[] {
  return parts.flatMap((part): LinePart[] => {
    if (part.kind === 'double-quoted') return variablesOf(word, part.parts ?? []);
    if (part.kind !== 'variable') return [];
    return [{ kind: 'variable', name: part.value, defines: false, span: word.spanOf(part.start, part.end) }];
  });
}
