import { pathMatches } from '../../files/path-pattern.ts';
import type { LanguageId } from '../../syntax/language.ts';
import type { Severity } from '../diagnostic.ts';
import type { LintSettings } from '../settings.ts';
import type {
  ConfigurationBlock,
  ConfigurationContent,
  ConfigurationPlace,
  ConfiguredSuppression,
  PathPatterns,
  Placed,
  RuleChoice,
} from './content.ts';

/** What a configuration says about one file, and where it says it. */
export interface Effective {
  /** Why the file is not checked; undefined: it is. */
  readonly excluded: ConfigurationPlace | undefined;
  readonly language: Placed<LanguageId> | undefined;
  readonly kernel: Placed<string> | undefined;
  /** Absolute. */
  readonly root: Placed<string> | undefined;
  /** The last choice for each rule that there is one for. */
  readonly rules: ReadonlyMap<string, RuleChoice>;
  readonly presets: readonly Placed<Pick<LintSettings, 'profiles' | 'strict'>>[];
  readonly suppressions: readonly ConfiguredSuppression[];
}

/** A file that a configuration is asked about. */
export interface ConfiguredPath {
  /** Absolute, on this machine. */
  readonly path: string;
  /** Absolute inside its root; undefined where it stands outside or the root is not known yet. */
  readonly inside?: string | undefined;
  readonly isFolder?: boolean;
}

/** A configuration file and what it extends. */
export class Configuration {
  /** Absolute. */
  readonly path: string;
  readonly #contents: readonly ConfigurationContent[];
  readonly #blocks: readonly ConfigurationBlock[];

  /** @param contents in the order in which they hold; later ones win */
  constructor(path: string, contents: readonly ConfigurationContent[]) {
    this.path = path;
    this.#contents = contents;
    this.#blocks = contents.flatMap(({ blocks }) => blocks);
  }

  /** The root file system that files belong to, absolute. */
  get root(): Placed<string> | undefined {
    return this.#contents.findLast(({ root }) => root !== undefined)?.root;
  }

  /** Every suppression, in order. */
  get suppressions(): readonly ConfiguredSuppression[] {
    return this.#contents.flatMap(({ suppressions }) => suppressions);
  }

  /** @returns what excludes a file or folder; undefined: nothing does. */
  exclusion(path: ConfiguredPath): ConfigurationPlace | undefined {
    const patterns = this.#contents.flatMap(({ exclude }) => exclude);
    return patterns.find((candidate) => matches(candidate, path))?.place;
  }

  /** @returns what holds for a file. */
  effective(path: ConfiguredPath): Effective {
    const blocks = this.#blocks.filter(({ files }) => files === undefined || matches(files, path));
    const languages = this.#contents.flatMap((content) => content.languages);
    const language = languages.findLast((candidate) => matches(candidate, path));
    return {
      excluded: this.exclusion(path),
      language,
      kernel: blocks.findLast(({ kernel }) => kernel !== undefined)?.kernel,
      root: this.root,
      rules: new Map(blocks.flatMap(({ rules }) => rules.map((choice) => [choice.rule, choice]))),
      presets: blocks.flatMap(({ preset }) => preset ?? []),
      suppressions: this.suppressions.filter(({ files }) => matches(files, path)),
    };
  }
}

/** @returns what the engine is told. */
export function lintSettings({ rules, presets }: Effective): LintSettings {
  const severities: Record<string, Severity | 'off'> = {};
  for (const [id, { severity }] of rules) severities[id] = severity;
  return {
    severities,
    profiles: presets.flatMap(({ value }) => value.profiles ?? []),
    strict: presets.some(({ value }) => value.strict === true),
  };
}

function matches(
  { base, patterns }: PathPatterns,
  { path, inside, isFolder = false }: ConfiguredPath,
): boolean {
  const folder = base === '/' ? base : `${base}/`;
  const below = path.startsWith(folder) ? path.slice(folder.length) : undefined;
  return patterns.some((pattern) => {
    const relative = pattern.startsWith('/') ? inside?.slice(1) : below;
    return relative !== undefined && pathMatches(pattern, relative, isFolder);
  });
}
