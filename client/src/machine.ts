import { type Event, EventEmitter, type TextEditor, type Uri, window, workspace } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type { MachineContext, MachineRequests } from '../../server/src/lsp/machine-protocol.ts';
import { isOurs } from './languages.ts';

/** Questions that name no file: the machine fills it in. */
type Question<Method extends keyof MachineRequests> = Omit<MachineRequests[Method][0], 'uri'>;

/** The machine that the user is looking at: that of the file in the editor, or of the last one, or of the folder. */
export class Machine {
  readonly #client: () => LanguageClient | undefined;
  readonly #changed = new EventEmitter<void>();
  #file: Uri | undefined;
  #context: MachineContext | undefined;

  /** Fires when it may be another one, or may have other modules. */
  readonly onDidChange: Event<void> = this.#changed.event;

  /** @param client gives the client while there is a server to talk to */
  constructor(client: () => LanguageClient | undefined) {
    this.#client = client;
    this.look(window.activeTextEditor);
  }

  /** A file of the machine, which need not exist. */
  get file(): Uri | undefined {
    const [folder] = workspace.workspaceFolders ?? [];
    return this.#file ?? folder?.uri.with({ path: `${folder.uri.path}/etc/modules.conf` });
  }

  /** What was last known of it. */
  get context(): MachineContext | undefined {
    return this.#context;
  }

  /** Turns to the machine of an editor's file, if that is one of ours. */
  look(editor: TextEditor | undefined): void {
    if (editor === undefined || !isOurs(editor.document)) return;
    if (this.#file?.toString() === editor.document.uri.toString()) return;
    this.#file = editor.document.uri;
    void this.refresh();
  }

  /** Looks at it anew. */
  async refresh(): Promise<void> {
    this.#context = (await this.ask('modconf/context', {})) ?? undefined;
    this.#changed.fire();
  }

  /** @returns the server's answer; null when it has none or there is no server. */
  async ask<Method extends keyof MachineRequests>(
    method: Method,
    question: Question<Method>,
  ): Promise<MachineRequests[Method][1] | null> {
    const client = this.#client();
    const { file } = this;
    if (client === undefined || file === undefined) return null;
    const uri = client.code2ProtocolConverter.asUri(file);
    return client.sendRequest<MachineRequests[Method][1] | null>(method, { ...question, uri });
  }

  dispose(): void {
    this.#changed.dispose();
  }
}

/** @returns what people call a machine: `2.4.20 in image`. */
export function nameOf({ kernel, root }: MachineContext): string {
  return root === '/' ? kernel : `${kernel} in ${root.slice(root.lastIndexOf('/') + 1)}`;
}
