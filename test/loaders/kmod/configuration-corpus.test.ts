import { strict as assert } from 'node:assert';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { MemoryFileSystem } from '../../../server/src/files/memory-file-system.ts';
import type { KmodConfiguration } from '../../../server/src/loaders/kmod/configuration.ts';
import { printKmodConfiguration } from '../../../server/src/loaders/kmod/print-configuration.ts';
import { readKmodConfiguration } from '../../../server/src/loaders/kmod/read-configuration.ts';
import { decode } from '../../../server/src/text/encoding.ts';
import { corpusDirectory, describeCorpus } from '../../support/corpus.ts';

const expected = join(corpusDirectory, 'expected');
const readText = (path: string): string => decode(readFileSync(path));

/** The directory that the recorded messages name. */
const place = '/tmp/kt';

function configurationOf(name: string, content: Uint8Array, release: number): KmodConfiguration {
  const files = new MemoryFileSystem({ [`${place}/${name}`]: content });
  return readKmodConfiguration({ files, places: [place], release });
}

const printed = (configuration: KmodConfiguration): string =>
  printKmodConfiguration(configuration, { exact: true })
    .map(({ text }) => `${text}\n`)
    .join('');

const messages = (configuration: KmodConfiguration): string =>
  configuration.messages.map(({ text }) => `${text}\n`).join('');

/** Builds of kmod 30 name a place in its sources where 34 has nothing. */
const withoutSourcePlaces = (text: string): string => text.replaceAll(/ERROR:? \S+\.c:\d+ /g, 'ERROR: ');

describeCorpus('kmod reads every file of modprobe.d', () => {
  const directory = join(corpusDirectory, 'modprobe.d');
  const releases: [number, string][] = [
    [30, 'kmod'],
    [34, 'kmod-34'],
  ];
  for (const name of readdirSync(directory).filter((each) => each.endsWith('.conf'))) {
    const content = readFileSync(join(directory, name));
    for (const [release, folder] of releases) {
      it(`${name} as kmod ${release}`, () => {
        const recorded = join(expected, folder, name.slice(0, -'.conf'.length));
        const configuration = configurationOf(name, content, release);
        assert.equal(printed(configuration), readText(`${recorded}.out`));
        assert.equal(messages(configuration), withoutSourcePlaces(readText(`${recorded}.err`)));
        assert.equal(readText(`${recorded}.rc`).trim(), '0');
      });
    }
  }

  it('is the whole directory', () => {
    const outputs = readdirSync(join(expected, 'kmod-34')).filter((name) => name.endsWith('.out'));
    assert.ok(outputs.length > 0);
    for (const name of outputs) assert.ok(existsSync(join(directory, name.replace(/\.out$/, '.conf'))), name);
  });
});

describeCorpus('kmod reads odd files', () => {
  const directory = join(expected, 'quirks-kmod');
  for (const { name, outputs, messages: said } of probes(readText(join(directory, 'qk.txt')))) {
    it(name, () => {
      const configuration = configurationOf(name, readFileSync(join(directory, name)), said.release);
      const lines = printed(configuration).split('\n').slice(0, -1);
      // The report lost a carriage return at the end of a line.
      assert.deepEqual(
        lines.map((line) => line.replace(/\r$/, '')),
        outputs,
      );
      assert.deepEqual(
        configuration.messages.map(({ text }) => text.replace(`${place}/`, '')),
        said.lines,
      );
    });
  }
});

describeCorpus('kmod takes the softdeps of the module tree in', () => {
  const trees = readdirSync(join(corpusDirectory, 'trees'));
  for (const kernel of trees) {
    it(kernel, () => {
      const moduleDirectory = `/lib/modules/${kernel}`;
      const softdep = readFileSync(
        join(corpusDirectory, 'trees', kernel, moduleDirectory, 'modules.softdep'),
      );
      const files = new MemoryFileSystem({ [`${moduleDirectory}/modules.softdep`]: softdep });
      const recorded = gunzipSync(readFileSync(join(expected, 'tree', `${kernel}.showconfig30.txt.gz`)));
      const [before] = decode(recorded).split('\n# End of configuration files.');
      assert.equal(printed(readKmodConfiguration({ files, moduleDirectory, release: 30 })), before);
    });
  }
});

interface Probe {
  readonly name: string;
  readonly outputs: readonly string[];
  readonly messages: { readonly release: number; readonly lines: readonly string[] };
}

/**
 * The probes of the report: `## NAME`, then what kmod 30 said (`O` and `E` lines), then, where it said something on stderr,
 * what kmod 34 said on one line, as two lists of Python's byte strings.
 */
function probes(report: string): Probe[] {
  return report
    .split(/^## /m)
    .slice(1)
    .map((section) => {
      const lines = section.split('\n');
      const of34 = /^ {3}34: E (\[.*\]) O (\[.*\]) 0$/.exec(
        lines.find((line) => line.startsWith('   34:')) ?? '',
      );
      const marked = (mark: string) =>
        lines.filter((line) => line.startsWith(`   ${mark}  `)).map((line) => line.slice(6));
      return {
        name: lines[0]!.slice(0, lines[0]!.indexOf(' ')),
        outputs: of34 ? byteStrings(of34[2]!) : marked('O').map(textOfLiteral),
        messages: { release: of34 ? 34 : 30, lines: of34 ? byteStrings(of34[1]!) : marked('E') },
      };
    });
}

function byteStrings(list: string): string[] {
  const literals = list.matchAll(/b'((?:[^'\\]|\\.)*)'|b"((?:[^"\\]|\\.)*)"/g);
  return [...literals].map((match) => textOfLiteral(match[1] ?? match[2] ?? ''));
}

function textOfLiteral(literal: string): string {
  const bytes = literal.replaceAll(/\\(x[0-9a-f]{2}|.)/g, (_, escaped: string) => {
    if (escaped.startsWith('x')) return String.fromCharCode(Number.parseInt(escaped.slice(1), 16));
    return { n: '\n', t: '\t', r: '\r' }[escaped] ?? escaped;
  });
  return decode(Buffer.from(bytes, 'latin1'));
}
