import { strict as assert } from 'node:assert';
import { linkToCommands } from '../../client/src/explanation/links.ts';

describe('the links of an explanation', () => {
  const argumentsOf = (link: string) =>
    JSON.parse(decodeURIComponent(/^\[x\]\(command:c\?([^()\s]*)\)$/.exec(link)?.[1] ?? '""'));

  it('run a command with the address and the line', () => {
    assert.deepEqual(argumentsOf(linkToCommands('[x](<file:///etc/a.conf#L9>)', 'c')), [
      'file:///etc/a.conf',
      9,
    ]);
    assert.deepEqual(argumentsOf(linkToCommands('[x](<file:///etc/a.conf>)', 'c')), [
      'file:///etc/a.conf',
      1,
    ]);
  });

  it('survive brackets in a path', () => {
    assert.deepEqual(argumentsOf(linkToCommands('[x](<file:///a(1).conf#L2>)', 'c')), [
      'file:///a(1).conf',
      2,
    ]);
  });

  it('leave other text alone', () => {
    const text = 'see [x](https://example.org) and `](<y>`';
    assert.equal(linkToCommands(text, 'c'), text);
  });
});
