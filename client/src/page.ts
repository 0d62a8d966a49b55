import { randomBytes } from 'node:crypto';
import { type ExtensionContext, Uri, type WebviewPanel } from 'vscode';

/** What a page of ours is made of; files are named below client/dist. */
export interface Page {
  readonly title: string;
  readonly style: string;
  readonly script?: string;
  /** HTML. */
  readonly body: string;
}

/** The one place that pages may load from. */
export function pageResources({ extensionUri }: ExtensionContext): Uri {
  return Uri.joinPath(extensionUri, 'client/dist');
}

/** Gives a panel the look of ours. */
export function dress(panel: WebviewPanel, { extensionUri }: ExtensionContext): void {
  const icon = (name: string) => Uri.joinPath(extensionUri, `client/images/file-${name}.svg`);
  panel.iconPath = { light: icon('light'), dark: icon('dark') };
}

/** Shows a page in a panel. Nothing but our own style and script is loaded, and nothing in the body runs. */
export function showPage(panel: WebviewPanel, context: ExtensionContext, page: Page): void {
  const { webview } = panel;
  const address = (file: string) => webview.asWebviewUri(Uri.joinPath(pageResources(context), file));
  const nonce = randomBytes(16).toString('base64url');
  const script = page.script && `<script nonce="${nonce}" src="${address(page.script)}"></script>`;
  webview.html = `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src ${webview.cspSource}; script-src 'nonce-${nonce}'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${address(page.style)}">
<title>${page.title}</title>
</head>
<body>
${page.body}
${script ?? ''}
</body>
</html>`;
}
