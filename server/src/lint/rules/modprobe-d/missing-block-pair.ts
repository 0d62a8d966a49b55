import { doesNothing } from '../../../loaders/kmod/command.ts';
import type { KmodConfiguration } from '../../../loaders/kmod/configuration.ts';
import { indexOf } from '../../../loaders/kmod/configuration-index.ts';
import type { Origin } from '../../../loaders/origin.ts';
import { isIn } from '../../origins.ts';
import type { DocumentFinding } from '../../rule.ts';
import { conf, type ModprobeDocument, modprobeDRule } from './support.ts';
import { isGenerated } from './tree-softdeps.ts';

/** What the benchmarks want kept out, each by the names that it has had; the first is today's. */
const unwanted: readonly (readonly [string, ...string[]])[] = [
  ['cramfs'],
  ['freevxfs'],
  ['hfs'],
  ['hfsplus'],
  ['jffs2'],
  ['overlay', 'overlayfs'],
  ['squashfs'],
  ['udf'],
  ['usb_storage'],
  ['dccp'],
  ['sctp'],
  ['rds'],
  ['tipc'],
];

const all = unwanted.flatMap(([name]) => [`install ${name} /bin/false`, `blacklist ${name}`]);

export const missingBlockPair = modprobeDRule({
  id: 'missing-block-pair',
  severity: 'info',
  fix: 'unsafe',
  needs: ['set'],
  profiles: ['cis'],
  docs: {
    summary:
      'A module that the CIS benchmarks want kept out, without both `install M /bin/false` and `blacklist M`.',
    why: [
      'The benchmarks ask for both lines for cramfs, freevxfs, hfs, hfsplus, jffs2, overlayfs, squashfs, udf, usb-storage, dccp, sctp, rds and tipc, and their audits look for both. The first keeps the module out; the second keeps devices from asking for it.',
      'Where a line is missing, the other one is marked; modules without either are listed once, in the first file of /etc/modprobe.d. Some machines need some of them: snaps need squashfs, containers overlay.',
    ].join('\n'),
    basis: 'CIS benchmarks for Linux distributions, “Ensure … kernel module is not available”.',
    bad: conf(...all.slice(0, -1)),
    good: conf(...all),
  },
  checkDocument({ document, set }, report) {
    const missing: string[] = [];
    for (const names of unwanted) {
      const [name] = names;
      const pair = pairOf(names, set);
      if (pair === 'complete') continue;
      if (pair === undefined) missing.push(name);
      else if (isIn(pair.origin, document)) report(oneMissing(pair));
    }
    if (missing.length > 0 && document === firstOf(set)) report(bothMissing(missing));
  },
});

interface HalfPair {
  /** The line that is there. */
  readonly origin: Origin;
  readonly missing: string;
}

function pairOf(names: readonly string[], set: KmodConfiguration): HalfPair | 'complete' | undefined {
  const index = indexOf(set);
  const installs = names.flatMap((name) => index.install(name) ?? []);
  const blacklist = names.flatMap((name) => index.blacklist(name) ?? [])[0];
  // Where a command of its own decides, a second install line would be dead.
  if (installs.some(({ command }) => !doesNothing(command))) return 'complete';
  const [install] = installs;
  if (install !== undefined && blacklist !== undefined) return 'complete';
  const [name] = names;
  if (install !== undefined) return { origin: install.origin, missing: `blacklist ${name}` };
  return blacklist && { origin: blacklist.origin, missing: `install ${name} /bin/false` };
}

function oneMissing({ origin, missing }: HalfPair): DocumentFinding {
  const { line, span } = origin.kind === 'file' ? origin : { line: 0, span: { start: 0, end: 0 } };
  const edits = [{ line, span: { start: span.end, end: span.end }, newText: `\n${missing}` }];
  return {
    line,
    span,
    message: `the CIS benchmarks want \`${missing}\` beside this line; add it`,
    fix: { title: `Add "${missing}"`, safety: 'unsafe', edits },
  };
}

function bothMissing(modules: readonly string[]): DocumentFinding {
  const span = { start: 0, end: 0 };
  const lines = modules.flatMap((name) => [`install ${name} /bin/false\n`, `blacklist ${name}\n`]);
  const names = modules.join(', ');
  return {
    line: 0,
    span,
    message: `the CIS benchmarks want \`install … /bin/false\` and \`blacklist …\` for ${names}; add the lines for those that this machine does not need`,
    fix: {
      title: `Add the lines for ${modules.length} modules`,
      safety: 'unsafe',
      edits: [{ line: 0, span, newText: lines.join('') }],
    },
  };
}

/** The file that the finding for the whole set stands in: one that is the administrator's, if there is one. */
function firstOf(set: KmodConfiguration): ModprobeDocument | undefined {
  const files = set.effective.filter(({ path, document }) => !isGenerated(path) && document.length > 0);
  const own = files.find(({ path }) => path.includes('/etc/modprobe.d/'));
  return (own ?? files[0])?.document;
}
