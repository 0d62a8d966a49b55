import { strict as assert } from 'node:assert';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  type CallHierarchyIncomingCall,
  type CallHierarchyItem,
  type CallHierarchyOutgoingCall,
  type CodeLens,
  ConfigurationTarget,
  commands,
  type DocumentLink,
  type Hover,
  type InlayHint,
  type Location,
  languages,
  Range,
  type WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import type { Check } from './checks.ts';
import { ask, eventually, file, hasTab, place, rulesIn, show } from './support.ts';

async function hoverText(path: string, text: string): Promise<string> {
  const document = await show(path);
  const hovers = await ask<Hover[]>('HoverProvider', document.uri, place(document, text));
  return hovers
    .flatMap(({ contents }) => contents.map((part) => (typeof part === 'string' ? part : part.value)))
    .join('\n');
}

const wholeOf = (document: { readonly lineCount: number }) => new Range(0, 0, document.lineCount, 0);

/** The process ids of our server: children of this extension host. */
function serverProcesses(): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        const isOurs = readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('modconf.js');
        const parent = /^PPid:\s*(\d+)$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
        return isOurs && parent === String(process.pid);
      } catch {
        return false; // it has ended meanwhile
      }
    })
    .map(Number);
}

/** What VS Code must show on a machine of today. */
export const today: Readonly<Record<string, Check>> = {
  'finds what is wrong': async () => {
    const document = await show('etc/modprobe.d/storage.conf');
    await eventually('there are diagnostics', () => rulesIn(document).includes('directive-case'));
  },

  'renames an alias in all files': async () => {
    const document = await show('etc/modprobe.d/sound.conf');
    const edit = await ask<WorkspaceEdit>(
      'DocumentRenameProvider',
      document.uri,
      place(document, 'soundcard'),
      'loudspeaker',
    );
    const paths = edit.entries().map(([uri]) => uri.path.replace(/^.*\/etc\//, ''));
    assert.deepEqual(paths.sort(), ['modprobe.d/sound.conf', 'modprobe.d/storage.conf']);
    await workspace.applyEdit(edit);
    assert.match(document.getText(), /^alias loudspeaker snd-hda-intel$/m);
    const other = await workspace.openTextDocument(file('etc/modprobe.d/storage.conf'));
    assert.match(other.getText(), /^options loudspeaker index=0$/m);
    for (const changed of [document, other]) {
      await window.showTextDocument(changed);
      await commands.executeCommand('workbench.action.files.revert');
    }
  },

  'finds who mentions a module': async () => {
    const document = await show('etc/modprobe.d/sound.conf');
    const found = await ask<Location[]>('ReferenceProvider', document.uri, place(document, 'snd-hda-intel'));
    assert.ok(found.filter(({ uri }) => uri.path.endsWith('sound.conf')).length >= 3);
  },

  'has lenses': async () => {
    const { uri } = await show('etc/modprobe.d/sound.conf');
    const lenses = await eventually('there are lenses', () => ask<CodeLens[]>('CodeLensProvider', uri, 10));
    assert.ok(
      lenses.some(({ command }) => command?.title.includes('snd')),
      JSON.stringify(lenses),
    );
  },

  'explains an alias when its lens is clicked': async () => {
    const { uri } = await show('etc/modprobe.d/sound.conf');
    const lenses = await ask<CodeLens[]>('CodeLensProvider', uri, 10);
    const command = lenses.find(({ command }) => command?.command === 'modconf.explain')?.command;
    assert.ok(command);
    await commands.executeCommand(command.command, ...(command.arguments ?? []));
    await eventually('the page is there', () => hasTab('soundcard'));
  },

  'has hints in the line': async () => {
    const document = await show('etc/modprobe.d/sound.conf');
    const hints = await ask<InlayHint[]>('InlayHintProvider', document.uri, wholeOf(document));
    assert.ok(hints.length > 0);
  },

  'follows dependencies as calls': async () => {
    const document = await show('etc/modprobe.d/sound.conf');
    const [item] = await eventually('there is an item', () =>
      commands.executeCommand<CallHierarchyItem[]>(
        'vscode.prepareCallHierarchy',
        document.uri,
        place(document, 'snd-pcm'),
      ),
    );
    const outgoing = await commands.executeCommand<CallHierarchyOutgoingCall[]>(
      'vscode.provideOutgoingCalls',
      item,
    );
    assert.ok(
      outgoing.some(({ to }) => to.name === 'snd'),
      outgoing.map(({ to }) => to.name).join(' '),
    );
    const incoming = await commands.executeCommand<CallHierarchyIncomingCall[]>(
      'vscode.provideIncomingCalls',
      item,
    );
    assert.ok(incoming.some(({ from }) => from.name.includes('hda')));
  },

  'shows the effective configuration with links to where it comes from': async () => {
    await show('etc/modprobe.d/blocked.conf');
    await commands.executeCommand('modconf.showEffectiveConfiguration');
    const document = window.activeTextEditor?.document;
    assert.equal(document?.uri.scheme, 'modconf');
    assert.equal(document.languageId, 'modprobe.d');
    assert.match(document.getText(), /^install cramfs \/bin\/false +# .*blocked\.conf:2$/m);
    const links = await ask<DocumentLink[]>('LinkProvider', document.uri);
    assert.ok(links.some(({ target }) => target?.path.endsWith('/etc/modprobe.d/blocked.conf')));
    assert.deepEqual(languages.getDiagnostics(document.uri), []);
  },

  'explains a module': async () => {
    await show('etc/modprobe.d/blocked.conf');
    await commands.executeCommand('modconf.explainName', 'algif_aead');
    await eventually('the page is there', () => hasTab('algif_aead'));
  },

  'draws what a module needs': async () => {
    await show('etc/modprobe.d/blocked.conf');
    await commands.executeCommand('modconf.showDependencyGraph', 'usb-storage');
    await eventually('the picture is there', () => hasTab('Dependencies of usb-storage'));
  },

  'takes in what changes on the disk': async () => {
    const document = await show('etc/modprobe.d/blocked.conf');
    await eventually('there is a finding', () => rulesIn(document).includes('blacklist-not-a-block'));
    const other = file('etc/modprobe.d/zz-more.conf').fsPath;
    writeFileSync(other, 'install algif_aead /bin/false\n');
    await eventually('it is gone', () => !rulesIn(document).includes('blacklist-not-a-block'));
    rmSync(other);
    await eventually('it is back', () => rulesIn(document).includes('blacklist-not-a-block'));
  },

  'answers for another kernel version when one is chosen': async () => {
    const setKernel = (kernel: string | undefined) =>
      workspace.getConfiguration('modconf').update('kernel', kernel, ConfigurationTarget.Workspace);
    await setKernel('6.1.0-31-amd64');
    await eventually('it speaks of the other', async () =>
      (await hoverText('etc/modprobe.d/sound.conf', 'snd-pcm')).includes('6.1.0-31-amd64'),
    );
    await setKernel(undefined);
    await eventually('it speaks of the newest', async () =>
      (await hoverText('etc/modprobe.d/sound.conf', 'snd-pcm')).includes('6.1.0-35-amd64'),
    );
  },

  'has its server back when that is killed': async () => {
    await show('etc/modprobe.d/sound.conf');
    const [server, ...others] = serverProcesses();
    assert.ok(server !== undefined);
    assert.deepEqual(others, []);
    process.kill(server, 'SIGKILL');
    await eventually('there is another', () => serverProcesses().find((pid) => pid !== server) !== undefined);
    await eventually('it answers', async () =>
      (await hoverText('etc/modprobe.d/sound.conf', 'snd-pcm')).includes('snd'),
    );
    await sleep(500);
    assert.equal(serverProcesses().length, 1);
  },
};
