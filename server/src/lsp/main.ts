import { release } from 'node:os';
import {
  type Connection,
  createConnection,
  createServerSocketTransport,
  IPCMessageReader,
  IPCMessageWriter,
  ProposedFeatures,
} from 'vscode-languageserver/node';
import { DiskFileSystem } from '../workspace/disk-file-system.ts';
import { serve } from './server.ts';

/** How the editor and the server talk to each other. */
export type Transport =
  | { readonly kind: 'stdio' }
  | { readonly kind: 'node-ipc' }
  /** The editor listens on this port of this machine. */
  | { readonly kind: 'socket'; readonly port: number };

/**
 * Serves one editor until it says `exit`, closes the connection or ends; then ends the process, with status 0 after a
 * `shutdown` request, otherwise 1.
 */
export function startServer(transport: Transport): void {
  const connection = connect(transport);
  serve(connection, { filesBelow: (directory) => new DiskFileSystem(directory), runningKernel: release() });
  connection.listen();
}

function connect(transport: Transport): Connection {
  if (transport.kind === 'stdio')
    return createConnection(ProposedFeatures.all, process.stdin, process.stdout);
  const [reader, writer] =
    transport.kind === 'node-ipc'
      ? [new IPCMessageReader(process), new IPCMessageWriter(process)]
      : createServerSocketTransport(transport.port);
  // For streams the library does this itself.
  const exit = () => process.exit(1);
  if (transport.kind === 'node-ipc') process.once('disconnect', exit);
  else reader.onClose(exit);
  return createConnection(ProposedFeatures.all, reader, writer);
}
