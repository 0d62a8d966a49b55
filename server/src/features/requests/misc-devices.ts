/** Miscellaneous character devices (major 10) by minor number: number, device file, what it is. */
export const miscMinors = `
0 /dev/logibm Logitech bus mouse
1 /dev/psaux PS/2 mouse
2 /dev/inportbm Microsoft InPort bus mouse
3 /dev/atibm ATI XL bus mouse
4 /dev/jbm J-mouse; on the Amiga its mouse
5 /dev/atarimouse Atari mouse
6 /dev/sunmouse Sun mouse
7 /dev/amigamouse1 second Amiga mouse
8 /dev/smouse simple serial mouse
9 /dev/pc110pad IBM PC-110 digitizer pad
10 /dev/adbmouse Apple Desktop Bus mouse
11 /dev/vrtpanel Vr41xx touch panel
13 /dev/vpcmouse Connectix Virtual PC mouse
14 /dev/touchscreen/ucb1x00 UCB 1x00 touchscreen
15 /dev/touchscreen/mk712 MK712 touchscreen
128 /dev/beep beeper
130 /dev/watchdog watchdog timer
131 /dev/temperature temperature of the machine
132 /dev/hwtrap hardware fault trap
133 /dev/exttrp external device trap
134 /dev/apm_bios power management by the BIOS (APM)
135 /dev/rtc real-time clock
137 /dev/vhci virtual Bluetooth adapter
139 /dev/openprom SPARC OpenBoot PROM
140 /dev/relay8 Berkshire relay card
141 /dev/relay16 Berkshire ISO-16 relay card
142 /dev/msr model-specific registers of the CPU
143 /dev/pciconf PCI configuration space
144 /dev/nvram non-volatile memory of the clock chip
145 /dev/hfmodem shortwave modem on a sound card
146 /dev/graphics SGI graphics
147 /dev/opengl SGI OpenGL pipe
148 /dev/gfx SGI graphics effects
151 /dev/led front panel LEDs
153 /dev/mergemem memory merging
154 /dev/pmu PowerBook power manager
155 /dev/isictl MultiTech ISICom serial control
156 /dev/lcd front panel display
157 /dev/ac Applicom Profibus card
158 /dev/nwbutton NetWinder button
159 /dev/nwdebug NetWinder debug interface
160 /dev/nwflash NetWinder flash memory
161 /dev/userdma DMA from user space
162 /dev/smbus System Management Bus
163 /dev/lik Logitech Internet Keyboard
164 /dev/ipmo Intel platform management
165 /dev/vmmon VMware virtual machine monitor
166 /dev/i2o/ctl I2O configuration
167 /dev/specialix_sxctl Specialix serial control
168 /dev/tcldrv Technology Concepts serial control
169 /dev/specialix_rioctl Specialix RIO serial control
170 /dev/thinkpad/thinkpad IBM ThinkPad
171 /dev/srripc QNX4 message passing
172 /dev/usemaclone semaphore clone device
173 /dev/ipmikcs platform management (IPMI)
174 /dev/uctrl SPARCbook 3 microcontroller
175 /dev/agpgart AGP graphics memory
176 /dev/gtrsc Gorgy Timing radio clock
177 /dev/cbm serial CBM bus
178 /dev/jsflash JavaStation flash
179 /dev/xsvc shared memory and semaphore service
180 /dev/vrbuttons Vr41xx buttons
181 /dev/toshiba Toshiba laptop
182 /dev/perfctr performance counters
183 /dev/hwrng hardware random number generator
184 /dev/cpu/microcode CPU microcode update
186 /dev/atomicps atomic snapshot of processes
187 /dev/irnet infrared network (IrNET)
188 /dev/smbusbios System Management Bus BIOS
189 /dev/ussp_ctl user space serial port control
190 /dev/crash crash dumps
192 /dev/nas_xbus NAS front panel
193 /dev/d7s SPARC 7-segment display
194 /dev/zkshim Zero-Knowledge network shim
195 /dev/elographics/e2201 Elographics touchscreen
196 /dev/vfio/vfio drivers in user space (VFIO)
197 /dev/pxa3xx-gcu PXA3xx graphics controller
198 /dev/sexec signed executables
199 /dev/scanners/cuecat CueCat barcode scanner
200 /dev/net/tun network device in user space (TUN/TAP)
201 /dev/button/gulpb Transmeta buttons
202 /dev/emd/ctl Enhanced Metadisk RAID control
203 /dev/cuse character devices in user space (CUSE)
204 /dev/video/em8300 EM8300 DVD decoder
205 /dev/video/em8300_mv EM8300 DVD decoder, video
206 /dev/video/em8300_ma EM8300 DVD decoder, audio
207 /dev/video/em8300_sp EM8300 DVD decoder, subpictures
208 /dev/compaq/cpqphpc Compaq PCI hot plug controller
209 /dev/compaq/cpqrid Compaq Remote Insight
212 /dev/watchdogs/0 first watchdog timer
213 /dev/watchdogs/1 second watchdog timer
214 /dev/watchdogs/2 third watchdog timer
215 /dev/watchdogs/3 fourth watchdog timer
216 /dev/fujitsu/apanel Fujitsu Siemens front panel
217 /dev/ni/natmotn National Instruments motion control
219 /dev/modems/mwave MWave modem firmware
220 /dev/mptctl MPT storage controller
223 /dev/input/uinput input devices in user space
224 /dev/tpm trusted platform module (TPM)
225 /dev/pps pulse per second
227 /dev/mcelog machine check log
228 /dev/hpet high precision event timer
229 /dev/fuse file systems in user space (FUSE)
230 /dev/midishare MidiShare
231 /dev/snapshot memory snapshot for hibernation
232 /dev/kvm virtual machines (KVM)
234 /dev/btrfs-control Btrfs control
235 /dev/autofs automounter control
236 /dev/mapper/control device mapper control
237 /dev/loop-control loop device control
238 /dev/vhost-net network acceleration for virtual machines
239 /dev/uhid HID devices in user space
240 /dev/userio serial input devices in user space
241 /dev/vhost-vsock sockets between host and virtual machine
242 /dev/rfkill radio switches
`;
