import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { type Figure, figure, median, time } from './figure.ts';

const project = fileURLToPath(new URL('../../', import.meta.url));
const command = `${project}/server/dist/modconf.js`;

/** Runs node in turn with each list of arguments. @returns the ratios, pair by pair. */
function compare(args: readonly string[], pairs: number): number[] {
  const run = (list: readonly string[]) =>
    time(() => {
      const { error } = spawnSync(process.execPath, list, { cwd: project });
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
  const how = 'median of 21 pairs of whole processes, run in turn';
  return [
    figure(
      'check of one small file / node -e 0',
      median(compare([command, 'check', file], 21)),
      'times',
      how,
      2,
    ),
  ];
}
