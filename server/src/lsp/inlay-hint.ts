import { inlayHints } from '../features/inlay-hints.ts';
import type { Capability } from './capability.ts';

/** What is not written but known. */
export const inlayHint: Capability = {
  announce: ({ textDocument }) => (textDocument?.inlayHint === undefined ? {} : { inlayHintProvider: true }),
  serve({ languages }, session) {
    languages.inlayHint.on(
      session.about((snapshot, { range }) => {
        const { document } = snapshot;
        const from = Math.max(0, document.lineIndexOfPhysical(range.start.line));
        return inlayHints(snapshot, from, document.lineIndexOfPhysical(range.end.line) + 1);
      }),
    );
    session.onRefresh(() => {
      if (session.client.workspace?.inlayHint?.refreshSupport) languages.inlayHint.refresh().catch(() => {});
    });
  },
};
