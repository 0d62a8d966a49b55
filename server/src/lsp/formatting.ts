import { formattingAfterWord, formattingEdits } from '../features/formatting.ts';
import type { Capability } from './capability.ts';

/** Puts documents into shape. */
export const formatting: Capability = {
  announce: ({ textDocument }) => ({
    ...(textDocument?.formatting !== undefined && { documentFormattingProvider: true }),
    ...(textDocument?.rangeFormatting !== undefined && { documentRangeFormattingProvider: true }),
    ...(textDocument?.onTypeFormatting !== undefined && {
      // The ends of `else`, `elseif` and `endif`.
      documentOnTypeFormattingProvider: { firstTriggerCharacter: 'e', moreTriggerCharacter: ['f'] },
    }),
  }),
  serve(connection, session) {
    connection.onDocumentFormatting(
      session.about((snapshot, { options }) => formattingEdits(snapshot, options)),
    );
    connection.onDocumentRangeFormatting(
      session.about((snapshot, { range, options }) => {
        const { document } = snapshot;
        const from = Math.max(0, document.lineIndexOfPhysical(range.start.line));
        return formattingEdits(snapshot, options, from, document.lineIndexOfPhysical(range.end.line) + 1);
      }),
    );
    connection.onDocumentOnTypeFormatting(
      session.about((snapshot, { position, options }) =>
        formattingAfterWord(snapshot, snapshot.document.lineIndexOfPhysical(position.line), options),
      ),
    );
  },
};
