export const kernel6 = '6.1.0';

const tree = `/lib/modules/${kernel6}`;

function lines(...content: readonly string[]): string {
  return `${content.join('\n')}\n`;
}

/** A machine of today, for the tests of features. */
export const machine6: Readonly<Record<string, string>> = {
  [`${tree}/modules.dep`]: lines(
    'kernel/drivers/net/e1000e.ko: kernel/drivers/ptp/ptp.ko',
    'kernel/drivers/ptp/ptp.ko:',
    'kernel/fs/cifs/cifs.ko.xz: kernel/lib/libarc4.ko kernel/crypto/md4.ko',
    'kernel/lib/libarc4.ko:',
    'kernel/crypto/md4.ko:',
    'kernel/net/bluetooth/bluetooth.ko:',
    'kernel/sound/snd-pcsp.ko:',
    'kernel/drivers/input/pcspkr.ko:',
  ),
  [`${tree}/modules.alias`]: lines(
    'alias pci:v00008086d0000100Esv*sd*bc*sc*i* e1000e',
    'alias fs-cifs cifs',
    'alias net-pf-31 bluetooth',
    'alias platform:pcspkr pcspkr',
    'alias platform:pcspkr snd_pcsp',
  ),
  [`${tree}/modules.softdep`]: lines('softdep cifs pre: md4'),
  [`${tree}/modules.builtin`]: lines(
    'kernel/drivers/tty/serial/8250/8250.ko',
    'kernel/drivers/usb/core/usbcore.ko',
  ),
  [`${tree}/modules.builtin.modinfo`]: [
    'usbcore.description=USB core',
    'usbcore.parm=autosuspend:default autosuspend delay',
    'usbcore.parmtype=autosuspend:int',
    'usbcore.parm=nousb:no USB at all',
    'usbcore.parmtype=nousb:bool',
    '',
  ].join('\0'),
  '/etc/modprobe.d/net.conf': lines('options e1000e IntMode=1', 'install ptp /bin/true'),
  '/usr/lib/modprobe.d/local.conf': lines('blacklist pcspkr'),
};
