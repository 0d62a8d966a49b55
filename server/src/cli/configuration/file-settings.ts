import { type Effective, lintSettings } from '../../lint/configuration-file/configuration.ts';
import type { ConfiguredSuppression } from '../../lint/configuration-file/content.ts';
import type { LintSettings } from '../../lint/settings.ts';
import type { LanguageId } from '../../syntax/language.ts';

/** What the user's configuration says about a file. Plain data, shared by files that it says the same about. */
export interface FileSettings {
  readonly lint: LintSettings;
  /** Where the file does not say it itself. */
  readonly language: LanguageId | undefined;
  readonly kernel: string | undefined;
  /** Absolute. */
  readonly root: string | undefined;
  readonly suppressions: readonly ConfiguredSuppression[];
}

/** Makes settings, one object for all files that have the same. */
export class SettingsTable {
  readonly #table = new Map<string, FileSettings>();
  readonly #select: (settings: LintSettings) => LintSettings;
  readonly #default: FileSettings;

  /** @param select what the command line makes of the settings */
  constructor(select: (settings: LintSettings) => LintSettings) {
    this.#select = select;
    this.#default = {
      lint: select({}),
      language: undefined,
      kernel: undefined,
      root: undefined,
      suppressions: [],
    };
  }

  /** @param effective undefined where there is no configuration */
  of(effective: Effective | undefined): FileSettings {
    if (effective === undefined) return this.#default;
    const { language, kernel, root, suppressions } = effective;
    const lint = lintSettings(effective);
    const places = suppressions.map(({ place }) => place);
    const key = JSON.stringify([lint, language?.value, kernel?.value, root?.value, places]);
    let settings = this.#table.get(key);
    if (settings === undefined) {
      settings = {
        lint: this.#select(lint),
        language: language?.value,
        kernel: kernel?.value,
        root: root?.value,
        suppressions,
      };
      this.#table.set(key, settings);
    }
    return settings;
  }
}
