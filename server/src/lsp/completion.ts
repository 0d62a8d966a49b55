import type { CompletionItem, CompletionList } from 'vscode-languageserver';
import { complete, describeSuggestion } from '../features/completion/complete.ts';
import type { About } from '../features/completion/suggestion.ts';
import type { Capability } from './capability.ts';

/** What a suggestion carries to the editor and back. */
interface ItemData {
  readonly uri: string;
  readonly about: About;
}

/** What may stand at the caret. */
export const completion: Capability = {
  announce: () => ({
    completionProvider: { triggerCharacters: [' ', '=', '/', '$'], resolveProvider: true },
  }),
  serve(connection, session) {
    connection.onCompletion(
      session.about((snapshot, { position, textDocument: { uri } }): CompletionList => {
        const snippets = session.client.textDocument?.completion?.completionItem?.snippetSupport ?? false;
        const { items, isIncomplete } = complete(snapshot, snapshot.document.offsetAt(position), {
          snippets,
        });
        return {
          isIncomplete,
          items: items.map((item) =>
            item.data === undefined ? item : { ...item, data: { uri, about: item.data } },
          ),
        };
      }),
    );
    connection.onCompletionResolve(
      session.answering((item: CompletionItem): CompletionItem => {
        const { uri, about } = (item.data ?? {}) as Partial<ItemData>;
        const snapshot = uri === undefined ? undefined : session.workspace.snapshot(uri);
        if (snapshot === undefined || about === undefined) return item;
        const documentation = describeSuggestion(about, snapshot);
        return documentation === undefined ? item : { ...item, documentation };
      }),
    );
  },
};
