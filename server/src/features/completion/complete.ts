import type { CompletionItem, CompletionList, MarkupContent } from 'vscode-languageserver-types';
import { depmodDDocs } from '../depmod-d/directive-docs.ts';
import { depmodDSuggestions } from '../depmod-d/suggestions.ts';
import type { DirectiveDoc } from '../directive-doc.ts';
import { nameHover } from '../hover/name-hover.ts';
import { ruleMarkdown } from '../hover/rule-markdown.ts';
import { kmodView } from '../kmod-view.ts';
import { modprobeDDocs } from '../modprobe-d/directive-docs.ts';
import { directiveMarkdown } from '../modprobe-d/hover.ts';
import { kmodNameHover } from '../modprobe-d/module-hover.ts';
import { modprobeDSuggestions } from '../modprobe-d/suggestions.ts';
import { modulesConfDocumentation, modulesConfSuggestions } from '../modules-conf/suggestions.ts';
import { modulesDepSuggestions } from '../modules-dep/suggestions.ts';
import { modulesLoadDSuggestions } from '../modules-load-d/suggestions.ts';
import { modutilsView } from '../modutils-view.ts';
import type { Snapshot } from '../snapshot.ts';
import { bestOf } from './rank.ts';
import { type About, itemKind, type Suggestion, type Suggestions } from './suggestion.ts';
import { suppressionSuggestions } from './suppressions.ts';

export interface CompletionOptions {
  /** Whether the editor fills in snippets. */
  readonly snippets: boolean;
}

/**
 * @param offset of the caret in the document, in UTF-16 code units
 * @returns what may stand there, the best first; incomplete where there is more
 */
export function complete(
  snapshot: Snapshot,
  offset: number,
  { snippets }: CompletionOptions,
): CompletionList {
  const { document } = snapshot;
  const { before, base, after } = aroundCaret(snapshot, offset);
  const found = suppressionSuggestions(before, snapshot.language) ?? suggestionsAt(snapshot, before);
  if (found === undefined) return { isIncomplete: false, items: [] };
  const range = { start: document.positionAt(base + found.start), end: document.positionAt(offset) };
  const fillsIn = snippets && after.trim() === '';
  const { best, isComplete } = bestOf(found);
  const items = best.map((suggestion, index) => {
    const snippet = fillsIn ? suggestion.snippet : undefined;
    const newText = snippet ?? suggestion.insert ?? suggestion.label;
    return {
      ...toItem(suggestion, index),
      textEdit: { range, newText },
      ...(snippet !== undefined && { insertTextFormat: 2 as const }),
    };
  });
  return { isIncomplete: !isComplete, items };
}

/** @returns the documentation of a suggestion, as Markdown. */
export function describeSuggestion(about: About, snapshot: Snapshot): MarkupContent | undefined {
  const value = documentationOf(about, snapshot);
  return value === undefined ? undefined : { kind: 'markdown', value };
}

interface AroundCaret {
  /** The logical line's raw text up to the caret. */
  readonly before: string;
  /** Where `before` begins in the document. */
  readonly base: number;
  readonly after: string;
}

function aroundCaret({ document }: Snapshot, offset: number): AroundCaret {
  const line = document.lineIndexAt(offset);
  if (line < 0) return { before: '', base: 0, after: '' };
  const base = document.startOf(line);
  const { raw } = document.line(line);
  // Behind the last line end there is a line that is not there yet, unless the last one is continued.
  const isBehind = offset - base === raw.length && raw.endsWith('\n') && !raw.trimEnd().endsWith('\\');
  if (isBehind) return { before: '', base: offset, after: '' };
  return { before: raw.slice(0, offset - base), base, after: raw.slice(offset - base) };
}

function suggestionsAt(snapshot: Snapshot, before: string): Suggestions | undefined {
  switch (snapshot.language) {
    case 'modules.conf':
      return modulesConfSuggestions(snapshot, before);
    case 'modules.dep':
      return modulesDepSuggestions(snapshot, before);
    case 'modprobe.d':
      return modprobeDSuggestions(snapshot, before);
    case 'modules-load.d':
      return modulesLoadDSuggestions(snapshot, before);
    case 'depmod.d':
      return depmodDSuggestions(snapshot, before);
  }
}

function toItem({ label, kind, detail, about }: Suggestion, index: number): CompletionItem {
  return {
    label,
    kind: itemKind[kind],
    // Editors sort by this text, and would undo our order without it.
    sortText: String(index).padStart(4, '0'),
    ...(detail !== undefined && { detail }),
    ...(about !== undefined && { data: about }),
  };
}

function documentationOf({ kind, name }: About, snapshot: Snapshot): string | undefined {
  switch (kind) {
    case 'directive':
      return directiveDocumentation(name, snapshot);
    case 'name':
      return isKmod(snapshot)
        ? kmodNameHover(name, kmodView(snapshot), snapshot)
        : nameHover(name, modutilsView(snapshot), snapshot);
    case 'rule':
      return ruleMarkdown(name);
  }
}

function directiveDocumentation(name: string, { language }: Snapshot): string | undefined {
  switch (language) {
    case 'modprobe.d':
      return documentationIn(modprobeDDocs, name);
    case 'depmod.d':
      return documentationIn(depmodDDocs, name);
    default:
      return modulesConfDocumentation(name);
  }
}

function documentationIn(docs: Readonly<Record<string, DirectiveDoc>>, name: string): string | undefined {
  const doc = Object.hasOwn(docs, name) ? docs[name] : undefined;
  return doc && directiveMarkdown(doc);
}

function isKmod({ language }: Snapshot): boolean {
  return language !== 'modules.conf' && language !== 'modules.dep';
}
