import type { CallHierarchyItem } from 'vscode-languageserver';
import {
  type ItemData,
  incomingCalls,
  outgoingCalls,
  prepareCallHierarchy,
} from '../features/call-hierarchy.ts';
import type { Snapshot } from '../features/snapshot.ts';
import type { Capability } from './capability.ts';
import { snapshotAt } from './snapshot-at.ts';

/** Who needs a module, and what it needs. */
export const callHierarchy: Capability = {
  announce: ({ textDocument }) =>
    textDocument?.callHierarchy === undefined ? {} : { callHierarchyProvider: true },
  serve({ languages }, session) {
    const answer = <Result>(ask: (snapshot: Snapshot, data: ItemData) => Result) =>
      session.answering(({ item }: { readonly item: CallHierarchyItem }) => {
        const data = { uri: item.uri, ...(item.data as Partial<ItemData> | undefined) };
        return ask(snapshotAt(data.uri, session), data);
      });
    languages.callHierarchy.onPrepare(
      session.about((snapshot, { position }) =>
        prepareCallHierarchy(snapshot, snapshot.document.offsetAt(position)),
      ),
    );
    languages.callHierarchy.onIncomingCalls(answer(incomingCalls));
    languages.callHierarchy.onOutgoingCalls(answer(outgoingCalls));
  },
};
