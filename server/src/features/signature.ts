import type { ParameterInformation, SignatureHelp } from 'vscode-languageserver-types';
import { isSpace } from '../syntax/characters.ts';
import { modulesConf } from '../syntax/modules-conf/language.ts';
import type { DirectiveLine } from '../syntax/modules-conf/tree.ts';
import type { DirectiveDoc } from './directive-doc.ts';
import { modulesConfDocs } from './modules-conf/directive-docs.ts';
import type { Snapshot } from './snapshot.ts';

/** @returns how the directive at an offset is written, and which of its parameters the caret is at. */
export function signatureHelp(snapshot: Snapshot, offset: number): SignatureHelp | undefined {
  const { language, document } = snapshot;
  const line = document.lineIndexAt(offset);
  if (language !== 'modules.conf' || line < 0) return undefined;
  const before = document.line(line).raw.slice(0, offset - document.startOf(line));
  const { tree, comments } = modulesConf.readLine(before, 0);
  if (tree.kind === 'empty' || tree.directive === undefined || comments !== undefined) return undefined;
  const doc = modulesConfDocs[tree.directive];
  const index = wordIndex(tree, before);
  if (index === undefined || doc.parameters.length === 0) return undefined;
  return {
    signatures: [toSignature(doc)],
    activeSignature: 0,
    activeParameter: Math.min(index, doc.parameters.length - 1),
  };
}

/** @returns which parameter the caret is at; undefined while the directive's own name is being written. */
function wordIndex(
  { directive, words, equals, argument }: DirectiveLine,
  before: string,
): number | undefined {
  const isFresh = isSpace(before.charCodeAt(before.length - 1));
  if (directive === 'path') return equals === undefined ? 0 : 1;
  if (equals !== undefined) return 0;
  if (argument.text === '' && !isFresh) return undefined;
  const written = directive === 'options' && words[0]?.text === '-k' ? words.length - 1 : words.length;
  return Math.max(0, isFresh ? written : written - 1);
}

function toSignature({ form, parameters, summary, traps }: DirectiveDoc) {
  let at = 0;
  const places = parameters.map(({ name, what }): ParameterInformation => {
    const start = form.indexOf(name, at);
    at = start + name.length;
    return { label: [start, at], documentation: what };
  });
  const value = [summary, ...traps.map((trap) => `* ${trap}`)].join('\n\n');
  return { label: form, documentation: { kind: 'markdown' as const, value }, parameters: places };
}
