/**
 * Character devices by major number, from the kernel's list of allocated devices: number, device file, what it is. A `#` in the
 * device file stands for the minor number; `-` where there is no one name.
 */
export const charMajors = `
1 - memory devices: mem, null, zero, random
2 - pseudo-terminal masters of the old kind (pty??)
3 - pseudo-terminals of the old kind (tty??)
4 - terminals: virtual consoles (tty0 to tty63) and serial ports (ttyS0 and on)
5 - the current terminal, the system console, the pseudo-terminal multiplexer, serial call-out ports
6 /dev/lp# parallel printer
7 - contents of the virtual consoles (vcs, vcsa)
9 - SCSI tape (st0, nst0, …)
10 - miscellaneous devices: bus mice, watchdog, clock and others
11 /dev/kbd raw keyboard (SPARC)
12 - QIC-02 tape
13 - input core: joysticks, mice, events
14 - sound through the Open Sound System
15 /dev/js# joystick
16 /dev/gs4500 Genius handheld scanner
17 /dev/ttyH# Chase serial card
18 /dev/cuh# Chase serial card, call-out
19 /dev/ttyC# Cyclades serial card
20 /dev/cub# Cyclades serial card, call-out
21 /dev/sg# generic SCSI access: scanners, CD writers
22 /dev/ttyD# Digiboard serial card
23 /dev/cud# Digiboard serial card, call-out
24 /dev/ttyE# Stallion serial card
25 /dev/cue# Stallion serial card, call-out
26 /dev/wvisfgrab Quanta WinVision frame grabber
27 - QIC-117 floppy tape (qft0, nqft0, …)
28 - Stallion serial card, programming; on Atari the SLM laser printer
29 - frame buffer (fb0, …)
30 - iBCS-2 compatibility devices
31 - MPU-401 MIDI
32 /dev/ttyX# Specialix serial card
33 /dev/cux# Specialix serial card, call-out
34 /dev/scc# Z8530 HDLC driver
35 - tclmidi MIDI driver
36 - netlink sockets as devices (route, tap0, …)
37 - IDE tape (ht0, nht0, …)
38 /dev/mlanai# Myricom Myrinet board
39 - ML-16P I/O board
40 /dev/mmetfgrab Matrox Meteor frame grabber
41 /dev/yamm Yet Another Micro Monitor
43 /dev/ttyI# ISDN virtual modem
44 /dev/cui# ISDN virtual modem, call-out
45 - ISDN channels and control (isdn0, isdnctrl0, ippp0)
46 /dev/ttyR# Comtrol Rocketport serial card
47 /dev/cur# Comtrol Rocketport serial card, call-out
48 /dev/ttyL# SDL RISCom serial card
49 /dev/cul# SDL RISCom serial card, call-out
51 /dev/bc# Baycom radio modem
52 /dev/dcbri# Spellcaster ISDN card
53 - debug interface for MC683xx microcontrollers
54 /dev/holter# Holter heart monitor card
55 /dev/dsp56k DSP56001 signal processor
56 /dev/adb Apple Desktop Bus
57 /dev/ttyP# Hayes ESP serial card
58 /dev/cup# Hayes ESP serial card, call-out
59 /dev/firewall sf firewall package
64 /dev/enskip ENskip encryption
65 - Transputer boards (plink)
66 /dev/yppcpci# YARC PowerPC coprocessor card
67 /dev/cfs# Coda network file system
68 - ISDN CAPI 2.0
69 /dev/ma16 MA16 numeric accelerator
70 - Spellcaster protocol services
71 /dev/ttyF# Computone IntelliPort II serial card
72 /dev/cuf# Computone IntelliPort II serial card, call-out
73 - Computone IntelliPort II serial card, control
74 /dev/SCI/# SCI bridge
75 /dev/ttyW# Specialix IO8+ serial card
76 /dev/cuw# Specialix IO8+ serial card, call-out
77 /dev/qng ComScire noise generator
78 /dev/ttyM# PAM multimodem board
79 /dev/cum# PAM multimodem board, call-out
80 /dev/at200 Photometrics CCD camera
81 - video capture, radio and teletext (video0, radio0, vbi0)
82 /dev/winradio# WiNRADiO receiver card
83 - teletext interfaces (vtx, vttuner)
84 /dev/ihcp# Ikon Versatec interface
85 - SGI shared memory input queue
86 /dev/sch# SCSI media changer
87 /dev/controla# Sony Control-A1 bus
88 /dev/comx# COMX synchronous serial card
89 /dev/i2c-# I2C bus
90 - memory technology device: RAM, ROM, flash (mtd0, …)
91 /dev/can# CAN bus
93 - IBM Smart Capture Card
94 /dev/dcxx# miroVIDEO DC10/30 video card
95 - IP filter
96 - parallel port ATAPI tape (pt0, npt0, …)
97 /dev/pg# parallel port ATAPI, generic access
98 /dev/comedi# measurement and control card (comedi)
99 /dev/parport# raw parallel port
100 /dev/phone# telephony
101 - Motorola DSP 56xxx board
102 /dev/tlk# Philips SAA5249 teletext decoder
103 /dev/xfs# Arla network file system
105 /dev/ttyV# Comtrol VS-1000 serial controller
106 /dev/cuv# Comtrol VS-1000 serial controller, call-out
107 /dev/3dfx 3Dfx Voodoo graphics
108 /dev/ppp point-to-point protocol
109 /dev/lvm logical volume manager control
110 /dev/srnd# miroMEDIA Surround board
111 /dev/av# Philips SAA7146 video card
112 /dev/ttyM# ISI serial card
113 /dev/cum# ISI serial card, call-out
114 - Picture Elements ISE board
115 /dev/speaker console speaker
116 - sound through ALSA
117 - COSA/SRP synchronous serial card
119 /dev/vnet# VMware virtual network control
128 - pseudo-terminal masters
136 /dev/pts/# pseudo-terminals
144 /dev/pppox# PPP over Ethernet
145 - SAM9407 sound card
146 /dev/scramnet# SCRAMNet mirrored memory network
147 /dev/aureal# Aureal Vortex sound card
148 /dev/ttyT# Technology Concepts serial card
149 /dev/cut# Technology Concepts serial card, call-out
150 /dev/rtf# real-time Linux FIFO
151 /dev/dpti# DPT I2O SmartRaid V controller
154 /dev/ttySR# Specialix RIO serial card
155 /dev/cusr# Specialix RIO serial card, call-out
156 - Specialix RIO serial card, ports 256 and on
157 - Specialix RIO serial card, ports 256 and on, call-out
158 /dev/gfax# Dialogic GammaLink fax
160 /dev/gpib# GPIB instrument bus
161 - infrared serial and printer ports (ircomm0, irlpt0)
162 /dev/raw# raw access to block devices
163 /dev/bimrt# Radio Tech radio modem
164 /dev/ttyCH# Chase AT/PCI-Fast serial card
165 /dev/cuch# Chase AT/PCI-Fast serial card, call-out
166 /dev/ttyACM# USB modem
167 /dev/cuacm# USB modem, call-out
168 /dev/ecsa# Eracom CSA7000 encryption card
169 /dev/ecsa8-# Eracom CSA8000 encryption card
170 /dev/megarac# AMI MegaRAC remote access controller
171 - IEEE 1394 (FireWire)
172 /dev/ttyMX# Moxa Intellio serial card
173 /dev/cumx# Moxa Intellio serial card, call-out
174 /dev/ttySI# SmartIO serial card
175 /dev/cusi# SmartIO serial card, call-out
176 /dev/nfastpci# nCipher encryption card
177 - TI PCILynx memory
178 /dev/clanvi# Giganet cLAN adapter
179 /dev/dvxirq# C-Cube DVXChip card
180 - USB printers, mice, scanners and others (usb/lp0, usb/scanner0)
181 /dev/pcfclock# radio clock on the parallel port
182 /dev/pethr# Picture Elements THR2 binarizer
183 /dev/ss5136dn# SST 5136-DN DeviceNet interface
184 /dev/pevss# Picture Elements video sender
185 /dev/intermezzo# InterMezzo file system
186 /dev/obd# object-based storage control
187 /dev/deskey# DESkey encryption device
188 /dev/ttyUSB# USB serial converter
189 /dev/cuusb# USB serial converter, call-out
190 /dev/kctt# Kansas City tracker/tuner card
192 - kernel profiling
193 - kernel event tracing
194 - linVideoStreams
195 /dev/nvidia# Nvidia graphics
198 /dev/tpmp2/# Total Impact coprocessor card
199 - Veritas volumes
200 - Veritas volume manager configuration
201 - Veritas multipathing
202 /dev/cpu/#/msr model-specific registers of a CPU
203 /dev/cpu/#/cpuid CPUID of a CPU
204 - low-density serial ports (ttySA0, ttySC0, ttyAM0, …)
205 - low-density serial ports, call-out
206 - OnStream SCSI tape (osst0, nosst0, …)
207 - Compaq ProLiant health
208 /dev/ttyU# user space serial port
209 /dev/cuu# user space serial port, call-out
210 - SBE serial card
211 /dev/addinum/cpci1500/# Addinum digital I/O card
216 - Bluetooth serial ports
217 - Bluetooth serial ports, call-out
218 /dev/logicalco/bci/# Unibus and Qbus adapter
219 /dev/logicalco/dci1300/# DCI-1300 digital I/O card
220 - Myricom Myrinet GM board
221 - VME bus
224 /dev/ttyY# A2232 serial card
225 /dev/cuy# A2232 serial card, call-out
226 /dev/dri/card# direct rendering of graphics
`;

