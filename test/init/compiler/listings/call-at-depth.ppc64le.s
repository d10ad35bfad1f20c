; linux/ppc64le, entry 10124

_start:
   10124:  78 0b 23 7c                      mr	r3,r1
   10128:  a6 02 08 7c 05 00 9f 42 a6 02 e8 7f a6 03 08 7c 01 00 ff 3f d0 7e ff 3b la	r31,.bss+0x8000
   10140:  f1 00 00 48                      bl	start
   10144:  08 00 e0 7f                      trap

add:
   10148:  14 22 63 7c                      add	r3,r3,r4
   1014c:  20 00 80 4e                      blr

sums:
   10150:  d0 ff 21 38                      addi	r1,r1,-48
   10154:  10 00 c1 f9                      std	r14,16(r1)
   10158:  18 00 e1 f9                      std	r15,24(r1)
   1015c:  a6 02 08 7c                      mflr	r0
   10160:  28 00 01 f8                      std	r0,40(r1)
   10164:  78 1b 6e 7c                      mr	r14,r3
   10168:  78 23 8f 7c                      mr	r15,r4
   1016c:  d6 21 63 7c                      mullw	r3,r3,r4
   10170:  00 00 61 f8                      std	r3,0(r1)
   10174:  e0 06 8b 78                      clrldi	r11,r4,59
   10178:  30 58 c3 7d                      slw	r3,r14,r11
   1017c:  08 00 61 f8                      std	r3,8(r1)
   10180:  78 73 c3 7d                      mr	r3,r14
   10184:  07 00 80 38                      li	r4,7
   10188:  c1 ff ff 4b                      bl	add
   1018c:  78 1b 64 7c                      mr	r4,r3
   10190:  78 7b e3 7d                      mr	r3,r15
   10194:  b5 ff ff 4b                      bl	add
   10198:  78 1b 64 7c                      mr	r4,r3
   1019c:  08 00 61 e8                      ld	r3,8(r1)
   101a0:  78 22 63 7c                      xor	r3,r3,r4
   101a4:  78 1b 64 7c                      mr	r4,r3
   101a8:  00 00 61 e8                      ld	r3,0(r1)
   101ac:  50 18 64 7c                      subf	r3,r4,r3
   101b0:  28 00 01 e8                      ld	r0,40(r1)
   101b4:  a6 03 08 7c                      mtlr	r0
   101b8:  10 00 c1 e9                      ld	r14,16(r1)
   101bc:  18 00 e1 e9                      ld	r15,24(r1)
   101c0:  30 00 21 38                      addi	r1,r1,48
   101c4:  20 00 80 4e                      blr

leave:
   101c8:  e0 ff 21 38                      addi	r1,r1,-32
   101cc:  10 00 c1 f9                      std	r14,16(r1)
   101d0:  a6 02 08 7c                      mflr	r0
   101d4:  18 00 01 f8                      std	r0,24(r1)
   101d8:  78 1b 6e 7c                      mr	r14,r3
   101dc:  d6 19 63 7c                      mullw	r3,r3,r3
   101e0:  ff ff 8e 38                      addi	r4,r14,-1
   101e4:  00 00 61 f8                      std	r3,0(r1)
   101e8:  08 00 81 f8                      std	r4,8(r1)
   101ec:  78 73 c3 7d                      mr	r3,r14
   101f0:  03 00 80 38                      li	r4,3
   101f4:  64 00 03 28                      cmplwi	r3,100
   101f8:  0c 00 81 40                      ble	.skip_1
   101fc:  00 00 61 e8                      ld	r3,0(r1)
   10200:  18 00 00 48                      b	.block_2
.skip_1:
   10204:  45 ff ff 4b                      bl	add
   10208:  78 1b 65 7c                      mr	r5,r3
   1020c:  00 00 61 e8                      ld	r3,0(r1)
   10210:  08 00 81 e8                      ld	r4,8(r1)
   10214:  3e 28 84 5c                      rotlw	r4,r4,r5
.block_2:
   10218:  14 22 63 7c                      add	r3,r3,r4
   1021c:  18 00 01 e8                      ld	r0,24(r1)
   10220:  a6 03 08 7c                      mtlr	r0
   10224:  10 00 c1 e9                      ld	r14,16(r1)
   10228:  20 00 21 38                      addi	r1,r1,32
   1022c:  20 00 80 4e                      blr

start:
   10230:  f0 ff 21 38                      addi	r1,r1,-16
   10234:  a6 02 08 7c                      mflr	r0
   10238:  08 00 01 f8                      std	r0,8(r1)
   1023c:  01 00 60 38                      li	r3,1
   10240:  89 ff ff 4b                      bl	leave
   10244:  02 00 80 38                      li	r4,2
   10248:  09 ff ff 4b                      bl	sums
   1024c:  08 00 e0 7f                      trap

; read-only data
     120:  .messages
     121:  .pairs
