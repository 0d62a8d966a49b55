import { type BlockReport, blocked } from '../../loaders/kmod/blocked.ts';
import type { ModuleTree } from '../../tree/module-tree.ts';
import type { Arguments } from '../arguments.ts';
import { usesColor } from '../color.ts';
import { Configurations, type Configured } from '../configurations.ts';
import { explainBlock } from '../explain-block.ts';
import type { Host } from '../host.ts';
import { tellTroubles } from '../loader-troubles.ts';
import { complain, placeOf, refuse, refuseBelow } from '../messages.ts';
import { paintFor } from '../paint.ts';
import { Status } from '../status.ts';

type KmodConfigured = Configured & { readonly loader: 'kmod' };

/** `modconf blocked`: proves or refutes that modprobe can load modules. */
export function run(args: Arguments, host: Host): Status {
  const opened = open(args, host);
  if (typeof opened === 'number') return opened;
  const { configured, tree } = opened;
  tellTroubles(configured, host);
  const reports = args.operands.map((name) => blocked(name, configured.configuration, tree));
  if (args.value('format') === 'json') tellJson(reports, configured, host);
  else if (args.has('fix-hint')) tellHints(reports, host);
  else tellText(reports, configured, args, host);
  // What is compiled in cannot be kept out: that is no lock either.
  const isClosed = reports.every(({ verdict }) => verdict === 'blocked' || verdict === 'absent');
  return isClosed ? Status.ok : Status.findings;
}

/** @returns the configuration and the module tree, or the status where they cannot be read. */
function open(args: Arguments, host: Host): { configured: KmodConfigured; tree: ModuleTree } | Status {
  const conf = args.value('conf');
  let named = args.value('root') ?? '/';
  try {
    const configurations = new Configurations(args, host);
    const { project } = configurations.root;
    named = conf ?? named;
    const configured = conf === undefined ? configurations.ofRoot('kmod') : configurations.named(conf);
    if (configured.loader !== 'kmod') {
      complain(host, `${named}: is a configuration of modutils; \`blocked\` asks kmod`);
      return Status.usage;
    }
    const { tree } = project;
    if (tree === undefined) {
      complain(
        host,
        `${args.value('root') ?? '/'}: there is no module tree of kernel ${project.kernel}; name one with --kernel`,
      );
      return Status.failure;
    }
    return { configured, tree };
  } catch (error) {
    return conf === undefined && named === (args.value('root') ?? '/')
      ? refuseBelow(host, named, error)
      : refuse(host, named, error);
  }
}

function tellText(
  reports: readonly BlockReport[],
  { describePath }: KmodConfigured,
  args: Arguments,
  host: Host,
): void {
  const emphasis = paintFor(usesColor(args, host));
  for (const report of reports) {
    host.out.write(explainBlock(report, { emphasis, place: (origin) => placeOf(origin, describePath) }));
    const { fix } = report;
    if (fix === undefined || args.has('quiet')) continue;
    const count = fix.lines.length === 1 ? 'one line is enough' : `${fix.lines.length} lines are enough`;
    host.out.write(
      `To close every way, ${count}, in ${fix.path}:\n${fix.lines.map((line) => `  ${line}\n`).join('')}`,
    );
  }
}

/** Only the lines, ready to be put into a file. */
function tellHints(reports: readonly BlockReport[], host: Host): void {
  for (const { fix } of reports) {
    if (fix === undefined) continue;
    host.out.write(`# ${fix.path}\n${fix.lines.map((line) => `${line}\n`).join('')}`);
  }
}

function tellJson(reports: readonly BlockReport[], { describePath }: KmodConfigured, host: Host): void {
  const modules = reports.map(({ module, verdict, ways, fix }) => ({
    module,
    verdict,
    ways: ways.map(({ kind, through, state, origin, closedBy, remark }) => ({
      kind,
      through,
      state,
      place: placeOf(origin, describePath),
      ...(closedBy && { closedBy: reasonOf(closedBy, describePath) }),
      ...(remark && { remark: reasonOf(remark, describePath) }),
    })),
    ...(fix && { fix }),
  }));
  host.out.write(`${JSON.stringify({ version: 1, modules })}\n`);
}

function reasonOf(
  { text, origin }: { text: string; origin?: Parameters<typeof placeOf>[0] },
  describePath: KmodConfigured['describePath'],
) {
  return origin === undefined ? { text } : { text, place: placeOf(origin, describePath) };
}
