import { release } from 'node:os';
import {
  createConnection,
  createServerSocketTransport,
  IPCMessageReader,
  IPCMessageWriter,
  type MessageReader,
  type MessageWriter,
  ProposedFeatures,
  StreamMessageReader,
  StreamMessageWriter,
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
  const { reader, writer, onEnd } = open(transport);
  const connection = createConnection(ProposedFeatures.all, reader, writer);
  const session = serve(connection, {
    filesBelow: (directory) => new DiskFileSystem(directory),
    runningKernel: release(),
  });
  onEnd(() => process.exit(session.phase === 'shut-down' ? 0 : 1));
  connection.listen();
}

interface Line {
  readonly reader: MessageReader;
  readonly writer: MessageWriter;
  /** Registers what is to be done when the editor is gone. */
  readonly onEnd: (action: () => void) => void;
}

function open(transport: Transport): Line {
  switch (transport.kind) {
    case 'stdio':
      return overStdio();
    case 'node-ipc':
      return {
        reader: new IPCMessageReader(process),
        writer: new IPCMessageWriter(process),
        onEnd: (action) => process.once('disconnect', action),
      };
    case 'socket': {
      const [reader, writer] = createServerSocketTransport(transport.port);
      return { reader, writer, onEnd: (action) => reader.onClose(action) };
    }
  }
}

function overStdio(): Line {
  const { stdin, stdout } = process;
  const reader = new StreamMessageReader(stdin);
  // At bytes that are no message the reader gives up until more arrive, although whole messages may be behind them.
  reader.onError(() => setImmediate(() => stdin.emit('data', Buffer.alloc(0))));
  return {
    reader,
    writer: new StreamMessageWriter(stdout),
    onEnd: (action) => stdin.once('end', action).once('close', action),
  };
}
