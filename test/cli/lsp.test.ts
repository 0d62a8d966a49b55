import { strict as assert } from 'node:assert';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { commandPath } from '../support/command.ts';

/** A message as the Language Server Protocol puts it on a stream. */
function message(content: object): string {
  const text = JSON.stringify({ jsonrpc: '2.0', ...content });
  return `Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`;
}

describe('modconf lsp', () => {
  it('is the language server until the editor ends it', async () => {
    const args = [commandPath, 'lsp', '--stdio', '--clientProcessId=1'];
    const server = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });
    const params = { processId: null, rootUri: null, capabilities: {} };
    server.stdin.write(message({ id: 1, method: 'initialize', params }));
    server.stdin.write(message({ id: 2, method: 'shutdown' }));
    let answers = '';
    for await (const chunk of server.stdout) {
      answers += chunk;
      // The stream ends when the server does.
      if (answers.includes('"id":2')) server.stdin.write(message({ method: 'exit' }));
    }
    assert.ok(answers.includes('"serverInfo":{"name":"modconf"'), answers);
    if (server.exitCode === null) await once(server, 'exit');
    assert.equal(server.exitCode, 0);
  });
});
