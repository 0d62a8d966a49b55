/**
 * A modules.conf of `count` lines in the mixture of real ones: about a third comments, some blank lines, then mostly
 * aliases and options, with all else now and then. No two directive lines are alike.
 */
export function modulesConfText(count: number): string {
  const lines: string[] = [];
  for (let index = 0; index < count; index++) lines.push(line(index));
  return `${lines.join('\n')}\n`;
}

function line(index: number): string {
  switch (index % 20) {
    case 0:
    case 1:
    case 2:
    case 7:
    case 13:
    case 14:
      return `# device ${index}: see Documentation/devices.txt for what it is`;
    case 3:
    case 12:
      return '';
    case 4:
    case 5:
    case 9:
    case 10:
    case 15:
    case 18:
      return `alias char-major-${index % 255}-${index} module_${index}`;
    case 6:
    case 11:
      return `options module_${index} io=0x${index.toString(16)} irq=${index % 16} dma=1,3`;
    case 8:
      return `post-install module_${index} /sbin/modprobe -k "snd-card-${index}" && echo done # ${index}`;
    case 16:
      return `probeall scsi_hostadapter${index} aic7xxx sym53c8xx`;
    case 17:
      return `path[local${index}]=/lib/modules/2.4.?/local${index}`;
    default:
      return `add above module_${index} \`uname -r\` $\{CARD}-${index} "a b"`;
  }
}
