import type { ExtensionContext } from 'vscode';
import { type ServerOptions, TransportKind } from 'vscode-languageclient/node';

/** The command `modconf`, inside the extension. */
export const ownCommand = 'server/dist/modconf.js';

/**
 * Says how the server is started: the extension's own by Node's channel between processes, the user's own command by its
 * standard input and output.
 *
 * @param path the setting `modconf.server.path`; empty for the extension's own
 */
export function serverOptions(context: ExtensionContext, path: string): ServerOptions {
  if (path === '')
    return { module: context.asAbsolutePath(ownCommand), args: ['lsp'], transport: TransportKind.ipc };
  if (/\.[cm]?js$/.test(path)) return { module: path, args: ['lsp'], transport: TransportKind.ipc };
  return { command: path, args: ['lsp'], transport: TransportKind.stdio };
}
