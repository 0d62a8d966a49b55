import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { MemoryFileSystem } from '../../../server/src/files/memory-file-system.ts';
import { readConfiguration } from '../../../server/src/loaders/modutils/read-configuration.ts';
import { DiskFileSystem } from '../../../server/src/workspace/disk-file-system.ts';
import { corpusDirectory, describeCorpus } from '../../support/corpus.ts';
import {
  alternatives,
  assertPrinted,
  corpusHas,
  corpusNames,
  messageLines,
  ownMessages,
  readCorpus,
  readRecorded,
  recordedKernel,
  type Tally,
} from './recorded.ts';

/** Asserts that one of the candidates passes; the first one's failure is reported. */
function assertOneOf<T>(candidates: readonly T[], check: (candidate: T) => void): void {
  const failures: unknown[] = [];
  for (const candidate of candidates) {
    try {
      check(candidate);
      return;
    } catch (failure) {
      failures.push(failure);
    }
  }
  throw failures[0];
}

interface GeneratedRecord {
  readonly id: string;
  readonly conf: string;
  readonly c_rc: number;
  readonly c_out: string;
  readonly c_err: string;
}

describeCorpus('modprobe -c, as recorded', () => {
  const tally: Tally = { compared: 0, leftOut: 0 };

  it('without a configuration', () => {
    const environment = { files: new MemoryFileSystem(), kernel: recordedKernel, variables: {} };
    const configuration = readConfiguration(undefined, environment);
    assertPrinted(configuration, readCorpus('expected', 'modutils-defaults.out'), tally);
  });

  for (const name of corpusNames('modules.conf', '.conf')) {
    it(name, () => {
      const text = readCorpus('modules.conf', `${name}.conf`);
      const configuration = readRecorded(text);
      const recorded = readCorpus('expected', 'modutils', `${name}.err`);
      assertOneOf(alternatives(text, configuration), (candidate) => {
        const status = Number(readCorpus('expected', 'modutils', `${name}.rc`));
        assert.equal(candidate.invalid, status !== 0);
        assert.deepEqual(messageLines(candidate), ownMessages(recorded));
        const lenient = corpusHas('expected', 'modutils-lenient', `${name}.out`);
        assert.equal(lenient, candidate.invalid);
        const folder = lenient ? 'modutils-lenient' : 'modutils';
        assertPrinted(candidate, readCorpus('expected', folder, `${name}.out`), tally);
      });
    });
  }

  describe('of generated configurations', () => {
    const files = new DiskFileSystem(join(corpusDirectory, 'generated-root'));
    const lines = gunzipSync(readFileSync(join(corpusDirectory, 'generated-modules.conf.jsonl.gz')))
      .toString('utf8')
      .split('\n');
    for (const line of lines) {
      if (line === '') continue;
      const record = JSON.parse(line) as GeneratedRecord;
      it(record.id, () => {
        const configuration = readRecorded(record.conf, 'CONF', { files });
        assert.equal(configuration.invalid ? 255 : 0, record.c_rc);
        assert.deepEqual(messageLines(configuration), ownMessages(record.c_err));
        if (!configuration.invalid) assertPrinted(configuration, record.c_out, tally);
      });
    }
  });

  after(() => {
    console.log(
      `      ${tally.compared} lines compared, ${tally.leftOut} left out because a command gave them`,
    );
    assert.ok(tally.leftOut * 500 <= tally.compared, `${tally.leftOut} lines left out are too many`);
  });
});
