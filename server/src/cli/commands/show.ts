import { printKmodConfiguration } from '../../loaders/kmod/print-configuration.ts';
import { printConfiguration } from '../../loaders/modutils/print-configuration.ts';
import type { Note, Origin } from '../../loaders/origin.ts';
import type { Arguments } from '../arguments.ts';
import { Configurations, type Configured } from '../configurations.ts';
import type { Host } from '../host.ts';
import { tellTroubles } from '../loader-troubles.ts';
import { answer, placeOf, refuse, refuseBelow } from '../messages.ts';
import { NoteTeller } from '../note-teller.ts';
import { visible } from '../report/visible.ts';
import { Status, worse } from '../status.ts';

/** `modconf show`: prints effective configurations as `modprobe -c` does. */
export async function run(args: Arguments, host: Host): Promise<Status> {
  const conf = args.value('conf');
  const named = conf === undefined ? args.operands : [conf, ...args.operands];
  let configurations: Configurations;
  try {
    configurations = new Configurations(args, host);
    if (named.length === 0) return show(configurations.ofRoot(), args, host);
  } catch (error) {
    return refuseBelow(host, args.value('root') ?? '/', error);
  }
  let status: Status = Status.ok;
  for (const path of named) {
    // On stderr: what is on stdout stays what the loader prints.
    if (named.length > 1 && !args.has('quiet')) host.err.write(`${visible(path)}:\n`);
    status = worse(status, await showNamed(path, configurations, args, host));
  }
  return status;
}

async function showNamed(
  path: string,
  configurations: Configurations,
  args: Arguments,
  host: Host,
): Promise<Status> {
  try {
    const configured =
      path === '-'
        ? await configurations.standardInput(args.value('stdin-path'))
        : configurations.named(path);
    return show(configured, args, host);
  } catch (error) {
    return refuse(host, path, error);
  }
}

function show(configured: Configured, args: Arguments, host: Host): Status {
  const { lines, notes } = print(configured, args.has('exact'));
  const place = (origin: Origin) => placeOf(origin, configured.describePath);
  const texts = args.has('origin')
    ? lines.map(({ text, origins }) => withOrigin(text, origins.map(place)))
    : lines.map(({ text }) => text);
  answer(host, texts.map((text) => `${text}\n`).join(''));
  new NoteTeller(args, configured.describePath, host).tell(notes);
  return tellTroubles(configured, host);
}

interface Printed {
  readonly lines: readonly { readonly text: string; readonly origins: readonly Origin[] }[];
  readonly notes: readonly Note[];
}

function print(configured: Configured, exact: boolean): Printed {
  if (configured.loader === 'modutils') return printConfiguration(configured.configuration);
  const entries = printKmodConfiguration(configured.configuration, { exact });
  return { lines: entries.map(({ text, origin }) => ({ text, origins: [origin] })), notes: [] };
}

/** Where origins begin, if the line leaves room for them. */
const originColumn = 48;

function withOrigin(text: string, origins: readonly string[]): string {
  if (origins.length === 0) return text;
  return `${text.padEnd(originColumn)}  # ${[...new Set(origins)].join(', ')}`;
}
