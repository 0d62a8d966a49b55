import type { Connection } from 'vscode-languageserver';
import { warmUpSteps } from '../features/warm-up.ts';
import type { Project } from '../workspace/project.ts';
import type { Capability } from './capability.ts';
import { Quiet } from './quiet.ts';
import type { Session } from './session.ts';

/** When what the user does first has been answered; in milliseconds. */
const pause = 50;

/** Reads the modules of a kernel before somebody asks for them, and shows that it does. */
export const warmUp: Capability = {
  announce: () => ({}),
  serve(connection, session) {
    const quiet = new Quiet(pause, (error) => connection.console.error(`reading modules failed: ${error}`));
    /** By root, the kernels whose modules are read. */
    const done = new WeakMap<object, string>();
    session.onOpen((uri) =>
      quiet.after(uri, async () => {
        const project = session.workspace.snapshot(uri)?.project;
        const root = session.workspace.rootAt(uri);
        if (project === undefined || done.get(root) === project.kernel) return;
        done.set(root, project.kernel);
        await readModules(uri, project, connection, session);
      }),
    );
  },
};

async function readModules(
  uri: string,
  { kernel, tree }: Project,
  connection: Connection,
  { workspace, client }: Session,
): Promise<void> {
  const shows = tree !== undefined && client.window?.workDoneProgress === true;
  const progress = shows ? await connection.window.createWorkDoneProgress() : undefined;
  progress?.begin('modconf', 0, `reading the modules of ${kernel}`);
  for (const [index, step] of warmUpSteps.entries()) {
    // Others are answered between two steps.
    await new Promise((resolve) => setImmediate(resolve));
    const snapshot = workspace.snapshot(uri);
    if (snapshot !== undefined) step(snapshot);
    progress?.report(Math.round(((index + 1) / warmUpSteps.length) * 100));
  }
  progress?.done();
}
