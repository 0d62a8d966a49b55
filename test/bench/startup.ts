import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { corpusDirectory } from '../support/corpus.ts';
import { type Figure, figure, median, time } from './figure.ts';

const project = fileURLToPath(new URL('../../', import.meta.url));
const command = `${project}/server/dist/modconf.js`;

/** Runs node in turn with each list of arguments. @returns the ratios, pair by pair. */
function compare(args: readonly string[], pairs: number): number[] {
  const run = (list: readonly string[]) =>
    time(() => {
      const { error } = spawnSync(process.execPath, list, { cwd: project, stdio: 'ignore' });
      if (error) throw error;
    });
  run(args);
  return Array.from({ length: pairs }, () => {
    const base = run(['-e', '0']);
    return run(args) / base;
  });
}

/** Whole processes against one that does nothing. */
export function startupFigures(): Figure[] {
  const file = 'examples/kernel-2.4/etc/modules.conf';
  const directory = `${corpusDirectory}/modprobe.d`;
  return [
    checkFigure('one small file', file, { pairs: 21, limit: 2 }),
    ...(existsSync(directory)
      ? [checkFigure('all files of the recorded modprobe.d', directory, { pairs: 15, limit: 3 })]
      : []),
  ];
}

function checkFigure(
  what: string,
  path: string,
  { pairs, limit }: { readonly pairs: number; readonly limit: number },
): Figure {
  return figure(
    `check of ${what} / node -e 0`,
    median(compare([command, 'check', path], pairs)),
    'times',
    `median of ${pairs} pairs of whole processes, run in turn`,
    limit,
  );
}
