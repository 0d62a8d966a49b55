import { dirname, resolve } from 'node:path';
import type { Configuration, Effective } from '../../lint/configuration-file/configuration.ts';
import { lintSettings } from '../../lint/configuration-file/configuration.ts';
import { publishedSchema } from '../../lint/configuration-file/schema.ts';
import { engineRules } from '../../lint/engine-rules.ts';
import { rulesFor } from '../../lint/registry.ts';
import type { RuleInfo } from '../../lint/rule.ts';
import { severityOf } from '../../lint/settings.ts';
import { isLanguageId, type LanguageId, languageOf } from '../../syntax/language.ts';
import { decode } from '../../text/encoding.ts';
import type { Arguments } from '../arguments.ts';
import { usesColor } from '../color.ts';
import { commandNamed } from '../command-table.ts';
import { configuredPath } from '../configuration/folder-policy.ts';
import { placeName } from '../configuration/place-name.ts';
import { UserConfigurations } from '../configuration/user-configurations.ts';
import type { Host } from '../host.ts';
import { type Paint, paintFor } from '../paint.ts';
import { Projects } from '../projects.ts';
import { visible } from '../report/visible.ts';
import { shownPath } from '../shown-path.ts';
import { Status } from '../status.ts';
import { UsageError } from '../usage-error.ts';

/** `modconf config`: shows what the user's configuration says about files, and where it says it. */
export async function run(args: Arguments, host: Host): Promise<Status> {
  if (args.has('schema')) {
    host.out.write(`${JSON.stringify(publishedSchema(), null, 2)}\n`);
    return Status.ok;
  }
  if (!args.has('print') || args.operands.length === 0)
    throw new UsageError('config needs --print and a FILE, or --schema', commandNamed('config'));
  const configurations = new UserConfigurations(args, host);
  const explainer = new Explainer(args, host);
  for (const shown of args.operands) {
    const path = resolve(host.directory, shown);
    const configuration = await (args.has('root')
      ? configurations.ofRoots()
      : configurations.of(dirname(path)));
    host.out.write(explainer.explain(shown, path, configuration));
  }
  return Status.ok;
}

/** A row: what it is about, what holds, and why. */
type Row = readonly [name: string, value: string, why: string];

class Explainer {
  readonly #args: Arguments;
  readonly #host: Host;
  readonly #paint: Paint;

  constructor(args: Arguments, host: Host) {
    this.#args = args;
    this.#host = host;
    this.#paint = paintFor(usesColor(args, host));
  }

  /** @returns whole lines */
  explain(shown: string, path: string, configuration: Configuration | undefined): string {
    const chosenRoot = this.#args.value('root');
    const root = chosenRoot === undefined ? undefined : resolve(this.#host.directory, chosenRoot);
    const effective = configuration?.effective(configuredPath(configuration, this.#host, path, root));
    const language = this.#language(path, effective);
    const rows: Row[] = [
      this.#configurationRow(configuration),
      this.#checkedRow(effective),
      language,
      ...this.#machineRows(path, effective),
    ];
    const rules = isLanguageId(language[1]) ? this.#ruleRows(language[1], effective) : [];
    const suppressions = (effective?.suppressions ?? []).map(
      ({ rules: ids, reason, place }): Row => [
        'suppressed',
        ids.join(', '),
        `${this.#name(place)}: ${reason}`,
      ],
    );
    return [
      this.#paint.underline(visible(shown)),
      ...this.#table([...rows, ...suppressions]),
      '',
      ...this.#table(rules),
      '',
    ]
      .map((line) => `${line}\n`)
      .join('');
  }

  #configurationRow(configuration: Configuration | undefined): Row {
    if (configuration === undefined) return ['configuration', 'none', ''];
    const why = this.#args.has('config') ? '--config' : 'the nearest one';
    return ['configuration', shownPath(this.#host, configuration.path), why];
  }

  #checkedRow(effective: Effective | undefined): Row {
    if (effective?.excluded === undefined) return ['checked', 'yes', ''];
    return ['checked', 'no', this.#name(effective.excluded)];
  }

  #language(path: string, effective: Effective | undefined): Row {
    const chosen = this.#args.value('language');
    if (chosen !== undefined) return ['language', chosen, '--language'];
    const firstLine = languageOf('', decode(this.#host.firstBytes(path, 128)));
    if (firstLine !== undefined) return ['language', firstLine, 'its first line'];
    const configured = effective?.language;
    if (configured !== undefined) return ['language', configured.value, this.#name(configured.place)];
    const known = languageOf(path);
    return known === undefined ? ['language', 'unknown', ''] : ['language', known, 'its path'];
  }

  #machineRows(path: string, effective: Effective | undefined): Row[] {
    const chosenRoot = this.#args.value('root');
    const chosenKernel = this.#args.value('kernel');
    const { root, kernel } = effective ?? {};
    const projects = new Projects(this.#host, chosenRoot ?? root?.value, {
      kernel: chosenKernel ?? kernel?.value,
    });
    const { directory, project } = projects.rootOf(path);
    const why = (option: string, chosen: string | undefined, placed: Effective['root'], otherwise: string) =>
      chosen !== undefined ? `--${option}` : placed === undefined ? otherwise : this.#name(placed.place);
    return [
      ['root', shownPath(this.#host, directory), why('root', chosenRoot, root, 'its place')],
      ['kernel', project.kernel, why('kernel', chosenKernel, kernel, 'the root')],
    ];
  }

  #ruleRows(language: LanguageId, effective: Effective | undefined): Row[] {
    const rules = [...rulesFor(language), ...engineRules];
    return rules
      .map((rule): Row => [rule.id, this.#severity(rule, effective), this.#why(rule, effective)])
      .sort(([left], [right]) => (left < right ? -1 : 1));
  }

  #severity(rule: RuleInfo, effective: Effective | undefined): string {
    return severityOf(rule, effective === undefined ? {} : lintSettings(effective)) ?? 'off';
  }

  #why(rule: RuleInfo, effective: Effective | undefined): string {
    const choice = effective?.rules.get(rule.id);
    if (choice !== undefined)
      return this.#name(choice.place) + (choice.reason === undefined ? '' : `: ${choice.reason}`);
    const presets = effective?.presets ?? [];
    const { profiles } = rule;
    if (profiles !== undefined) {
      const preset = presets.find(({ value }) =>
        profiles.some((profile) => value.profiles?.includes(profile)),
      );
      if (preset === undefined) return `only with modconf:${profiles.join(' or modconf:')}`;
      return preset.place.path;
    }
    const strict = presets.find(({ value }) => value.strict === true);
    return strict === undefined || rule.severity === 'error' ? 'default' : strict.place.path;
  }

  #name(place: Effective['excluded'] & object): string {
    return placeName(this.#host, place);
  }

  #table(rows: readonly Row[]): string[] {
    const width = (column: 0 | 1) => Math.max(...rows.map((row) => row[column].length));
    const [names, values] = [width(0), width(1)];
    return rows.map(([name, value, why]) => {
      const left = `  ${name.padEnd(names)}  ${visible(value).padEnd(values)}`;
      return why === '' ? left.trimEnd() : `${left}  ${this.#paint.dim(visible(why))}`;
    });
  }
}
