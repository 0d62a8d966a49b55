import type { Hover } from 'vscode-languageserver';
import { hover as hoverAt } from '../features/hover/hover.ts';
import type { Capability } from './capability.ts';

/** What there is to say of what the pointer is over. */
export const hover: Capability = {
  announce: () => ({ hoverProvider: true }),
  serve(connection, session) {
    connection.onHover(
      session.about((snapshot, { position }): Hover | null => {
        const found = hoverAt(snapshot, snapshot.document.offsetAt(position));
        if (found === undefined) return null;
        const formats = session.client.textDocument?.hover?.contentFormat;
        if (formats === undefined || formats.includes('markdown')) return found;
        const { value } = found.contents as { readonly value: string };
        return { ...found, contents: { kind: 'plaintext', value: withoutMarkdown(value) } };
      }),
    );
  },
};

/** For clients that show text only: links by their label, no escapes and no marks. */
function withoutMarkdown(text: string): string {
  return text
    .replace(/\[([^\]\n]*)\]\(<[^>\n]*>\)/g, '$1')
    .replace(/\\([\\`*_[\]<>&])/g, '$1')
    .replace(/\*\*|`/g, '');
}
