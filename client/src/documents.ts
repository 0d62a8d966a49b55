import {
  Disposable,
  DocumentLink,
  type Event,
  EventEmitter,
  languages,
  Range,
  Uri,
  window,
  workspace,
} from 'vscode';
import { ExecuteCommandRequest, type LanguageClient } from 'vscode-languageclient/node';
import type { VirtualDocument } from '../../server/src/features/documents/virtual-document.ts';
import type { Machine } from './machine.ts';

const scheme = 'modconf';

/** Documents that stand in no file: what the server answers to a command, read only, always as it is now. */
export class Documents {
  readonly #client: () => LanguageClient | undefined;
  readonly #machine: Machine;
  readonly #links = new Map<string, readonly DocumentLink[]>();
  readonly #changed = new EventEmitter<Uri>();
  readonly #answers = new EventEmitter<void>();
  readonly #subscriptions: Disposable;

  /** Fires when the server may answer otherwise than before. */
  readonly onDidChange: Event<void> = this.#answers.event;

  constructor(client: () => LanguageClient | undefined, machine: Machine) {
    this.#client = client;
    this.#machine = machine;
    this.#subscriptions = Disposable.from(
      this.#changed,
      this.#answers,
      workspace.registerTextDocumentContentProvider(scheme, {
        onDidChange: this.#changed.event,
        provideTextDocumentContent: async (uri) => (await this.#read(uri))?.text ?? '',
      }),
      languages.registerDocumentLinkProvider(
        { scheme },
        { provideDocumentLinks: ({ uri }) => [...(this.#links.get(uri.toString()) ?? [])] },
      ),
      workspace.onDidSaveTextDocument(() => this.#refresh()),
      machine.onDidChange(() => this.#refresh()),
    );
  }

  /** Shows what the loader makes of the configuration that is looked at. */
  async showEffective(): Promise<void> {
    const uri = Uri.from({ scheme, path: '/Effective configuration', query: 'modconf.showEffective' });
    const answer = await this.#read(uri);
    if (answer === undefined) return;
    const document = await workspace.openTextDocument(uri);
    await languages.setTextDocumentLanguage(document, answer.language);
    await window.showTextDocument(document, { preview: false });
  }

  /** @returns the server's answer to a command about the machine that is looked at; undefined when there is no server. */
  async ask(command: string, args: readonly string[]): Promise<VirtualDocument | undefined> {
    const client = this.#client();
    const { file } = this.#machine;
    if (client === undefined || file === undefined) return undefined;
    const address = client.code2ProtocolConverter.asUri(file);
    return client.sendRequest(ExecuteCommandRequest.type, { command, arguments: [...args, address] });
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  /** The text that an address of ours stands for. */
  async #read(uri: Uri): Promise<VirtualDocument | undefined> {
    const answer = await this.ask(uri.query, []);
    const links = answer?.links.map(
      ({ range: { start, end }, target }) =>
        new DocumentLink(new Range(start.line, start.character, end.line, end.character), Uri.parse(target)),
    );
    this.#links.set(uri.toString(), links ?? []);
    return answer;
  }

  #refresh(): void {
    this.#answers.fire();
    for (const { uri } of workspace.textDocuments) if (uri.scheme === scheme) this.#changed.fire(uri);
  }
}
