import assert from 'node:assert/strict';
import { codeActions } from '../../server/src/features/code-actions.ts';
import { toEditorDiagnostic } from '../../server/src/features/diagnostics.ts';
import { findingsOf } from '../../server/src/features/findings.ts';
import type { Snapshot } from '../../server/src/features/snapshot.ts';
import type { TextEdit } from '../../server/src/text/span.ts';
import { snapshotOf } from '../support/snapshot.ts';

const version = 7;

function diagnosticsOf(snapshot: Snapshot, code: string) {
  return findingsOf(snapshot)
    .map((found) => toEditorDiagnostic(found, { version, uriOf: snapshot.uriOf }))
    .filter((diagnostic) => diagnostic.code === code);
}

function applied({ document }: Snapshot, edits: readonly TextEdit[]): string {
  const inOrder = edits
    .map(({ range, newText }) => ({
      start: document.offsetAt(range.start),
      end: document.offsetAt(range.end),
      newText,
    }))
    .sort((left, right) => right.start - left.start);
  return inOrder.reduce(
    (text, { start, end, newText }) => text.slice(0, start) + newText + text.slice(end),
    document.text,
  );
}

/** Each action's title with the text that it gives. */
function offered(
  text: string,
  code: string,
  only?: readonly string[],
  asked = version,
): Record<string, string> {
  const snapshot = snapshotOf(text);
  const diagnostics = diagnosticsOf(snapshot, code).slice(0, 1);
  const actions = codeActions(snapshot, {
    diagnostics,
    only,
    version: asked,
    findings: () => findingsOf(snapshot),
  });
  return Object.fromEntries(actions.map(({ title, edits }) => [title, applied(snapshot, edits)]));
}

const twice = 'alias mynet mii x\npath [misc]=/a\nalias other mii y\n';

describe('code actions', () => {
  it('fix one, fix all of a kind, silence', () => {
    assert.deepEqual(offered(twice, 'alias-extra-words'), {
      'Remove the words behind the first module': 'alias mynet mii\npath [misc]=/a\nalias other mii y\n',
      'Fix all `alias-extra-words` in this file': 'alias mynet mii\npath [misc]=/a\nalias other mii\n',
      'Silence `alias-extra-words` for this line': `# modconf-disable-next-line alias-extra-words\n${twice}`,
      'Silence `alias-extra-words` in this file': `# modconf-disable-file alias-extra-words\n${twice}`,
    });
  });

  it('silence above the first physical line of a continued one', () => {
    const text = '# x\nalias mynet \\\n mii x\n';
    const found = offered(text, 'alias-extra-words');
    assert.equal(
      found['Silence `alias-extra-words` for this line'],
      '# x\n# modconf-disable-next-line alias-extra-words\nalias mynet \\\n mii x\n',
    );
  });

  it('do not silence what cannot be silenced', () => {
    const found = offered('# modconf-disable-file alias-loop\n', 'unused-suppression');
    assert.deepEqual(Object.keys(found), ['Remove the comment']);
  });

  it('leave edits out that were made for another version, unless they are still the same', () => {
    const before = snapshotOf('alias mynet mii x\n');
    const diagnostics = diagnosticsOf(before, 'alias-extra-words');
    const titlesIn = (text: string) => {
      const snapshot = snapshotOf(text);
      const findings = () => findingsOf(snapshot);
      return codeActions(snapshot, { diagnostics, only: undefined, version: version + 1, findings }).map(
        ({ title }) => title,
      );
    };
    assert.equal(titlesIn('alias mynet mii x\n# more\n')[0], 'Remove the words behind the first module');
    assert.deepEqual(titlesIn('# more\nalias mynet mii x\n'), [
      'Silence `alias-extra-words` for this line',
      'Silence `alias-extra-words` in this file',
    ]);
  });

  it('are preferred when they are safe', () => {
    const snapshot = snapshotOf('# modconf-disable-file alias-loop\n');
    const diagnostics = diagnosticsOf(snapshot, 'unused-suppression');
    const [action] = codeActions(snapshot, {
      diagnostics,
      only: undefined,
      version,
      findings: () => findingsOf(snapshot),
    });
    assert.equal(action?.isPreferred, true);
    assert.equal(action?.kind, 'quickfix');
    assert.deepEqual(action?.diagnostics, diagnostics);
  });

  it('give all safe fixes, and no others, when they are asked for', () => {
    const text = '# modconf-disable-file alias-loop\nalias mynet mii x\n';
    for (const only of [['source'], ['source.fixAll'], ['source.fixAll.modconf']]) {
      assert.deepEqual(offered(text, 'none', only), { 'Apply all safe fixes': 'alias mynet mii x\n' });
    }
    assert.deepEqual(offered(text, 'none', ['source.organizeImports']), {});
    assert.deepEqual(offered(text, 'alias-extra-words', ['refactor']), {});
    assert.deepEqual(offered('alias mynet mii\n', 'none', ['source.fixAll']), {});
    assert.equal(Object.keys(offered(text, 'alias-extra-words', ['quickfix'])).length, 3);
  });

  it('survive diagnostics of others', () => {
    const snapshot = snapshotOf('alias mynet mii x\n');
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 5 } };
    const diagnostics = [
      { range, message: 'x' },
      { range, message: 'x', source: 'other', code: 'alias-extra-words' },
      { range, message: 'x', code: 5, data: { fix: undefined } },
    ];
    assert.deepEqual(
      codeActions(snapshot, { diagnostics, only: undefined, version, findings: () => findingsOf(snapshot) }),
      [],
    );
  });
});
