import { type LanguageId, languageIds } from '../syntax/language.ts';
import { allRules, type RuleEntry, type RuleVariant } from './registry.ts';
import type { FixKind, RuleExample, RuleInfo, RuleNeed } from './rule.ts';

/** Where the product is at home. */
export const projectUrl = 'https://github.com/modconf/modconf';

const pagesBase = `${projectUrl}/blob/main/docs/rules/`;

/** @returns where a rule's page is on the web. */
export function ruleUrl(id: string): string {
  return `${pagesBase}${id}.md`;
}

/** @returns the files of docs/rules, by name: a page for every rule, and their index. */
export function rulePages(): Map<string, string> {
  const rules = [...allRules().values()];
  const pages = rules.map((entry): [string, string] => [`${entry.id}.md`, renderRulePage(entry)]);
  return new Map([...pages, ['README.md', renderRuleIndex(rules)]]);
}

/** @returns a rule's page in Markdown: what `modconf rules ID` explains, what `docs/rules/ID.md` holds. */
export function renderRulePage({ id, variants }: RuleEntry): string {
  const sections = variants.map((variant) => renderVariant(variant, variants.length > 1));
  return [`# ${id}`, '', ...sections].join('\n');
}

function renderRuleIndex(entries: Iterable<RuleEntry>): string {
  const groups = new Map<LanguageId | undefined, RuleInfo[]>();
  for (const { variants } of entries) {
    for (const { language, rule } of variants) groups.set(language, [...(groups.get(language) ?? []), rule]);
  }
  const out = [
    '# Rules',
    '',
    'Generated from the rules themselves by `npm run docs`. A severity can be changed or a rule turned off in the configuration;',
    'one place is silenced with a comment above it: `# modconf-disable-next-line RULE -- reason`.',
    '',
  ];
  for (const language of [...languageIds, undefined]) {
    const rules = groups.get(language);
    if (rules === undefined) continue;
    out.push(
      `## ${language ?? 'Everywhere'}`,
      '',
      '| rule | severity | fix | what is reported |',
      '|---|---|---|---|',
    );
    for (const rule of rules) {
      const { id, severity, fix, docs } = rule;
      out.push(`| [${id}](${id}.md) | ${severity}${offNote(rule)} | ${fix} | ${escapeCell(docs.summary)} |`);
    }
    out.push('');
  }
  return out.join('\n');
}

function renderVariant({ language, rule }: RuleVariant, several: boolean): string {
  const { docs, severity, fix, needs } = rule;
  const heading = several ? [`## In ${language ?? 'every file'}`, ''] : [];
  const facts = [
    `**Files:** ${language ?? 'all'}`,
    `**Severity:** ${severity}${offNote(rule)}`,
    `**Fix:** ${fixNotes[fix]}`,
    `**Needs:** ${['the file', ...needs.map((need) => needNotes[need])].join(', ')}`,
  ];
  return [
    ...heading,
    docs.summary,
    '',
    facts.join(' · '),
    '',
    docs.why,
    '',
    ...renderExample('Reported', docs.bad),
    ...renderExample('Not reported', docs.good),
    `**Rests on:** ${docs.basis}`,
    '',
  ].join('\n');
}

const fixNotes: Readonly<Record<FixKind, string>> = {
  safe: 'safe (`--fix`)',
  unsafe: 'needs consent (`--fix --unsafe`)',
  none: 'none',
};

const needNotes: Readonly<Record<RuleNeed, string>> = {
  set: 'the whole configuration',
  files: 'the files of the machine',
  tree: 'the module tree',
  modinfo: 'the module files',
};

function offNote({ profiles }: RuleInfo): string {
  if (profiles === undefined) return '';
  const names = profiles.map((profile) => `\`${profile}\``).join(' or ');
  return ` (off unless the profile ${names} is chosen)`;
}

function renderExample(title: string, { files, binary, kernel, modified, mode }: RuleExample): string[] {
  const paths = Object.keys(files);
  if (paths.length === 0) return [];
  const out = [`### ${title}${kernel === undefined ? '' : ` (kernel ${kernel})`}`, ''];
  for (const path of paths) {
    const date = modified?.[path];
    const bits = mode?.[path];
    const text = files[path]!;
    const notes = [
      `\`${path}\``,
      ...(date === undefined ? [] : [`last changed ${date}`]),
      ...(bits === undefined ? [] : [`mode ${bits.toString(8)}`]),
    ];
    out.push(`${notes.join(', ')}${text === '' ? ' (empty)' : ''}`, '');
    if (text !== '') out.push('```', visible(text), '```', '');
  }
  for (const [path, text] of Object.entries(binary ?? {})) {
    out.push(`\`${path}\`, a binary file that holds`, '', '```', visible(text), '```', '');
  }
  return out;
}

/** Control characters, which Markdown would lose, by their pictures: `␀` for NUL, `␍` for CR. */
function visible(text: string): string {
  const body = text.endsWith('\n') ? text.slice(0, -1) : text;
  return body.replace(/[\0-\x08\x0b-\x1f]/g, (control) =>
    String.fromCharCode(0x2400 + control.charCodeAt(0)),
  );
}

function escapeCell(text: string): string {
  return text.replaceAll('|', '\\|');
}
