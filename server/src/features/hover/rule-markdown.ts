import { allRules } from '../../lint/registry.ts';
import { ruleUrl } from '../../lint/rule-page.ts';
import { bold, link, paragraphs } from './markdown.ts';

/** @returns what a rule reports and where its page is; undefined when there is no such rule. */
export function ruleMarkdown(id: string): string | undefined {
  const rule = allRules().get(id)?.variants[0]?.rule;
  return rule && paragraphs(`${bold(id)}: ${rule.docs.summary}`, link('about this rule', ruleUrl(id)));
}
