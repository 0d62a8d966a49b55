/**
 * A modules.conf of `count` lines in the mixture of real ones: of twenty lines nine are comments, two are blank, and of the others
 * most are aliases and options. No two directive lines are alike.
 */
export function modulesConfText(count: number): string {
  return `${Array.from({ length: count }, (_, index) => line(index)).join('\n')}\n`;
}

function line(index: number): string {
  const place = index % 20;
  if (place < 9) return `# device ${index}: see devices.txt`;
  if (place < 11) return '';
  if (place < 15) return `alias char-major-${index % 255}-${index} module_${index}`;
  if (place < 18) return `options module_${index} io=0x${index.toString(16)} irq=${index % 16} dma=1,3`;
  if (place === 18) return `post-install module_${index} /sbin/modprobe -k "snd-card-${index}" && echo done`;
  switch (Math.floor(index / 20) % 4) {
    case 0:
      return `probeall scsi_hostadapter${index} aic7xxx sym53c8xx`;
    case 1:
      return `path[local${index}]=/lib/modules/2.4.?/local${index}`;
    case 2:
      return `if -f /etc/have-${index} # only there`;
    default:
      return `add above module_${index} \`uname -r\` $CARD-${index} "a b"`;
  }
}
