import { nearest } from '../../lint/nearest.ts';
import { allRules, type RuleEntry } from '../../lint/registry.ts';
import type { RuleInfo } from '../../lint/rule.ts';
import { renderRulePage, ruleUrl } from '../../lint/rule-page.ts';
import { type Arguments, suggestion } from '../arguments.ts';
import { usesColor } from '../color.ts';
import type { Host } from '../host.ts';
import { type Emphasis, markdownToText } from '../markdown-text.ts';
import { paintFor } from '../paint.ts';
import { Status } from '../status.ts';
import { UsageError } from '../usage-error.ts';

/** `modconf rules`: lists the rules, or explains some of them. */
export function run(args: Arguments, host: Host): Status {
  const entries = args.operands.map(ruleNamed);
  const emphasis = paintFor(usesColor(args, host));
  const pages = entries.map(
    (entry) => `${markdownToText(renderRulePage(entry), emphasis)}\n${ruleUrl(entry.id)}\n`,
  );
  host.out.write(pages.length > 0 ? pages.join('\n') : listRules(args.value('language'), emphasis));
  return Status.ok;
}

function ruleNamed(id: string): RuleEntry {
  const rules = allRules();
  const entry = rules.get(id);
  if (entry !== undefined) return entry;
  throw new UsageError(
    `there is no rule \`${id}\`${suggestion(nearest(id, rules.keys()))}; list them: modconf rules`,
  );
}

/** The rules by language; with one language, those that run in its files. */
function listRules(language: string | undefined, { bold }: Emphasis): string {
  const groups = new Map<string, RuleInfo[]>();
  for (const { variants } of allRules().values()) {
    for (const variant of variants) {
      if (language !== undefined && variant.language !== undefined && variant.language !== language) continue;
      const title = variant.language ?? 'every language';
      groups.set(title, [...(groups.get(title) ?? []), variant.rule]);
    }
  }
  const width = Math.max(...[...groups.values()].flat().map(({ id }) => id.length));
  const blocks = [...groups].map(([title, rules]) => [
    bold(title),
    ...rules.map(({ id, severity, docs }) => `  ${id.padEnd(width)}  ${severity.padEnd(7)}  ${docs.summary}`),
    '',
  ]);
  return `${blocks.flat().join('\n')}\nExplain one: modconf rules ID\n`;
}
