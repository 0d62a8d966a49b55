/**
 * Block devices by major number: number (or first-last), device file, what it is. A `#` in the device file stands for the minor
 * number; `-` where there is no one name.
 */
export const blockMajors = `
1 /dev/ram# RAM disk
2 - floppy disks (fd0, fd1, …)
3 - first IDE interface (hda, hdb)
7 /dev/loop# loop device: a file as a disk
8 - SCSI disks (sda to sdp)
9 /dev/md# RAID array
11 /dev/sr# SCSI CD-ROM
12 /dev/dos_cd# CD-ROM through MSCDEX
13 - XT hard disk (xda, xdb)
14 - hard disk through the BIOS (dos_hda, …)
15 /dev/sonycd Sony CDU-31A/33A CD-ROM
16 /dev/gscd GoldStar CD-ROM
17 /dev/optcd Optics Storage CD-ROM
18 /dev/sjcd Sanyo CD-ROM
19 - compressed disk (double0, …)
20 /dev/hitcd Hitachi CD-ROM; on older systems the Mitsumi mcdx
21 - Acorn MFM disk (mfma, mfmb)
22 - second IDE interface (hdc, hdd)
23 /dev/mcd Mitsumi CD-ROM
24 /dev/cdu535 Sony CDU-535 CD-ROM
25-28 - Panasonic or Sound Blaster CD-ROM (sbpcd)
29 /dev/aztcd Aztech, Orchid or Wearnes CD-ROM
30 /dev/cm205cd Philips CM-205 CD-ROM
31 - ROM, flash or memory technology device
32 /dev/cm206cd Philips CM-206 CD-ROM
33 - third IDE interface (hde, hdf)
34 - fourth IDE interface (hdg, hdh)
35 /dev/slram slow memory RAM disk
36 - MCA ESDI hard disk (eda, edb)
37 /dev/z2ram Zorro II RAM disk
40 /dev/eza Syquest EZ135 drive on the parallel port
41 /dev/bpcd BackPack CD-ROM on the parallel port
43 /dev/nb# network block device
44 - flash translation layer (ftla, …)
45 - IDE disk on the parallel port (pda, …)
46 /dev/pcd# ATAPI CD-ROM on the parallel port
47 /dev/pf# ATAPI disk on the parallel port
48-55 - Mylex DAC960 RAID controller (rd/c0d0, …)
56 - fifth IDE interface (hdi, hdj)
57 - sixth IDE interface (hdk, hdl)
58 - logical volumes (LVM)
59 /dev/pda# PDA file system
65-71 - SCSI disks (sdq to sddx)
72-79 - Compaq Smart array (ida/c0d0, …)
80-87 - I2O hard disks (i2o/hda, …)
88 - seventh IDE interface (hdm, hdn)
89 - eighth IDE interface (hdo, hdp)
90 - ninth IDE interface (hdq, hdr)
91 - tenth IDE interface (hds, hdt)
92 /dev/ppdd# PPDD encrypted disk
93 - NAND flash translation layer (nftla, …)
94 - IBM S/390 DASD disk (dasda, …)
96 - flash translation layer for NAND (inftla, …)
97 /dev/pktcdvd# packet writing to CD and DVD
98 /dev/ubd# disk of a user-mode kernel
99 /dev/jsfd JavaStation flash disk
101 - AMI HyperDisk RAID (amiraid/ar0, …)
104-111 - Compaq Smart array (cciss/c0d0, …)
114 - ATA RAID (ataraid/d0, …)
128-135 - SCSI disks (sddy to sdiv)
147 /dev/drbd# disk replicated over the network (DRBD)
179 - MMC and SD cards (mmcblk0, …)
199 - Veritas volumes
201 - Veritas multipathing
202 - Xen virtual disks (xvda, …)
`;
