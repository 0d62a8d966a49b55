import { blockMajors } from './block-devices.ts';
import { charMajors, charMinors } from './char-devices.ts';
import { miscMinors } from './misc-devices.ts';
import { type NumberedThing, NumberTable } from './number-table.ts';
import * as protocols from './protocols.ts';

/** What somebody wants who asks the loader for a name that is no module. */
export interface RequestDescription {
  /** What it is, for people: `real-time clock`. */
  readonly what: string;
  /** The device file, where there is one: `/dev/rtc`. */
  readonly device?: string;
  /** When the kernel asks for it, for people: `a program opens the character device 10:135`. */
  readonly asked?: string;
}

type Describe = (numbers: readonly string[]) => RequestDescription | undefined;

const charTable = new NumberTable(charMajors);
const charMinorTable = new NumberTable(charMinors);
const miscTable = new NumberTable(miscMinors);
const blockTable = new NumberTable(blockMajors, { ranges: true });
const miscMajor = '10';

/** Names of the form PREFIX-NUMBER[-NUMBER], by their prefix. */
const numbered: Readonly<Record<string, Describe>> = {
  'char-major': ([major = '', minor]) => describeDevice('character', charThing(major, minor), major, minor),
  'block-major': ([major = '', minor]) => describeDevice('block', blockTable.get(major), major, minor),
  'net-pf': describeFamily,
  'tty-ldisc': fromTable(
    protocols.lineDisciplines,
    (number) => `a terminal is switched to line discipline ${number}`,
  ),
  'ppp-compress': fromTable(protocols.pppCompressions, (number) => `PPP agrees on compression ${number}`),
  'md-personality': fromTable(protocols.raidPersonalities, () => 'a RAID array of that kind is started'),
  'bt-proto': fromTable(protocols.bluetoothProtocols, () => 'a program opens such a Bluetooth socket'),
  'irda-dongle': fromTable(
    protocols.infraredDongles,
    () => 'such an infrared dongle is attached to a serial port',
  ),
  personality: fromTable(protocols.personalities, () => 'a program made for that system is started'),
  binfmt: fromTable(protocols.binaryFormats, () => 'a program in that format is started'),
  'sound-slot': ([card = '']) => ({
    what: `driver of sound card ${card}`,
    asked: 'a sound device of that card is opened',
  }),
  'sound-service': describeSoundService,
  'snd-card': ([card = '']) => ({
    what: `ALSA driver of sound card ${card}`,
    asked: 'a sound device of that card is opened',
  }),
  cipher: ([number = '']) => ({ what: `cipher ${number} of encrypted loop devices` }),
  'loop-xfer': ([number = '']) => ({
    what: `encryption ${number} of loop devices`,
    asked: 'such a loop device is set up',
  }),
  'loop-xfer-gen': ([number = '']) => ({
    what: `encryption ${number} of loop devices`,
    asked: 'such a loop device is set up',
  }),
};

/** @returns what a request name stands for, by the kernel's lists of devices and protocols; undefined when they do not say. */
export function describeRequest(name: string): RequestDescription | undefined {
  if (Object.hasOwn(protocols.conventionalNames, name)) return { what: protocols.conventionalNames[name]! };
  const digits = firstDigit(name);
  if (digits === -1) return undefined;
  const before = name.slice(0, digits);
  if (before.endsWith('-')) {
    const prefix = before.endsWith('--') ? before.slice(0, -2) : before.slice(0, -1);
    const numbers = name.slice(prefix.length + 1);
    // `binfmt--310`: the number itself is negative.
    return Object.hasOwn(numbered, prefix)
      ? numbered[prefix]!(before.endsWith('--') ? [numbers] : numbers.split('-'))
      : undefined;
  }
  return describeInterface(before, name.slice(digits));
}

