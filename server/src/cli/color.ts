import type { Arguments } from './arguments.ts';
import type { Host } from './host.ts';

/** @returns whether what is written to `host.out` is to be coloured. */
export function usesColor(args: Arguments, host: Host): boolean {
  const when = args.value('color') ?? 'auto';
  if (when !== 'auto') return when === 'always';
  const { NO_COLOR, TERM } = host.environment;
  return !NO_COLOR && TERM !== 'dumb' && host.terminalWidth() !== undefined;
}
