/** The server's bundle, which the build puts beside the command's. */
export { startServer } from '../lsp/main.ts';