/** @returns every request name that the lists know, with what it stands for. */
export function* knownRequests(): Generator<readonly [name: string, description: RequestDescription]> {
  const tables: readonly (readonly [string, NumberTable])[] = [
    ['char-major-', charTable],
    ['char-major-', charMinorTable],
    [`char-major-${miscMajor}-`, miscTable],
    ['block-major-', blockTable],
    ['net-pf-', new NumberTable(protocols.protocolFamilies)],
    ['tty-ldisc-', new NumberTable(protocols.lineDisciplines)],
    ['ppp-compress-', new NumberTable(protocols.pppCompressions)],
    ['md-personality-', new NumberTable(protocols.raidPersonalities)],
    ['binfmt-', new NumberTable(protocols.binaryFormats)],
  ];
  for (const [prefix, table] of tables) {
    for (const number of table.all().keys()) {
      const description = describeRequest(prefix + number);
      if (description !== undefined) yield [prefix + number, description];
    }
  }
  for (const [name, what] of Object.entries(protocols.conventionalNames)) yield [name, { what }];
}

function charThing(major: string, minor: string | undefined): NumberedThing | undefined {
  if (minor === undefined) return charTable.get(major);
  const exact = major === miscMajor ? miscTable.get(minor) : charMinorTable.get(`${major}-${minor}`);
  return exact ?? charTable.get(major);
}

function describeDevice(
  kind: 'character' | 'block',
  thing: NumberedThing | undefined,
  major: string,
  minor: string | undefined,
): RequestDescription | undefined {
  if (thing === undefined) return undefined;
  const number = minor === undefined ? `with major number ${major}` : `${major}:${minor}`;
  const asked = `a program opens ${minor === undefined ? 'a' : 'the'} ${kind} device ${number}`;
  const device = thing.device?.replace('#', minor ?? '*');
  return { what: thing.what, asked, ...(device !== undefined && { device }) };
}

const families = new NumberTable(protocols.protocolFamilies);
const netlink = new NumberTable(protocols.netlinkProtocols);
const netlinkFamily = '16';

function describeFamily([family = '', ...rest]: readonly string[]): RequestDescription | undefined {
  const known = families.get(family);
  if (known === undefined) return undefined;
  const asked = `a program opens a socket of family ${family}`;
  if (rest[0] !== 'proto' || rest[1] === undefined) return { what: known.what, asked };
  const protocol = family === netlinkFamily ? netlink.get(rest[1])?.what : undefined;
  return { what: protocol ?? `${known.what}, protocol ${rest[1]}`, asked: `${asked}, protocol ${rest[1]}` };
}

const services = new NumberTable(protocols.soundServices);

function describeSoundService([card = '', service = '']: readonly string[]): RequestDescription | undefined {
  const known = services.get(service);
  if (known === undefined) return undefined;
  const device = `${known.device}${card === '0' ? '' : card}`;
  return { what: `${known.what} of sound card ${card}`, device, asked: `a program opens ${device}` };
}

function fromTable(text: string, asked: (number: string) => string): Describe {
  const table = new NumberTable(text);
  return ([number = '']) => {
    const known = table.get(number);
    return known && { what: known.what, asked: asked(number) };
  };
}

function describeInterface(kind: string, number: string): RequestDescription | undefined {
  if (!isNumber(number)) return undefined;
  if (Object.hasOwn(protocols.conventionalNames, kind)) return { what: protocols.conventionalNames[kind]! };
  if (!Object.hasOwn(protocols.interfaces, kind)) return undefined;
  return {
    what: `network interface: ${protocols.interfaces[kind]}`,
    asked: 'the interface is configured and not there yet',
  };
}

function isNumber(text: string): boolean {
  return text !== '' && firstOther(text) === text.length;
}

function firstDigit(text: string): number {
  for (let at = 0; at < text.length; at++) if (isDigit(text.charCodeAt(at))) return at;
  return -1;
}

function firstOther(text: string): number {
  let at = 0;
  while (at < text.length && isDigit(text.charCodeAt(at))) at++;
  return at;
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}
