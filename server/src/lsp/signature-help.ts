import type { SignatureHelp } from 'vscode-languageserver';
import { signatureHelp as helpAt } from '../features/signature.ts';
import type { Capability } from './capability.ts';

/** How the directive is written that the caret is in. */
export const signatureHelp: Capability = {
  announce: ({ textDocument }) =>
    textDocument?.signatureHelp === undefined
      ? {}
      : { signatureHelpProvider: { triggerCharacters: [' ', '=', '['] } },
  serve(connection, session) {
    connection.onSignatureHelp(
      session.about((snapshot, { position }): SignatureHelp | null => {
        const help = helpAt(snapshot, snapshot.document.offsetAt(position));
        if (help === undefined) return null;
        const { parameterInformation } =
          session.client.textDocument?.signatureHelp?.signatureInformation ?? {};
        return parameterInformation?.labelOffsetSupport ? help : withNames(help);
      }),
    );
  },
};

/** For clients that know a parameter by its text only. */
function withNames(help: SignatureHelp): SignatureHelp {
  const signatures = help.signatures.map(({ label, parameters = [], ...signature }) => ({
    ...signature,
    label,
    parameters: parameters.map((parameter) =>
      typeof parameter.label === 'string'
        ? parameter
        : { ...parameter, label: label.slice(parameter.label[0], parameter.label[1]) },
    ),
  }));
  return { ...help, signatures };
}
