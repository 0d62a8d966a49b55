import type { LoadPlan } from '../../loaders/load-plan.ts';
import { decode } from '../../text/encoding.ts';
import { modulesDirectory } from '../../tree/kernel-versions.ts';
import type { Arguments } from '../arguments.ts';
import { usesColor } from '../color.ts';
import { Configurations, type Configured } from '../configurations.ts';
import { explainPlan } from '../explain-plan.ts';
import type { Host } from '../host.ts';
import { loaderOf } from '../loader-choice.ts';
import { tellTroubles } from '../loader-troubles.ts';
import { answer, complain, type PathDescription, placeOf, refuse, refuseBelow, relay } from '../messages.ts';
import { readNamedDependencies } from '../named-dependencies.ts';
import { NoteTeller } from '../note-teller.ts';
import { paintFor } from '../paint.ts';
import { type Resolver, resolverFor } from '../resolver.ts';
import { Status, worse } from '../status.ts';

/** `modconf resolve`: prints what modprobe would do for each name. */
export async function run(args: Arguments, host: Host): Promise<Status> {
  const opened = await open(args, host);
  if (typeof opened === 'number') return opened;
  const { configured, resolver } = opened;
  // modutils says again with every request what is wrong with its configuration.
  let status: Status = configured.loader === 'kmod' ? tellTroubles(configured, host) : Status.ok;
  const ask = args.has('names') ? tellNames : args.has('why') ? explain : tellPlan;
  for (const name of args.operands) status = worse(status, ask(name, opened, args, host));
  for (const problem of resolver.problems()) complain(host, problem);
  return resolver.problems().length > 0 ? worse(status, Status.failure) : status;
}

interface Opened {
  readonly configured: Configured;
  readonly resolver: Resolver;
  readonly describePath: PathDescription;
  readonly notes: NoteTeller;
}

/** @returns the configuration and who answers for it, or the status where something cannot be read. */
async function open(args: Arguments, host: Host): Promise<Opened | Status> {
  const conf = args.value('conf');
  const dep = args.value('dep');
  let named = args.value('root') ?? '/';
  try {
    const configurations = new Configurations(args, host);
    const { project } = configurations.root;
    named = dep ?? named;
    const dependencies = dep === undefined ? undefined : readNamedDependencies(dep, host);
    named = conf ?? named;
    const configured =
      conf === undefined
        ? configurations.ofRoot(loaderOf(project, dependencies && decode(dependencies.bytes)))
        : conf === '-'
          ? await configurations.standardInput(args.value('stdin-path'))
          : configurations.named(conf);
    const resolver = resolverFor(configured, project, dependencies);
    const replaced = `${modulesDirectory}/${project.kernel}/modules.dep`;
    const describePath = (path: string) =>
      dep !== undefined && path === replaced ? dep : configured.describePath(path);
    return { configured, resolver, describePath, notes: new NoteTeller(args, describePath, host) };
  } catch (error) {
    return conf === undefined && named === (args.value('root') ?? '/')
      ? refuseBelow(host, named, error)
      : refuse(host, named, error);
  }
}

function tellNames(name: string, { resolver, notes: teller }: Opened, _: Arguments, host: Host): Status {
  const { names, messages, notes = [], status } = resolver.names(name);
  answer(host, names.map((module) => `${module}\n`).join(''));
  teller.tell(notes);
  for (const text of messages) relay(host, text);
  return status === 0 ? Status.ok : Status.findings;
}

function tellPlan(name: string, opened: Opened, args: Arguments, host: Host): Status {
  const plan = opened.resolver.plan(name);
  answer(host, opened.resolver.print(plan));
  return tellOutcome(plan, opened, args, host);
}

function explain(name: string, opened: Opened, args: Arguments, host: Host): Status {
  const { resolver, describePath } = opened;
  const plan = resolver.plan(name);
  const text = explainPlan(plan, {
    emphasis: paintFor(usesColor(args, host)),
    place: (origin) => placeOf(origin, describePath),
  });
  host.out.write(text);
  return tellOutcome(plan, opened, args, host);
}

/** Says on stderr what the loader says there, and what it does not say: what is unknown, why it hangs or crashes. */
function tellOutcome(
  { request, outcome, messages, notes = [], status, explanation, explanationOrigin }: LoadPlan,
  { notes: teller, describePath }: Opened,
  args: Arguments,
  host: Host,
): Status {
  teller.tell(notes);
  for (const text of messages) relay(host, text);
  const fails = outcome === 'hangs' || outcome === 'crashes';
  const place = explanationOrigin === undefined ? [] : [placeOf(explanationOrigin, describePath)];
  if (explanation !== undefined && (fails || !args.has('quiet')))
    complain(host, [request, ...place, explanation].join(': '));
  return fails || status !== 0 ? Status.findings : Status.ok;
}
