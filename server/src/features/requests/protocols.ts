/** Socket address families (`net-pf-N`) by number. */
export const protocolFamilies = `
1 - local (Unix) sockets
2 - Internet protocol (IPv4)
3 - AX.25 amateur radio
4 - Novell IPX
5 - AppleTalk
6 - NET/ROM amateur radio
7 - bridge
8 - ATM permanent circuits
9 - X.25
10 - Internet protocol, version 6 (IPv6)
11 - ROSE amateur radio
12 - DECnet
13 - NetBEUI
15 - key management (IPsec)
16 - netlink: kernel and programs
17 - raw packets (tcpdump, dhclient)
19 - Acorn Econet
20 - ATM switched circuits
21 - reliable datagram sockets (RDS)
22 - Linux SNA
23 - infrared (IrDA)
24 - PPP over Ethernet and others (PPPoX)
25 - Wanpipe
26 - logical link control (LLC)
27 - InfiniBand
28 - MPLS
29 - CAN bus
30 - TIPC cluster protocol
31 - Bluetooth
32 - IUCV of z/VM
33 - RxRPC (AFS)
34 - modular ISDN
35 - Phonet
36 - IEEE 802.15.4
37 - CAIF
38 - encryption by the kernel (AF_ALG)
39 - near field communication (NFC)
40 - sockets between host and virtual machine
41 - kernel connection multiplexer
42 - Qualcomm IPC router
43 - SMC sockets
44 - XDP sockets
45 - management component transport (MCTP)
`;

/** Netlink protocols (`net-pf-16-proto-N`) by number. */
export const netlinkProtocols = `
0 - routing and devices
3 - packets for a firewall in user space
4 - socket monitoring
5 - netfilter log
6 - IPsec
8 - iSCSI
9 - audit
10 - routing table lookup
11 - connector
12 - netfilter
15 - kernel events for udev
16 - generic netlink
18 - SCSI transports
20 - RDMA
21 - encryption
`;

/** Terminal line disciplines (`tty-ldisc-N`) by number. */
export const lineDisciplines = `
0 - ordinary terminal
1 - serial line IP (SLIP)
2 - serial mouse and other input devices
3 - asynchronous PPP
4 - Starmode radio IP (STRIP)
5 - AX.25 amateur radio
6 - X.25
7 - 6pack amateur radio
8 - Mobitex
9 - Siemens R3964
10 - Profibus
11 - infrared (IrDA)
12 - SMS block interface
13 - synchronous HDLC
14 - synchronous PPP
15 - Bluetooth adapter on a serial port
16 - Gigaset ISDN adapter
17 - CAN bus on a serial line
18 - pulse per second
19 - V.253 modem
20 - CAIF
21 - GSM 07.10 multiplexer
22 - TI wireless chip
23 - trace sink
24 - trace router
25 - near field communication (NFC)
26 - Speakup speech synthesizer
`;

/** PPP compression methods (`ppp-compress-N`) by number. */
export const pppCompressions = `
1 - Predictor, type 1
2 - Predictor, type 2
17 - Stac LZS
18 - Microsoft encryption and compression (MPPE)
21 - BSD compress
24 - deflate, by its old draft number
26 - deflate
`;

/** RAID levels (`md-personality-N`) by number. */
export const raidPersonalities = `
1 - linear: disks one behind the other
2 - RAID 0: striping
3 - RAID 1: mirroring
4 - RAID 4 and 5: striping with parity
7 - multipath: several ways to one disk
8 - RAID 6
9 - RAID 10
`;

/** Bluetooth protocols (`bt-proto-N`) by number. */
export const bluetoothProtocols = `
0 - logical link (L2CAP)
1 - adapter access (HCI)
2 - audio (SCO)
3 - serial ports (RFCOMM)
4 - network (BNEP)
5 - ISDN CAPI (CMTP)
6 - keyboards and mice (HIDP)
7 - audio and video distribution
`;

/** Infrared dongles (`irda-dongle-N`) by number. */
export const infraredDongles = `
0 - Tekram
1 - Extended Systems JetEye
2 - ACTiSYS IR-220L
3 - ACTiSYS IR-220L+
4 - Greenwich GIrBIL
5 - Parallax LiteLink
6 - Adaptec Airport
7 - Belkin SmartBeam, old model
8 - EP7211 infrared port
9 - Microchip MCP2120
10 - ACTiSYS ACT-IR200L
11 - Mobile Action MA600
`;

/** OSS services of a sound card (`sound-service-CARD-N`) by number. */
export const soundServices = `
0 /dev/mixer mixer
1 /dev/sequencer sequencer
2 /dev/midi MIDI port
3 /dev/dsp digital audio
4 /dev/audio digital audio in the manner of Sun
8 /dev/sequencer2 sequencer, second form
12 /dev/adsp second digital audio
`;

/** Execution domains (`personality-N`): programs made for other systems. */
export const personalities = `
0 - Linux
1 - System V release 4
2 - System V release 3
3 - SCO Unix
4 - Wyse V/386
5 - ISC Unix
6 - SunOS or BSD
7 - Xenix
8 - 32-bit Linux
`;

/** Executable formats (`binfmt-N`): the magic number in decimal up to 2.2, its second half in hexadecimal from 2.4. */
export const binaryFormats = `
204 - a.out (QMAGIC)
263 - a.out (OMAGIC)
264 - a.out (NMAGIC)
267 - a.out (ZMAGIC)
332 - COFF of other systems (iBCS)
387 - ECOFF of the Alpha
-310 - Java classes
0064 - a.out
464c - ELF
`;

/** Network interfaces by what stands before their number. */
export const interfaces: Readonly<Record<string, string>> = {
  arc: 'ARCnet',
  ax: 'AX.25 amateur radio',
  bond: 'bonding of several interfaces',
  cipcb: 'encrypted tunnel (CIPE)',
  ctc: 'channel to channel connection of a mainframe',
  dummy: 'dummy interface',
  escon: 'ESCON channel of a mainframe',
  eth: 'Ethernet',
  fddi: 'FDDI',
  gre: 'GRE tunnel',
  ippp: 'synchronous PPP over ISDN',
  irda: 'infrared',
  irlan: 'network over infrared',
  isdn: 'ISDN',
  iucv: 'IUCV of z/VM',
  plip: 'network over the parallel port (PLIP)',
  ppp: 'point-to-point protocol (PPP)',
  sit: 'IPv6 in IPv4 tunnel',
  sl: 'serial line IP (SLIP)',
  slip: 'serial line IP (SLIP)',
  tap: 'Ethernet in user space',
  tr: 'token ring',
  tun: 'network in user space',
  tunl: 'IP in IP tunnel',
  wlan: 'wireless network',
};

/** Names that programs or the kernel ask for by convention. */
export const conventionalNames: Readonly<Record<string, string>> = {
  'ieee1394-controller': 'FireWire controller; asked for by the start-up scripts',
  midi: 'MIDI; asked for by the start-up scripts',
  parport_lowlevel: 'driver of the parallel port; asked for by parport when there is none yet',
  scsi_hostadapter: 'driver of the SCSI adapter; asked for when SCSI is first used',
  'scsi-hostadapter': 'driver of the SCSI adapter',
  sound: 'sound card; asked for by the start-up scripts',
  usbdevfs: 'USB device file system',
  'usb-controller': 'USB controller; asked for by the start-up scripts',
  'usb-interface': 'USB controller; asked for by the start-up scripts',
};