/** Minor numbers of some majors, in the same form: `MAJOR-MINOR`. */
export const charMinors = `
1-1 /dev/mem physical memory
1-2 /dev/kmem kernel memory
1-3 /dev/null the null device
1-4 /dev/port I/O ports
1-5 /dev/zero source of zero bytes
1-7 /dev/full a device that is always full
1-8 /dev/random random numbers
1-9 /dev/urandom random numbers, never waiting
5-0 /dev/tty the current terminal
5-1 /dev/console the system console
5-2 /dev/ptmx the pseudo-terminal multiplexer
13-63 /dev/input/mice all mice together
14-0 /dev/mixer mixer
14-1 /dev/sequencer sequencer
14-2 /dev/midi00 MIDI port
14-3 /dev/dsp digital audio
14-4 /dev/audio digital audio in the manner of Sun
14-6 /dev/sndstat state of the sound cards
14-7 /dev/audioctl audio control (SPARC)
14-8 /dev/sequencer2 sequencer, second form
14-16 /dev/mixer1 mixer of the second card
14-18 /dev/midi01 second MIDI port
14-19 /dev/dsp1 digital audio of the second card
14-20 /dev/audio1 digital audio of the second card in the manner of Sun
195-255 /dev/nvidiactl control of Nvidia graphics
`;
