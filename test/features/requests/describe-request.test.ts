import assert from 'node:assert/strict';
import { describeRequest, knownRequests } from '../../../server/src/features/requests/describe-request.ts';

const cases: Readonly<Record<string, string | undefined>> = {
  'char-major-10-135': '/dev/rtc: real-time clock (a program opens the character device 10:135)',
  'char-major-10-30':
    'miscellaneous devices: bus mice, watchdog, clock and others (a program opens the character device 10:30)',
  'char-major-21':
    '/dev/sg*: generic SCSI access: scanners, CD writers (a program opens a character device with major number 21)',
  'char-major-21-3':
    '/dev/sg3: generic SCSI access: scanners, CD writers (a program opens the character device 21:3)',
  'char-major-14-3': '/dev/dsp: digital audio (a program opens the character device 14:3)',
  'block-major-2': 'floppy disks (fd0, fd1, …) (a program opens a block device with major number 2)',
  'block-major-27':
    'Panasonic or Sound Blaster CD-ROM (sbpcd) (a program opens a block device with major number 27)',
  'net-pf-10': 'Internet protocol, version 6 (IPv6) (a program opens a socket of family 10)',
  'net-pf-16-proto-9': 'audit (a program opens a socket of family 16, protocol 9)',
  'net-pf-2-proto-132':
    'Internet protocol (IPv4), protocol 132 (a program opens a socket of family 2, protocol 132)',
  'tty-ldisc-3': 'asynchronous PPP (a terminal is switched to line discipline 3)',
  'ppp-compress-21': 'BSD compress (PPP agrees on compression 21)',
  'binfmt--310': 'Java classes (a program in that format is started)',
  'binfmt-464c': 'ELF (a program in that format is started)',
  'sound-slot-0': 'driver of sound card 0 (a sound device of that card is opened)',
  'sound-service-1-3': '/dev/dsp1: digital audio of sound card 1 (a program opens /dev/dsp1)',
  eth0: 'network interface: Ethernet (the interface is configured and not there yet)',
  parport_lowlevel: 'driver of the parallel port; asked for by parport when there is none yet',
  'usb-controller1': 'USB controller; asked for by the start-up scripts',
  'char-major-254': undefined,
  'char-major-': undefined,
  'tty-ldisc-99': undefined,
  'net-pf-constructor': undefined,
  'eth0.1': undefined,
  '3c59x': undefined,
  constructor: undefined,
  'constructor-1': undefined,
  constructor1: undefined,
  '': undefined,
};

describe('what a request name stands for', () => {
  for (const [name, expected] of Object.entries(cases)) {
    it(name === '' ? 'the empty name' : name, () => {
      const found = describeRequest(name);
      const device = found?.device === undefined ? '' : `${found.device}: `;
      const asked = found?.asked === undefined ? '' : ` (${found.asked})`;
      assert.equal(found && `${device}${found.what}${asked}`, expected);
    });
  }

  it('is there for every name that is offered, and no line of a table is malformed', () => {
    const names = [...knownRequests()];
    assert.ok(names.length > 400);
    assert.equal(new Set(names.map(([name]) => name)).size, names.length);
    for (const [name, { what, device }] of names) {
      assert.deepEqual(describeRequest(name)?.what, what);
      assert.match(what, /^\S.*\S$/, name);
      assert.ok(device === undefined || device.startsWith('/dev/'), `${name}: ${device}`);
    }
  });
});
