; linux/ppc64le, entry 10124

_start:
   10124:  78 0b 23 7c                      mr	r3,r1
   10128:  a6 02 08 7c 05 00 9f 42 a6 02 e8 7f a6 03 08 7c 01 00 ff 3f d0 7e ff 3b la	r31,.bss+0x8000
   10140:  19 01 00 48                      bl	start
   10144:  08 00 e0 7f                      trap

add:
   10148:  f0 ff 21 38                      addi	r1,r1,-16
   1014c:  00 00 c1 f9                      std	r14,0(r1)
   10150:  08 00 e1 f9                      std	r15,8(r1)
   10154:  78 1b 6e 7c                      mr	r14,r3
   10158:  78 23 8f 7c                      mr	r15,r4
   1015c:  14 7a 6e 7c                      add	r3,r14,r15
   10160:  00 00 c1 e9                      ld	r14,0(r1)
   10164:  08 00 e1 e9                      ld	r15,8(r1)
   10168:  10 00 21 38                      addi	r1,r1,16
   1016c:  20 00 80 4e                      blr

sums:
   10170:  d0 ff 21 38                      addi	r1,r1,-48
   10174:  18 00 c1 f9                      std	r14,24(r1)
   10178:  20 00 e1 f9                      std	r15,32(r1)
   1017c:  a6 02 08 7c                      mflr	r0
   10180:  28 00 01 f8                      std	r0,40(r1)
   10184:  78 1b 6e 7c                      mr	r14,r3
   10188:  78 23 8f 7c                      mr	r15,r4
   1018c:  d6 79 6e 7c                      mullw	r3,r14,r15
   10190:  00 00 61 f8                      std	r3,0(r1)
   10194:  e0 06 eb 79                      clrldi	r11,r15,59
   10198:  30 58 c3 7d                      slw	r3,r14,r11
   1019c:  08 00 61 f8                      std	r3,8(r1)
   101a0:  78 7b e3 7d                      mr	r3,r15
   101a4:  10 00 61 f8                      std	r3,16(r1)
   101a8:  78 73 c3 7d                      mr	r3,r14
   101ac:  07 00 80 38                      li	r4,7
   101b0:  99 ff ff 4b                      bl	add
   101b4:  78 1b 64 7c                      mr	r4,r3
   101b8:  10 00 61 e8                      ld	r3,16(r1)
   101bc:  8d ff ff 4b                      bl	add
   101c0:  78 1b 64 7c                      mr	r4,r3
   101c4:  08 00 61 e8                      ld	r3,8(r1)
   101c8:  78 22 63 7c                      xor	r3,r3,r4
   101cc:  78 1b 64 7c                      mr	r4,r3
   101d0:  00 00 61 e8                      ld	r3,0(r1)
   101d4:  50 18 64 7c                      subf	r3,r4,r3
   101d8:  28 00 01 e8                      ld	r0,40(r1)
   101dc:  a6 03 08 7c                      mtlr	r0
   101e0:  18 00 c1 e9                      ld	r14,24(r1)
   101e4:  20 00 e1 e9                      ld	r15,32(r1)
   101e8:  30 00 21 38                      addi	r1,r1,48
   101ec:  20 00 80 4e                      blr

leave:
   101f0:  e0 ff 21 38                      addi	r1,r1,-32
   101f4:  10 00 c1 f9                      std	r14,16(r1)
   101f8:  a6 02 08 7c                      mflr	r0
   101fc:  18 00 01 f8                      std	r0,24(r1)
   10200:  78 1b 6e 7c                      mr	r14,r3
   10204:  d6 71 6e 7c                      mullw	r3,r14,r14
   10208:  ff ff 8e 38                      addi	r4,r14,-1
   1020c:  00 00 61 f8                      std	r3,0(r1)
   10210:  08 00 81 f8                      std	r4,8(r1)
   10214:  78 73 c3 7d                      mr	r3,r14
   10218:  03 00 80 38                      li	r4,3
   1021c:  64 00 0e 28                      cmplwi	r14,100
   10220:  0c 00 81 40                      ble	.skip_1
   10224:  00 00 61 e8                      ld	r3,0(r1)
   10228:  18 00 00 48                      b	.block_2
.skip_1:
   1022c:  1d ff ff 4b                      bl	add
   10230:  78 1b 65 7c                      mr	r5,r3
   10234:  00 00 61 e8                      ld	r3,0(r1)
   10238:  08 00 81 e8                      ld	r4,8(r1)
   1023c:  3e 28 84 5c                      rotlw	r4,r4,r5
.block_2:
   10240:  14 22 63 7c                      add	r3,r3,r4
   10244:  18 00 01 e8                      ld	r0,24(r1)
   10248:  a6 03 08 7c                      mtlr	r0
   1024c:  10 00 c1 e9                      ld	r14,16(r1)
   10250:  20 00 21 38                      addi	r1,r1,32
   10254:  20 00 80 4e                      blr

start:
   10258:  f0 ff 21 38                      addi	r1,r1,-16
   1025c:  a6 02 08 7c                      mflr	r0
   10260:  08 00 01 f8                      std	r0,8(r1)
   10264:  01 00 60 38                      li	r3,1
   10268:  89 ff ff 4b                      bl	leave
   1026c:  02 00 80 38                      li	r4,2
   10270:  01 ff ff 4b                      bl	sums
   10274:  08 00 e0 7f                      trap

; read-only data
     120:  .messages
     121:  .pairs
