import assert from 'node:assert/strict';
import fc from 'fast-check';
import { complete } from '../../server/src/features/completion/complete.ts';
import { definition } from '../../server/src/features/definition.ts';
import { hover } from '../../server/src/features/hover/hover.ts';
import { documentSymbols } from '../../server/src/features/symbols.ts';
import { kernel6, machine6 } from '../support/machine-6.ts';
import { snapshotOf } from '../support/snapshot.ts';

const piece = fc.oneof(
  fc.constantFrom('alias', 'blacklist', 'install', 'options', 'softdep', 'weakdep', 'search', 'override'),
  fc.constantFrom(
    'ptp',
    'cifs',
    'usbcore',
    'pre:',
    'post:',
    'x=1',
    'nousb',
    '/bin/false',
    'off',
    'a*',
    '[a-b',
    '*',
  ),
  fc.constantFrom(' ', '\t', '\n', '\\\n', '\\', '#', '"', '\r\n', '\u00a0', '\0', '\udc80'),
);
const text = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''));

describe('features on anything for kmod', () => {
  for (const path of ['/etc/modprobe.d/local.conf', '/etc/modules-load.d/a.conf', '/etc/depmod.d/a.conf']) {
    it(`answer everywhere in ${path}, with ranges in the document`, () => {
      fc.assert(
        fc.property(text, fc.nat(), (content, place) => {
          const snapshot = snapshotOf(content, { path, files: machine6, kernel: kernel6 });
          const { document } = snapshot;
          // No caret stands between CR and LF.
          const offset = document.offsetAt(document.positionAt(place % (content.length + 1)));
          const found = hover(snapshot, offset);
          const ranges = [
            ...(found === undefined ? [] : [found.range!]),
            ...definition(snapshot, offset).map((link) => link.originSelectionRange!),
            ...documentSymbols(snapshot).map(({ selectionRange }) => selectionRange),
          ];
          for (const { start, end } of ranges) assert.ok(document.offsetAt(start) <= document.offsetAt(end));
          for (const { textEdit } of complete(snapshot, offset, { snippets: true }).items) {
            assert.ok(textEdit !== undefined && 'range' in textEdit);
            assert.equal(document.offsetAt(textEdit.range.end), offset);
          }
        }),
        { numRuns: 500 },
      );
    });
  }
});
