import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { KmodConfiguration } from '../../../server/src/loaders/kmod/configuration.ts';
import {
  type KmodPlanOptions,
  planKmodLoad,
  resolveNames,
} from '../../../server/src/loaders/kmod/plan-load.ts';
import { printKmodConfiguration } from '../../../server/src/loaders/kmod/print-configuration.ts';
import { printKmodPlan } from '../../../server/src/loaders/kmod/print-plan.ts';
import { decode } from '../../../server/src/text/encoding.ts';
import type { ModuleTree } from '../../../server/src/tree/module-tree.ts';
import { corpusDirectory, describeCorpus } from '../../support/corpus.ts';
import {
  cloudKernel,
  configurationOnTree,
  configurationPlace,
  corpusKernels,
  corpusTree,
} from '../../support/corpus-trees.ts';

const expected = join(corpusDirectory, 'expected', 'tree');
interface Answer {
  readonly out: string;
  readonly err: string;
  readonly rc: number;
}

/** What `modprobe FLAG NAME` says, without what it says while it reads the configuration. */
function ask(
  flag: string,
  name: string,
  configuration: KmodConfiguration,
  tree: ModuleTree,
  options: KmodPlanOptions = {},
): Answer {
  const joined = (lines: readonly string[]) => lines.map((line) => `${line}\n`).join('');
  if (flag === '-R') {
    const { names, messages, status } = resolveNames(name, configuration, tree);
    return { out: joined(names), err: joined(messages), rc: status };
  }
  const plan = planKmodLoad(name, configuration, tree, options);
  return { out: printKmodPlan(plan), err: joined(plan.messages), rc: plan.status };
}

/** The switches of modprobe that change the plan, by letter. */
const switches: Readonly<Record<string, KmodPlanOptions>> = {
  b: { useBlacklist: true },
  i: { ignoreInstall: true },
  n: { skipBuiltin: true },
};

describeCorpus('kmod with small configurations on a real tree', () => {
  const report = decode(readFileSync(join(corpusDirectory, 'expected', 'quirks-kmod', 'TREE-CONFIG.txt')));
  for (const section of report.split(/^## config: /m).slice(1)) {
    const [lines = '', ...questions] = section.split(/^\$ modprobe /m);
    it(lines.trim(), () => {
      const configuration = configurationOnTree(cloudKernel, { 'a.conf': lines.replaceAll(';', '\n') });
      assert.ok(questions.length > 0);
      for (const question of questions) {
        const [command = '', ...answer] = question.trimEnd().split('\n');
        const flags = command.split(' ').filter((word) => word.startsWith('-'));
        const [name = ''] = command.replace(/^(?:-\w )+/, '').split(' ');
        const options = Object.assign({}, ...flags.map((flag) => switches[flag.slice(1)])) as KmodPlanOptions;
        const flag = flags.includes('-R') ? '-R' : '-D';
        const { out, err, rc } = ask(flag, name, configuration, corpusTree(cloudKernel), options);
        assert.equal(`${out}${err}rc=${rc}`, answer.join('\n'), command);
      }
    });
  }
});

interface Generated {
  readonly id: string;
  readonly files: Readonly<Record<string, string>>;
  readonly c_out: string;
  readonly c_err: string;
  readonly queries: readonly { flag: string; name: string; rc: number; out: string; err: string }[];
}

describeCorpus('kmod with generated configurations', () => {
  const lines = decode(gunzipSync(readFileSync(join(corpusDirectory, 'generated-modprobe.d.jsonl.gz'))));
  for (const line of lines.split('\n').filter(Boolean)) {
    const { id, files, c_out, c_err, queries } = JSON.parse(line) as Generated;
    it(`${id}: ${queries.length} requests`, () => {
      const configuration = configurationOnTree(cloudKernel, files);
      const printed = printKmodConfiguration(configuration, { exact: true });
      assert.equal(printed.map(({ text }) => `${text}\n`).join(''), c_out);
      const said = configuration.messages
        .map(({ text }) => `${text.replaceAll(`${configurationPlace}/`, '')}\n`)
        .join('');
      assert.equal(said, c_err);
      for (const { flag, name, ...answer } of queries) {
        const { out, err, rc } = ask(flag, name, configuration, corpusTree(cloudKernel));
        assert.deepEqual(
          { out, err: said + err, rc },
          { out: answer.out, err: answer.err, rc: answer.rc },
          `modprobe ${flag} ${name}`,
        );
      }
    });
  }
});

for (const kernel of corpusKernels) {
  describeCorpus(`kmod on the tree of ${kernel}`, () => {
    const configuration = configurationOnTree(kernel, {});
    const rows = (file: string): string[][] =>
      readFileSync(join(expected, `${kernel}.${file}.tsv`), 'utf8')
        .trimEnd()
        .split('\n')
        .slice(1)
        .map((row) => row.split('\t'));

    it('resolves device aliases', () => {
      for (const [request = '', , , status, answer = ''] of rows('resolve')) {
        const { names, messages, status: ours } = resolveNames(request, configuration, corpusTree(kernel));
        assert.deepEqual([[...names, ...messages].join(' '), String(ours)], [answer, status], request);
      }
    });

    it('loads modules', () => {
      for (const [request = '', status, answer = ''] of rows('show-depends')) {
        const { out, err, rc } = ask('-D', request, configuration, corpusTree(kernel));
        const said = (out + err).trimEnd().replaceAll('\n', '\\n');
        assert.deepEqual([said, String(rc)], [answer.trimEnd(), status], request);
      }
    });
  });
}
