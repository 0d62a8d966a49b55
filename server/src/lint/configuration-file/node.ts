/** A value of a configuration file, with its place in the text; JSON and TOML come to the same. Offsets are UTF-16 code units. */
export type ConfigurationNode = ObjectNode | ArrayNode | ScalarNode;

export interface ObjectNode {
  readonly kind: 'object';
  readonly offset: number;
  readonly entries: readonly ConfigurationEntry[];
}

export interface ConfigurationEntry {
  readonly key: string;
  /** Of the key. */
  readonly offset: number;
  readonly value: ConfigurationNode;
}

export interface ArrayNode {
  readonly kind: 'array';
  readonly offset: number;
  readonly items: readonly ConfigurationNode[];
}

export interface ScalarNode {
  /** `other` is whatever no key takes: a number, a date, null. */
  readonly kind: 'string' | 'boolean' | 'other';
  readonly offset: number;
  /** Empty for what is no string. */
  readonly text: string;
}

/** What is wrong with a configuration file, and where. */
export interface ConfigurationProblem {
  readonly offset: number;
  readonly message: string;
}

export interface ParsedConfiguration {
  readonly root: ConfigurationNode;
  readonly problems: readonly ConfigurationProblem[];
}
