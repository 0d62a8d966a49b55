import { strict as assert } from 'node:assert';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { settingsSchema } from '../../server/src/lsp/settings.ts';
import { languageIds } from '../../server/src/syntax/language.ts';

const project = new URL('../../', import.meta.url);
const read = (path: string) => JSON.parse(readFileSync(fileURLToPath(new URL(path, project)), 'utf8'));
const manifest = read('package.json');
const { contributes } = manifest;

/** Settings that are the extension's own business. */
const clientSettings = ['server.path', 'trace.server'];

/** What a manifest says of a setting for people's eyes. */
const descriptive = new Set([
  'description',
  'enumDescriptions',
  'markdownDescription',
  'markdownEnumDescriptions',
  'order',
  'scope',
]);

function withoutDescriptions(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutDescriptions);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !descriptive.has(key))
      .map(([key, inner]) => [key, withoutDescriptions(inner)]),
  );
}

/** Every text of the manifest that is a path in the package. */
function pathsIn(value: unknown): string[] {
  if (typeof value === 'string') return value.startsWith('./') ? [value] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(pathsIn) : [];
}

describe('the manifest', () => {
  it("has the server's settings, as the server reads them, and the client's", () => {
    const properties: Record<string, unknown> = contributes.configuration.properties;
    const settings = new Map(
      Object.entries(properties).map(([name, schema]) => [name.replace('modconf.', ''), schema]),
    );
    const client = clientSettings.map((name) => [name, settings.get(name)] as const);
    for (const [name, schema] of client) assert.ok(schema !== undefined, name);
    for (const name of clientSettings) settings.delete(name);
    assert.deepEqual(withoutDescriptions(Object.fromEntries(settings)), settingsSchema);
  });

  it('describes every setting and every choice', () => {
    for (const [name, schema] of Object.entries<Record<string, unknown>>(
      contributes.configuration.properties,
    )) {
      assert.match(String(schema.markdownDescription ?? ''), /\S.*\.$/s, name);
      const choices = [schema, schema.items, schema.additionalProperties] as {
        enum?: [];
        enumDescriptions?: [];
      }[];
      for (const choice of choices)
        assert.equal(choice?.enumDescriptions?.length, choice?.enum?.length, name);
    }
  });

  it('has every language, with a grammar', () => {
    const ids = (list: readonly Record<string, string>[], key: string) =>
      list.flatMap((entry) => entry[key] ?? []).sort();
    assert.deepEqual(ids(contributes.languages, 'id'), [...languageIds].sort());
    assert.deepEqual(ids(contributes.grammars, 'language'), [...languageIds].sort());
  });

  it('sets no defaults for languages with a dot in their name, at which VS Code breaks', () => {
    assert.equal(contributes.configurationDefaults, undefined);
  });

  it('names files that are there', () => {
    const paths = pathsIn(contributes);
    assert.ok(paths.length > 20);
    for (const path of paths) assert.ok(existsSync(new URL(path, project)), path);
  });

  it('begins its work with a language or a command only', () => {
    assert.equal(manifest.activationEvents, undefined);
  });

  it('has one version with the server and the client', () => {
    for (const part of ['server', 'client'])
      assert.equal(read(`${part}/package.json`).version, manifest.version);
  });

  it('asks for the editor that its types describe', () => {
    const { version } = read('node_modules/@types/vscode/package.json');
    assert.equal(manifest.engines.vscode, `^${version}`);
  });
});
