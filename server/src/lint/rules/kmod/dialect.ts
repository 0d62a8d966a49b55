import type { LanguageId } from '../../../syntax/language.ts';
import type { LineWord } from '../../../syntax/line-word.ts';
import type { LineLanguage, SourceLine } from '../../../text/source-document.ts';
import type { Rule, RuleExample } from '../../rule.ts';

/** What the trees of modprobe.d and depmod.d have in common. */
export type KmodTree = { readonly kind: 'empty' | 'comment' } | KmodCommand;

export interface KmodCommand {
  readonly kind: 'command';
  /** The first word. */
  readonly command: LineWord;
  readonly directive: string | undefined;
  /** Why the line is ignored. */
  readonly fault: string | undefined;
}

export type KmodLine = SourceLine<KmodTree>;

/**
 * A language of files that kmod's programs read line by line in the same way. The rules about lines, blanks and comments
 * are the same in all of them; what differs is here.
 */
export interface Dialect {
  readonly language: LanguageId;
  /** What reads the files, as messages name it. */
  readonly program: 'modprobe' | 'depmod';
  readonly lines: LineLanguage<KmodTree>;
  /** What a line may begin with. */
  readonly directives: readonly string[];
  /** Programs that somebody may take for directives; empty where no rule looks for them. */
  readonly shellCommands: ReadonlySet<string>;
  /** @returns the words of a line in which only a blank or a tab is white space. */
  strictWords(tree: KmodCommand): readonly LineWord[];
  /** @returns whether a carriage return at the end of the line is white space for whoever gets the last word. */
  ignoresReturn(tree: KmodCommand): boolean;
  /** A line without fault, for examples. */
  readonly sample: string;
  /** A file that is read, for examples. */
  readonly path: string;
}

/** What a rule is made of that several languages share. */
export type SharedRule = Omit<Rule<KmodTree>, 'language'>;

/** @returns a rule that several languages have, for one of them. */
export function ruleOf({ language }: Dialect, rule: SharedRule): Rule {
  return { language, ...rule } as Rule;
}

/** @returns an example of one file. */
export function exampleOf({ path }: Dialect, ...lines: readonly string[]): RuleExample {
  return { files: { [path]: lines.map((line) => `${line}\n`).join('') } };
}
