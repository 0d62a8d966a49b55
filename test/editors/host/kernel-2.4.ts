import { strict as assert } from 'node:assert';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import {
  type CodeAction,
  type CompletionList,
  commands,
  type DocumentSymbol,
  extensions,
  type FoldingRange,
  type Hover,
  type Location,
  type LocationLink,
  languages,
  Range,
  tasks,
  workspace,
} from 'vscode';
import type { Check } from './checks.ts';
import { ask, eventually, file, place, rulesIn, show } from './support.ts';

/** What VS Code must show on the example machine of 2003. */
export const kernel24: Readonly<Record<string, Check>> = {
  'is not active before it is needed': async () => {
    assert.equal(extensions.getExtension('modconf.modconf')?.isActive, false);
  },

  'is activated within 150 ms': async () => {
    const extension = extensions.getExtension('modconf.modconf');
    assert.ok(extension);
    const start = performance.now();
    await extension.activate();
    const duration = performance.now() - start;
    assert.ok(duration < 150, `took ${duration.toFixed()} ms`);
    console.log(`activated in ${duration.toFixed()} ms`);
  },

  'finds what is wrong': async () => {
    const document = await show('etc/modules.conf');
    const rules = await eventually('there are diagnostics', () => rulesIn(document));
    assert.ok(rules.includes('path-without-keep'), rules.join(' '));
  },

  'says what an alias stands for': async () => {
    const document = await show('etc/modules.conf');
    const [hover] = await ask<Hover[]>('HoverProvider', document.uri, place(document, 'eth0 eepro100'));
    const text =
      hover?.contents.map((part) => (typeof part === 'string' ? part : part.value)).join('\n') ?? '';
    assert.match(text, /eepro100/);
    assert.match(text, /mii/);
  },

  'knows the line of a module in modules.dep': async () => {
    const document = await show('etc/modules.conf');
    const found = await ask<(Location | LocationLink)[]>(
      'DefinitionProvider',
      document.uri,
      place(document, 'eth0 eepro100', 'eth0 '.length),
    );
    const paths = found.map((one) => ('uri' in one ? one.uri : one.targetUri).path);
    assert.ok(
      paths.some((path) => path.endsWith('/lib/modules/2.4.20/modules.dep')),
      paths.join(' '),
    );
  },

  'offers modules and aliases where they may stand': async () => {
    const document = await show('etc/modules.conf');
    const offered = async (text: string) => {
      const { items } = await ask<CompletionList>(
        'CompletionItemProvider',
        document.uri,
        place(document, text, text.length),
      );
      return items.map(({ label }) => (typeof label === 'string' ? label : label.label));
    };
    assert.ok((await offered('alias eth0 ')).includes('eepro100'));
    assert.ok((await offered('options ')).includes('eepro100'));
  },

  'puts right what can be put right': async () => {
    const document = await show('etc/modules.conf');
    const before = document.getText();
    const at = place(document, 'alias char-major-4 serial');
    const actions = await ask<CodeAction[]>(
      'CodeActionProvider',
      document.uri,
      new Range(at, at.translate(0, 25)),
    );
    const fix = actions.find(({ title }) => title === 'Remove the line');
    assert.ok(fix?.edit, actions.map(({ title }) => title).join(', '));
    await workspace.applyEdit(fix.edit);
    assert.equal(document.getText(), before.replace('alias char-major-4 serial\n', ''));
    const isGone = () => !rulesIn(document).includes('alias-same-as-builtin');
    await eventually('nothing is wrong with it any more', isGone);
    await commands.executeCommand('undo');
    assert.equal(document.getText(), before);
  },

  'has an outline': async () => {
    const { uri } = await show('etc/modules.conf');
    const symbols = await ask<DocumentSymbol[]>('DocumentSymbolProvider', uri);
    assert.ok(
      symbols.some(({ name }) => name.includes('eth0')),
      symbols.map(({ name }) => name).join(', '),
    );
  },

  'folds conditions': async () => {
    const document = await show('etc/modules.conf');
    const ranges = await ask<FoldingRange[]>('FoldingRangeProvider', document.uri);
    const line = place(document, 'if -f').line;
    assert.ok(ranges.some(({ start, end }) => start === line && end > line));
  },

  'fills the Problems panel by a task': async () => {
    const uri = file('etc/modutils/unknown');
    mkdirSync(dirname(uri.fsPath), { recursive: true });
    writeFileSync(uri.fsPath, 'frobnicate x\n');
    const found = await eventually('there is a task', () => tasks.fetchTasks({ type: 'modconf' }));
    const ended = new Promise<number | undefined>((resolve) => {
      tasks.onDidEndTaskProcess(({ exitCode }) => resolve(exitCode));
    });
    await tasks.executeTask(found[0]!);
    assert.equal(await ended, 1);
    const problem = await eventually('there is a problem', () =>
      languages.getDiagnostics(uri).find(({ code }) => code === 'unknown-directive'),
    );
    assert.equal(problem.range.start.line, 0);
    rmSync(uri.fsPath);
  },
};
