import type { Transport } from '../../lsp/main.ts';
import type { Arguments } from '../arguments.ts';
import { commandNamed } from '../command-table.ts';
import { loadServer } from '../server-bundle.ts';
import { Status } from '../status.ts';
import { UsageError } from '../usage-error.ts';

/** `modconf lsp`: becomes the language server, which ends the process itself when the editor says so. */
export async function run(args: Arguments): Promise<Status> {
  const transport = transportOf(args);
  const { startServer } = await loadServer();
  startServer(transport);
  return Status.ok;
}

/** @throws UsageError unless there is exactly one way to talk. */
function transportOf(args: Arguments): Transport {
  const ways = (['stdio', 'node-ipc', 'socket'] as const).filter((way) => args.has(way));
  const [kind] = ways;
  if (kind === undefined || ways.length > 1)
    throw misuse('needs one of --stdio, --node-ipc and --socket=PORT');
  if (kind !== 'socket') return { kind };
  const text = args.value('socket') ?? '';
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port < 1 || port > 65535)
    throw misuse(`--socket cannot be \`${text}\`; it needs a port number`);
  return { kind, port };
}

function misuse(text: string): UsageError {
  return new UsageError(`lsp ${text}`, commandNamed('lsp'));
}
