import {
  commands,
  Disposable,
  DocumentLink,
  EventEmitter,
  languages,
  Range,
  Uri,
  ViewColumn,
  window,
  workspace,
} from 'vscode';
import { ExecuteCommandRequest, type LanguageClient } from 'vscode-languageclient/node';
import type { VirtualDocument } from '../../server/src/features/documents/virtual-document.ts';
import type { Machine } from './machine.ts';

const scheme = 'modconf';

/** What an address of ours asks the server for, in its query. */
interface Question {
  readonly command: string;
  readonly arguments: readonly string[];
}

/** Documents that stand in no file: what the server answers to a command, read only, always as it is now. */
export class Documents {
  readonly #client: () => LanguageClient | undefined;
  readonly #machine: Machine;
  readonly #links = new Map<string, readonly DocumentLink[]>();
  readonly #changed = new EventEmitter<Uri>();
  readonly #subscriptions: Disposable;

  constructor(client: () => LanguageClient | undefined, machine: Machine) {
    this.#client = client;
    this.#machine = machine;
    this.#subscriptions = Disposable.from(
      this.#changed,
      workspace.registerTextDocumentContentProvider(scheme, {
        onDidChange: this.#changed.event,
        provideTextDocumentContent: async (uri) => (await this.#ask(uri))?.text ?? '',
      }),
      languages.registerDocumentLinkProvider(
        { scheme },
        { provideDocumentLinks: ({ uri }) => [...(this.#links.get(uri.toString()) ?? [])] },
      ),
      workspace.onDidCloseTextDocument(({ uri }) => this.#links.delete(uri.toString())),
      workspace.onDidSaveTextDocument(() => this.#refresh()),
      machine.onDidChange(() => this.#refresh()),
    );
  }

  /** Shows what the loader makes of the configuration that is looked at. */
  async showEffective(): Promise<void> {
    const uri = this.#address('Effective configuration', 'modconf.showEffective', []);
    const answer = uri && (await this.#ask(uri));
    if (!answer) return;
    const document = await workspace.openTextDocument(uri);
    await languages.setTextDocumentLanguage(document, answer.language);
    await window.showTextDocument(document, { viewColumn: ViewColumn.Beside, preview: false });
  }

  /** Shows what is known of a module or alias. */
  async explain(name: string): Promise<void> {
    const uri = this.#address(`${name}.md`, 'modconf.explain', [name]);
    if (uri !== undefined) await commands.executeCommand('markdown.showPreviewToSide', uri);
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  #address(title: string, command: string, args: readonly string[]): Uri | undefined {
    const client = this.#client();
    const { file } = this.#machine;
    if (client === undefined || file === undefined) return undefined;
    const question: Question = {
      command,
      arguments: [...args, client.code2ProtocolConverter.asUri(file)],
    };
    // A slash in a name would begin another segment of the path.
    const path = `/${title.replaceAll('/', '∕')}`;
    return Uri.from({ scheme, path, query: JSON.stringify(question) });
  }

  async #ask(uri: Uri): Promise<VirtualDocument | undefined> {
    const client = this.#client();
    if (client === undefined) return undefined;
    const question: Question = JSON.parse(uri.query);
    const answer: VirtualDocument = await client.sendRequest(ExecuteCommandRequest.type, {
      command: question.command,
      arguments: [...question.arguments],
    });
    const links = answer.links.map(
      ({ range: { start, end }, target }) =>
        new DocumentLink(new Range(start.line, start.character, end.line, end.character), Uri.parse(target)),
    );
    this.#links.set(uri.toString(), links);
    return answer;
  }

  #refresh(): void {
    for (const { uri } of workspace.textDocuments) if (uri.scheme === scheme) this.#changed.fire(uri);
  }
}
