import { ErrorCodes, type ExecuteCommandParams, ResponseError } from 'vscode-languageserver';
import { effectiveDocument } from '../features/documents/effective.ts';
import { explainDocument } from '../features/documents/explain.ts';
import type { VirtualDocument } from '../features/documents/virtual-document.ts';
import type { Snapshot } from '../features/snapshot.ts';
import type { Capability } from './capability.ts';
import { snapshotAt } from './snapshot-at.ts';

/** Commands by name, with the last argument, the address of a file, taken off. */
const commands: Readonly<Record<string, (args: readonly unknown[], snapshot: Snapshot) => VirtualDocument>> =
  {
    /** `[uri]`: what the loader makes of the configuration that a file belongs to. */
    'modconf.showEffective': (_, snapshot) => effectiveDocument(snapshot),
    /** `[name, uri]`: all that is known of a module or alias. */
    'modconf.explain': ([name], snapshot) => explainDocument(text(name), snapshot),
  };

/** Commands that answer with a document for the editor to show. */
export const executeCommand: Capability = {
  announce: () => ({ executeCommandProvider: { commands: Object.keys(commands) } }),
  serve(connection, session) {
    connection.onExecuteCommand(
      session.answering(({ command, arguments: args = [] }: ExecuteCommandParams): VirtualDocument => {
        const run = Object.hasOwn(commands, command) ? commands[command] : undefined;
        if (run === undefined) throw new ResponseError(ErrorCodes.InvalidParams, `there is no ${command}`);
        return run(args.slice(0, -1), snapshotAt(text(args.at(-1)), session));
      }),
    );
  },
};

function text(argument: unknown): string {
  if (typeof argument === 'string') return argument;
  throw new ResponseError(ErrorCodes.InvalidParams, 'a text is missing');
}
