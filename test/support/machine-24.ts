/** A machine of 2003, for the tests of features. */
export const machine24: Readonly<Record<string, string>> = {
  '/lib/modules/2.4.20/modules.dep': [
    '/lib/modules/2.4.20/kernel/drivers/net/eepro100.o:\t/lib/modules/2.4.20/kernel/drivers/net/mii.o',
    '',
    '/lib/modules/2.4.20/kernel/drivers/net/mii.o:',
    '',
    '/lib/modules/2.4.20/kernel/drivers/net/8139too.o:\t/lib/modules/2.4.20/kernel/drivers/net/mii.o \\',
    '\t/lib/modules/2.4.20/kernel/lib/crc32.o',
    '',
    '/lib/modules/2.4.20/kernel/lib/crc32.o:',
    '/lib/modules/2.4.20/kernel/drivers/scsi/aic7xxx.o:',
    '/lib/modules/2.4.20/kernel/drivers/sound/sb.o:',
    '/lib/modules/2.4.20/kernel/drivers/sound/sb_lib.o:',
    '',
  ].join('\n'),
  '/lib/modules/2.4.20/local/x.o': '',
  '/etc/more.conf': 'alias fromMore mii\ndefine MORE yes\n',
};
