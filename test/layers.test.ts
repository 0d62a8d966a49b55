import { strict as assert } from 'node:assert';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const source = fileURLToPath(new URL('../server/src/', import.meta.url));

/** From the ground up: a part imports only from itself and from parts before it. */
const layers = [
  'text',
  'files',
  'syntax',
  'expand',
  'tree',
  'loaders',
  'workspace',
  'lint',
  'features',
  'lsp',
  'cli',
];

/** The parts that two loaders or two languages must not share by accident. */
const separate = ['loaders/modutils', 'loaders/kmod'];

/** Generated tables, which may be long. */
const generated = new Set<string>([]);

function sourceFiles(directory: string): string[] {
  return readdirSync(directory, { withFileTypes: true }).flatMap((entry) => {
    const path = join(directory, entry.name);
    return entry.isDirectory() ? sourceFiles(path) : path.endsWith('.ts') ? [path] : [];
  });
}

function importsOf(text: string): string[] {
  const pattern =
    /(?:^|\n)\s*(?:import|export)\b[^'";]*?from\s*'([^']+)'|\bimport\(\s*'([^']+)'\s*\)|(?:^|\n)import '([^']+)'/g;
  return [...text.matchAll(pattern)].map((match) => match[1] ?? match[2] ?? match[3] ?? '');
}

const files = sourceFiles(source).map((path) => ({
  path: relative(source, path),
  text: readFileSync(path, 'utf8'),
}));

describe('the layers', () => {
  it('are all of the source', () => {
    assert.ok(files.length > 10);
    for (const { path } of files) assert.ok(layers.includes(path.split('/')[0]!), `${path} is in no layer`);
  });

  it('import one way', () => {
    const wrong: string[] = [];
    for (const { path, text } of files) {
      for (const name of importsOf(text)) {
        if (!name.startsWith('.')) continue;
        const target = relative(source, resolve(source, dirname(path), name));
        const from = layers.indexOf(path.split('/')[0]!);
        const to = layers.indexOf(target.split('/')[0]!);
        // The command loads the server's bundle by its built name.
        if (target === 'cli/lsp.js') continue;
        if (to === -1 || to > from) wrong.push(`${path} imports ${target}`);
        for (const part of separate) {
          const other = separate.find(
            (candidate) => candidate !== part && target.startsWith(`${candidate}/`),
          );
          if (path.startsWith(`${part}/`) && other) wrong.push(`${path} imports ${target}`);
        }
      }
    }
    assert.deepEqual(wrong, []);
  });

  it('have no import cycle', () => {
    const graph = new Map<string, string[]>();
    for (const { path, text } of files) {
      const targets = importsOf(text.replace(/import type[^;]*;/g, ''))
        .filter((name) => name.startsWith('.'))
        .map((name) => relative(source, resolve(source, dirname(path), name)));
      graph.set(path, targets);
    }
    const done = new Set<string>();
    const visit = (path: string, trail: readonly string[]): void => {
      assert.ok(!trail.includes(path), `cycle: ${[...trail, path].join(' -> ')}`);
      if (done.has(path)) return;
      for (const next of graph.get(path) ?? []) visit(next, [...trail, path]);
      done.add(path);
    };
    for (const path of graph.keys()) visit(path, []);
  });

  it('keep the outside world to itself', () => {
    const wrong: string[] = [];
    for (const { path, text } of files) {
      const layer = path.split('/')[0]!;
      for (const name of importsOf(text)) {
        if (name.startsWith('vscode-languageserver') && layer !== 'lsp') {
          const typesOnly = layer === 'features' && name === 'vscode-languageserver-types';
          if (!typesOnly) wrong.push(`${path} imports ${name}`);
        }
        if (name.startsWith('node:') && !['workspace', 'lsp', 'cli'].includes(layer))
          wrong.push(`${path} imports ${name}`);
        if (name === 'node:fs' && layer === 'lsp') wrong.push(`${path} imports ${name}`);
      }
      if (layer !== 'cli' && layer !== 'lsp' && /\bprocess\.|\bconsole\./.test(text))
        wrong.push(`${path} uses process or console`);
    }
    assert.deepEqual(wrong, []);
  });

  it('have files of at most 400 lines and functions of at most 80', () => {
    const wrong: string[] = [];
    for (const { path, text } of files) {
      if (generated.has(path)) continue;
      const lines = text.split('\n');
      if (lines.length > 401) wrong.push(`${path} has ${lines.length - 1} lines`);
      wrong.push(...longFunctions(lines).map((name) => `${path}: ${name}`));
    }
    assert.deepEqual(wrong, []);
  });
});

/** Finds functions and methods by the formatter's layout: an opening line and the closing brace at its indentation. */
function longFunctions(lines: readonly string[]): string[] {
  const found: string[] = [];
  const opening =
    /^(\s*)(?:export )?(?:default )?(?:async )?(?:function\b|(?:(?:public|private|static|override|async|get|set|\*) ?)*#?\w+\(.*\).*\{$|(?:const|let) \w+ = (?:async )?\(?.*=> \{$)/;
  lines.forEach((line, index) => {
    const indent = opening.exec(line)?.[1];
    if (indent === undefined || /^\s*(?:if|for|while|switch|return|else)\b/.test(line)) return;
    const end = lines.findIndex((other, at) => at > index && other.startsWith(`${indent}}`));
    if (end - index + 1 > 80) found.push(`${line.trim()} has ${end - index + 1} lines`);
  });
  return found;
}
