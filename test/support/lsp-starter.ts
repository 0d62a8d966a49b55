import { startServer } from '../../server/src/lsp/main.ts';

startServer({ kind: 'stdio' });
