import type { Figure } from './figure.ts';

/** The benchmarks, by the name that picks one: `npm run bench -- syntax`. */
const suites: Readonly<Record<string, () => Promise<Figure[]>>> = {
  syntax: async () => (await import('./syntax.ts')).syntaxFigures(),
  tree: async () => (await import('./tree.ts')).treeFigures(),
  lsp: async () => (await import('./lsp.ts')).lspFigures(),
  startup: async () => (await import('./startup.ts')).startupFigures(),
};

const args = process.argv.slice(2);
const json = args.includes('--json');
const chosen = args.filter((arg) => !arg.startsWith('-'));
const unknown = chosen.find((name) => !(name in suites));
if (unknown !== undefined) {
  console.error(`no benchmark ${unknown}; there are ${Object.keys(suites).join(', ')}`);
  process.exitCode = 2;
} else {
  const figures: Figure[] = [];
  for (const [name, suite] of Object.entries(suites)) {
    if (chosen.length > 0 && !chosen.includes(name)) continue;
    if (!json) console.log(`${name}:`);
    for (const result of await suite()) {
      figures.push(result);
      if (!json) console.log(`  ${describe(result)}`);
    }
  }
  if (json) console.log(JSON.stringify({ version: 1, figures }, null, 2));
  if (figures.some(({ ok }) => ok === false)) process.exitCode = 1;
}

function describe({ name, value, unit, limit, ok, how }: Figure): string {
  const verdict =
    limit === undefined ? '' : ok ? ` (at most ${limit}: kept)` : ` (at most ${limit}: NOT KEPT)`;
  return `${name}: ${value} ${unit}${verdict}; ${how}`;
}
