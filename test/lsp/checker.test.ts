import assert from 'node:assert/strict';
import { MemoryFileSystem } from '../../server/src/files/memory-file-system.ts';
import { Checker } from '../../server/src/lsp/checker.ts';
import { Configuration } from '../../server/src/lsp/configuration.ts';
import { OpenDocuments } from '../../server/src/lsp/open-documents.ts';
import { Workspace } from '../../server/src/lsp/workspace.ts';

const uri = 'file:///machine/etc/modules.conf';

/** An editor's documents whose checks take as long as the test says. */
function open(text: string) {
  let time = 0;
  const state = { cost: 0 };
  const configuration = new Configuration();
  const documents = new OpenDocuments();
  const workspace = new Workspace(
    { filesBelow: () => new MemoryFileSystem(), runningKernel: '6.1' },
    (other) => configuration.of(other),
  );
  let isBefore = false;
  const checker = new Checker(workspace, configuration, () => {
    isBefore = !isBefore;
    if (!isBefore) time += state.cost;
    return time;
  });
  workspace.update(documents.open({ uri, languageId: 'modules.conf', version: 1, text }));
  const change = (line: number, newText: string) => {
    const at = { line, character: 0 };
    const changes = [{ range: { start: at, end: at }, text: newText }];
    workspace.update(documents.change(uri, (documents.get(uri)?.version ?? 0) + 1, changes)!);
    checker.changed(uri, changes);
  };
  return { state, checker, change };
}

const long = `${'# line\n'.repeat(3000)}frobnicate\n`;

describe('the checker', () => {
  it('looks at the whole of a document that is quick to check', () => {
    const { checker, change, state } = open(long);
    state.cost = 1;
    assert.equal(checker.check(uri)?.isComplete, true);
    change(0, 'alias a b c\n');
    assert.equal(checker.check(uri)?.isComplete, true);
  });

  it('takes over what it knows of a long one that is slow to check, until there is time', () => {
    const { checker, change, state } = open(long);
    state.cost = 100;
    assert.equal(checker.check(uri)?.isComplete, true);
    change(0, 'alias a b c\n');
    const quick = checker.check(uri)!;
    assert.equal(quick.isComplete, false);
    assert.deepEqual(
      quick.findings.map(({ rule, range }) => `${rule} ${range.start.line}`),
      ['alias-extra-words 0', 'unknown-directive 3001'],
    );
    assert.equal(checker.current(uri), quick.findings);
    const whole = checker.checkWhole(uri)!;
    assert.equal(whole.isComplete, true);
    assert.deepEqual(
      whole.findings.map(({ rule }) => rule),
      ['alias-extra-words', 'unknown-directive'],
    );
  });

  it('always looks at the whole of a short one', () => {
    const { checker, change, state } = open('frobnicate\n');
    state.cost = 100;
    checker.check(uri);
    change(0, '# x\n');
    assert.equal(checker.check(uri)?.isComplete, true);
  });

  it('looks at the whole when the whole text was replaced', () => {
    const { checker, change, state } = open(long);
    state.cost = 100;
    checker.check(uri);
    change(0, '# x\n');
    checker.changed(uri, [{ text: long }]);
    assert.equal(checker.check(uri)?.isComplete, true);
  });

  it('says nothing of what is not open', () => {
    const { checker } = open(long);
    assert.equal(checker.check('file:///other'), undefined);
    assert.deepEqual(checker.current('file:///other'), []);
  });
});
