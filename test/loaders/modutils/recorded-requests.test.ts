import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { ModutilsConfiguration } from '../../../server/src/loaders/modutils/configuration.ts';
import {
  dependenciesFrom,
  type ModutilsDependencies,
  readDependencies,
} from '../../../server/src/loaders/modutils/dependencies.ts';
import { planLoad } from '../../../server/src/loaders/modutils/plan/plan-load.ts';
import { printPlan } from '../../../server/src/loaders/modutils/plan/print-plan.ts';
import { decode } from '../../../server/src/text/encoding.ts';
import { readDep24 } from '../../../server/src/tree/dep24.ts';
import { DiskFileSystem } from '../../../server/src/workspace/disk-file-system.ts';
import { corpusDirectory, describeCorpus } from '../../support/corpus.ts';
import { corpusNames, ownMessages, readCorpus, readRecorded } from './recorded.ts';

interface Answer {
  readonly name: string;
  readonly rc: number;
  /** What stdout and stderr got. */
  readonly out: string;
}

interface GeneratedRecord {
  readonly id: string;
  readonly conf: string;
  readonly queries: readonly Answer[];
}

/** @returns the rows of a table: name, status, output with `\n` for line ends. */
function readAnswers(...path: string[]): Answer[] {
  const [, ...rows] = readCorpus(...path)
    .split('\n')
    .filter((row) => row !== '');
  return rows.map((row) => {
    const [name = '', rc = '', out = ''] = row.split('\t');
    return { name, rc: Number(rc), out: out.replaceAll('\\n', '\n') };
  });
}

function assertAnswers(
  configuration: ModutilsConfiguration,
  dependencies: ModutilsDependencies,
  answers: readonly Answer[],
): void {
  assert.notEqual(answers.length, 0);
  for (const { name, rc, out } of answers) {
    const plan = planLoad(name, configuration, dependencies);
    const said = [...plan.messages.flatMap((message) => message.split('\n')), ...printPlan(plan)];
    assert.deepEqual(
      { name, status: plan.status, said: said.filter((line) => line !== '') },
      { name, status: rc, said: ownMessages(out) },
    );
  }
}

describeCorpus('modprobe -n -v, as recorded', () => {
  describe('for the names of real configurations', () => {
    for (const name of corpusNames('expected/modutils-nv', '.tsv')) {
      it(name, () => {
        const configuration = readRecorded(readCorpus('modules.conf', `${name}.conf`));
        const list = readDep24(
          '/lib/modules/2.4.20/modules.dep',
          readCorpus('expected', 'modutils-nv', `${name}.dep`),
        );
        assertAnswers(
          configuration,
          dependenciesFrom(list),
          readAnswers('expected', 'modutils-nv', `${name}.tsv`),
        );
      });
    }
  });

  describe('for every module of real modules.dep files', () => {
    const empty = readRecorded('');
    for (const name of corpusNames('expected/dep24', '.tsv')) {
      it(name, () => {
        const list = readDep24('/test.dep', readCorpus('modules.dep-24', `${name}.dep`));
        assertAnswers(empty, dependenciesFrom(list), readAnswers('expected', 'dep24', `${name}.tsv`));
      });
    }
  });

  describe('for generated configurations', () => {
    const files = new DiskFileSystem(join(corpusDirectory, 'generated-root'));
    const compressed = readFileSync(join(corpusDirectory, 'generated-modules.conf.jsonl.gz'));
    for (const line of decode(gunzipSync(compressed)).split('\n')) {
      if (line === '') continue;
      const record = JSON.parse(line) as GeneratedRecord;
      if (record.queries.length === 0) continue;
      it(record.id, () => {
        const configuration = readRecorded(record.conf, 'CONF', { files });
        assertAnswers(configuration, readDependencies(configuration, files), record.queries);
      });
    }
  });
});
