import { type DirectiveDoc, snippetOf } from '../directive-doc.ts';
import type { Suggestion } from './suggestion.ts';

/** @returns directives of words, each with its form as a snippet. */
export function directiveSuggestions(docs: Readonly<Record<string, DirectiveDoc>>): Suggestion[] {
  return Object.entries(docs).map(([name, doc]) => ({
    label: name,
    kind: 'keyword',
    detail: doc.form,
    insert: `${name} `,
    snippet: snippetOf(doc),
    about: { kind: 'directive', name },
  }));
}
