import { FileError, type FileSystem } from '../../files/file-system.ts';
import { baseName, directoryName, normalizePath } from '../../files/paths.ts';
import { decode } from '../../text/encoding.ts';
import { nearest } from '../nearest.ts';
import { Configuration } from './configuration.ts';
import { ConfigurationError, type LocatedProblem } from './configuration-error.ts';
import { type ConfigurationContent, type ConfigurationPlace, contentOf } from './content.ts';
import type { ConfigurationProblem, ParsedConfiguration } from './node.ts';
import { parseJson } from './parse-json.ts';
import { parseToml } from './parse-toml.ts';
import { presets } from './presets.ts';
import { configurationSchema } from './schema.ts';
import { validate } from './validate.ts';

/** Larger than any that people write. */
const maximumSize = 1 << 20;

/** Deeper than any that people build on each other. */
const maximumDepth = 10;

/**
 * Reads a configuration file with everything that it extends.
 *
 * @param files those of the machine
 * @param path absolute
 * @throws ConfigurationError, FileError
 */
export function loadConfiguration(files: FileSystem, path: string): Configuration {
  return new Configuration(path, [...read(files, normalizePath(path), [])]);
}

/** The contents in the order in which they hold: what is extended comes first. */
function* read(files: FileSystem, path: string, trail: readonly string[]): Generator<ConfigurationContent> {
  const { content, fail } = readOne(files, path);
  const inner = [...trail, path];
  for (const { value, place } of content.extends) {
    const preset = Object.hasOwn(presets, value) ? presets[value] : undefined;
    if (preset !== undefined) {
      yield presetContent(value, preset);
      continue;
    }
    if (value.startsWith('modconf:')) throw fail(place, unknownPreset(value));
    const target = normalizePath(value, directoryName(path));
    if (inner.includes(target)) throw fail(place, `\`${value}\` extends this file in turn`);
    if (inner.length >= maximumDepth) throw fail(place, `more than ${maximumDepth} files extend each other`);
    if (files.stat(target)?.kind !== 'file') throw fail(place, `there is no file \`${value}\``);
    yield* read(files, target, inner);
  }
  yield content;
}

function presetContent(name: string, { settings }: (typeof presets)[string]): ConfigurationContent {
  const place: ConfigurationPlace = { path: name };
  return {
    extends: [],
    root: undefined,
    exclude: [],
    languages: [],
    blocks: [{ files: undefined, rules: [], kernel: undefined, preset: { value: settings, place } }],
    suppressions: [],
  };
}

function unknownPreset(name: string): string {
  const meant = nearest(name, Object.keys(presets));
  const offer =
    meant === undefined ? `; there are ${Object.keys(presets).join(', ')}` : ` (did you mean \`${meant}\`?)`;
  return `there is no preset \`${name}\`${offer}`;
}

interface ReadFile {
  readonly content: ConfigurationContent;
  /** Makes the error that a line of the file has. */
  readonly fail: (place: ConfigurationPlace, message: string) => ConfigurationError;
}

function readOne(files: FileSystem, path: string): ReadFile {
  const text = decode(files.read(path, maximumSize));
  const { root, problems: unreadable } = parse(text, path);
  const problems = unreadable.length > 0 ? unreadable : validate(root, configurationSchema());
  if (problems.length > 0)
    throw new ConfigurationError(problems.map((problem) => locate(problem, path, text)));
  const placeAt = (offset: number) => ({ path, line: locate({ offset, message: '' }, path, text).line });
  return {
    content: contentOf(root, directoryName(path), placeAt),
    fail: ({ line = 1 }, message) => new ConfigurationError([{ path, line, column: 1, message }]),
  };
}

function parse(text: string, path: string): ParsedConfiguration {
  try {
    if (path.endsWith('.toml')) return parseToml(text);
    return parseJson(text, baseName(path).endsWith('.jsonc'));
  } catch (error) {
    // Brackets in brackets without end.
    if (error instanceof RangeError) throw new FileError('other', path, 'is nested too deeply');
    throw error;
  }
}

function locate({ offset, message }: ConfigurationProblem, path: string, text: string): LocatedProblem {
  const before = text.slice(0, offset);
  const lineStart = before.lastIndexOf('\n') + 1;
  return { path, line: before.split('\n').length, column: offset - lineStart + 1, message };
}
