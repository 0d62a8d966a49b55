import { strict as assert } from 'node:assert';
import { cpSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runCommand } from '../support/command.ts';
import { temporaryDirectory } from '../support/temporary.ts';

/**
 * Each folder of test/fixtures/projects is a small machine, and NAME.out beside it is a transcript of commands run in it:
 *
 *     $ modconf resolve --root . eth0
 *     what is on stdout
 *     ! what is on stderr
 *     ? the exit status, unless it is 0
 *
 * `< FILE` at the end of a command makes a file its standard input. Everything but the `$` lines is generated: after a change
 * run the tests with UPDATE_FIXTURES=1 and read the difference.
 */
const projects = fileURLToPath(new URL('../fixtures/projects', import.meta.url));

/** Some time after the modules.dep of a machine is made; all files of a project have this age. */
const modified = new Date('2003-05-01T12:00:00Z');

describe('the command in a project', () => {
  const temporary = temporaryDirectory();
  const transcripts = readdirSync(projects).filter((name) => name.endsWith('.out'));

  it('is tried in more than one', () => assert.ok(transcripts.length > 1));

  for (const file of transcripts) {
    const name = file.slice(0, -'.out'.length);
    it(name, () => {
      const directory = join(temporary(), name);
      cpSync(join(projects, name), directory, { recursive: true, verbatimSymlinks: true });
      setTimes(directory);
      const path = join(projects, file);
      const expected = readFileSync(path, 'utf8');
      const actual = replay(expected, directory);
      if (process.env.UPDATE_FIXTURES) writeFileSync(path, actual);
      else assert.equal(actual, expected);
    });
  }
});

function setTimes(directory: string): void {
  for (const entry of readdirSync(directory, { withFileTypes: true, recursive: true })) {
    if (entry.isFile()) utimesSync(join(entry.parentPath, entry.name), modified, modified);
  }
}

/** Runs a transcript's commands. @returns the transcript with what they print today */
function replay(transcript: string, directory: string): string {
  const commands = transcript.split('\n').filter((line) => line.startsWith('$ modconf '));
  return commands.map((line) => runLine(line, directory)).join('\n');
}

function runLine(line: string, directory: string): string {
  const [command = '', inputPath] = line.slice('$ modconf '.length).split(' < ');
  const input = inputPath === undefined ? '' : readFileSync(join(directory, inputPath));
  const { status, stdout, stderr } = runCommand(command.split(' '), { cwd: directory, input });
  const lines = (text: string, mark: string) =>
    text
      .replaceAll(directory, 'PROJECT')
      .split(/(?<=\n)/)
      .map((each) => (each === '' ? '' : mark + each))
      .join('');
  return [
    `${line}\n`,
    lines(stdout.toString(), ''),
    lines(stderr, '! '),
    status === 0 ? '' : `? ${status}\n`,
  ].join('');
}
