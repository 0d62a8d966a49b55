import { snapshotOfMachine } from '../features/documents/whose.ts';
import type { Snapshot } from '../features/snapshot.ts';
import type { Session } from './session.ts';

/** @returns a document as it is open, or else the machine that it belongs to. */
export function snapshotAt(uri: string, { workspace }: Session): Snapshot {
  const open = workspace.snapshot(uri);
  if (open !== undefined) return open;
  const root = workspace.rootAt(uri);
  return snapshotOfMachine(root.project, (path) => root.uriOf(path));
}
