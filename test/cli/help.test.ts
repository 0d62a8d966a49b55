import { strict as assert } from 'node:assert';
import { commands } from '../../server/src/cli/command-table.ts';
import { commandHelp, programHelp } from '../../server/src/cli/help.ts';

describe('help', () => {
  it('names every command', () => {
    const help = programHelp(commands);
    for (const { name, summary } of commands)
      assert.ok(help.includes(`  ${name} `) && help.includes(summary));
  });

  for (const command of commands) {
    it(`of ${command.name} names every option, status and example, in lines that fit`, () => {
      const help = commandHelp(command);
      for (const { name } of command.options) assert.ok(help.includes(`--${name}`), name);
      for (const { line } of command.examples) assert.ok(help.includes(line), line);
      for (const [status, text] of Object.entries(command.statuses))
        assert.match(help, new RegExp(`  ${status} +${text.slice(0, 20)}`));
      for (const line of help.split('\n')) assert.ok(line.length <= 96, line);
    });
  }
});
