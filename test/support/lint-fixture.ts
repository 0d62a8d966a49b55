import type { Diagnostic } from '../../server/src/lint/diagnostic.ts';
import { applyFixes } from '../../server/src/lint/fixes.ts';
import type { LintProject } from './lint-project.ts';

/**
 * A fixture is a text of cases, each a small project with the findings drawn under the lines:
 *
 *     ## a title
 *     @kernel 2.4.20
 *     | alias eth0 eepro100 onboard
 *                           ^^^^^^^ warning: what the message says
 *         fix (unsafe): what the fix says
 *         /etc/modules.conf:1:1: a related place
 *     =>
 *     | alias eth0 eepro100
 *     @file /etc/other.conf
 *     | the text of another file
 *     @binary /lib/modules/6.1.0/modules.dep.bin
 *     | what an index or a module holds
 *
 * What stands behind `=>` is the text after all fixes. A last line without a line end has `\` under it. Control
 * characters and blanks at the end are written as their pictures (`␉`, `␍`, `␀`, `␠`). Everything but the projects themselves is generated: after a
 * change run the tests with UPDATE_FIXTURES=1 and read the difference.
 */
export interface FixtureCase {
  readonly title: string;
  readonly project: LintProject;
  /** The case as it should be written; undefined findings are filled in by {@link renderCase}. */
  readonly source: string;
}

interface Draft {
  title: string;
  directives: string[];
  files: [path: string, text: string, kind: 'text' | 'binary'][];
}

/** @returns the cases of a fixture, and what stands before the first. */
export function parseFixture(
  text: string,
  defaultPath: string,
): { readonly preamble: string; readonly cases: readonly FixtureCase[] } {
  const blocks = text.split(/^(?=## )/m);
  const preamble = blocks[0]?.startsWith('## ') ? '' : (blocks.shift() ?? '');
  return { preamble, cases: blocks.map((block) => parseCase(block, defaultPath)) };
}

function parseCase(block: string, defaultPath: string): FixtureCase {
  const lines = block.trimEnd().split('\n');
  const draft: Draft = { title: lines[0]!.slice(3), directives: [], files: [[defaultPath, '', 'text']] };
  let skipping = false;
  for (const line of lines.slice(1)) {
    if (line.startsWith('@')) {
      skipping = false;
      readDirective(line, draft);
    } else if (line === '=>') {
      skipping = true;
    } else if (!skipping && line.startsWith('|')) {
      draft.files.at(-1)![1] += `${unpicture(line.slice(2))}\n`;
    } else if (!skipping && line === '\\') {
      const file = draft.files.at(-1)!;
      file[1] = file[1].slice(0, -1);
    }
  }
  return { title: draft.title, project: toProject(draft), source: `${block.trimEnd()}\n` };
}

function readDirective(line: string, draft: Draft): void {
  const [, name, value] = /^@(\w+) (.*)$/.exec(line) ?? [];
  if (name === undefined || value === undefined) throw new Error(`${draft.title}: cannot read "${line}"`);
  if (name === 'path') draft.files[0]![0] = value;
  else if (name === 'file') draft.files.push([value, '', 'text']);
  else if (name === 'binary') draft.files.push([value, '', 'binary']);
  else draft.directives.push(line);
}

function toProject({ directives, files }: Draft): LintProject {
  const modified: Record<string, string> = {};
  const severities: Record<string, 'off' | 'error' | 'warning' | 'info'> = {};
  const profiles: string[] = [];
  const mode: Record<string, number> = {};
  let kernel: string | undefined;
  let main: string | undefined;
  for (const directive of directives) {
    const [name, ...values] = directive.slice(1).split(' ');
    const [first = '', second = ''] = values;
    if (name === 'kernel') kernel = first;
    else if (name === 'modified') modified[first] = second;
    else if (name === 'mode') mode[first] = Number.parseInt(second, 8);
    else if (name === 'severity') severities[first] = second as 'off';
    else if (name === 'main') main = first;
    else if (name === 'profile') profiles.push(first);
    else throw new Error(`no such directive: ${directive}`);
  }
  const settings = { severities, profiles };
  const filesOf = (kind: 'text' | 'binary') =>
    Object.fromEntries(files.filter((file) => file[2] === kind).map(([path, text]) => [path, text]));
  return {
    files: filesOf('text'),
    binary: filesOf('binary'),
    modified,
    mode,
    settings,
    ...(kernel && { kernel }),
    ...(main && { main }),
  };
}

/**
 * @param diagnostics what was found in the case's first file
 * @param named whether to draw the rules' names
 * @returns the case with these findings drawn in
 */
export function renderCase(
  { title, project, source }: FixtureCase,
  diagnostics: readonly Diagnostic[],
  named: boolean,
): string {
  const settings = source
    .split('\n')
    .filter((line) => line.startsWith('@') && !/^@(?:file|binary) /.test(line));
  const [main, ...others] = Object.entries(project.files);
  const out = [`## ${title}`, ...settings, ...drawFindings(main![1], diagnostics, named)];
  const fixed = applyFixes(main![1], diagnostics, { unsafe: true });
  if (fixed.applied.length > 0) out.push('=>', ...gutter(fixed.text));
  for (const [path, text] of others) out.push(`@file ${path}`, ...gutter(text));
  for (const [path, text] of Object.entries(project.binary ?? {}))
    out.push(`@binary ${path}`, ...gutter(text));
  return `${out.join('\n')}\n`;
}

function drawFindings(text: string, diagnostics: readonly Diagnostic[], named: boolean): string[] {
  const lines = text.split('\n');
  return gutter(text).flatMap((drawn, number) => {
    const found = diagnostics.filter(({ range }) => range.start.line === number);
    return [drawn, ...found.flatMap((diagnostic) => draw(diagnostic, lines[number] ?? '', named))];
  });
}

function draw({ range, rule, severity, message, fix, related }: Diagnostic, line: string, named: boolean) {
  const { start } = range;
  const end = range.end.line === start.line ? range.end.character : line.length;
  const carets = '^'.repeat(Math.max(1, end - start.character));
  const out = [`  ${' '.repeat(start.character)}${carets} ${severity}${named ? ` ${rule}` : ''}: ${message}`];
  if (fix !== undefined) out.push(`    fix (${fix.safety}): ${fix.title}`);
  for (const place of related ?? []) {
    const at = place.range.start;
    out.push(`    ${place.path}:${at.line + 1}:${at.character + 1}: ${place.message}`);
  }
  return out;
}

function gutter(text: string): string[] {
  const lines = text.split('\n');
  const last = lines.pop()!;
  const out = lines.map((line) => (line === '' ? '|' : `| ${picture(line)}`));
  return last === '' ? out : [...out, `| ${picture(last)}`, '\\'];
}

/** Control characters and blanks at the end become visible. */
function picture(text: string): string {
  return text.replace(/[\0-\x1f]|[ ](?=[ ]*$)/g, (hidden) =>
    String.fromCharCode(0x2400 + hidden.charCodeAt(0)),
  );
}

function unpicture(text: string): string {
  return text.replace(/[\u2400-\u2420]/g, (shown) => String.fromCharCode(shown.charCodeAt(0) - 0x2400));
}
