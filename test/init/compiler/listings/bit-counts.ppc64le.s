; linux/ppc64le, entry 10124

_start:
   10124:  78 0b 23 7c                      mr	r3,r1
   10128:  a6 02 08 7c 05 00 9f 42 a6 02 e8 7f a6 03 08 7c 01 00 ff 3f d0 7e ff 3b la	r31,.bss+0x8000
   10140:  51 00 00 48                      bl	start
   10144:  08 00 e0 7f                      trap

zeros:
   10148:  f0 ff 21 38                      addi	r1,r1,-16
   1014c:  00 00 c1 f9                      std	r14,0(r1)
   10150:  78 1b 6e 7c                      mr	r14,r3
   10154:  74 00 c3 7d                      cntlzd	r3,r14
   10158:  ff ff 6e 39                      addi	r11,r14,-1
   1015c:  78 70 6b 7d                      andc	r11,r11,r14
   10160:  f4 03 64 7d                      popcntd	r4,r11
   10164:  50 18 64 7c                      subf	r3,r4,r3
.tail_1:
   10168:  00 00 c1 e9                      ld	r14,0(r1)
   1016c:  10 00 21 38                      addi	r1,r1,16
   10170:  20 00 80 4e                      blr

ones:
   10174:  f0 ff 21 38                      addi	r1,r1,-16
   10178:  00 00 c1 f9                      std	r14,0(r1)
   1017c:  78 1b 6e 7c                      mr	r14,r3
   10180:  f4 02 c3 7d                      popcntw	r3,r14
   10184:  34 00 c4 7d                      cntlzw	r4,r14
   10188:  14 22 63 7c                      add	r3,r3,r4
   1018c:  dc ff ff 4b                      b	.tail_1

start:
   10190:  e0 ff 21 38                      addi	r1,r1,-32
   10194:  08 00 c1 f9                      std	r14,8(r1)
   10198:  a6 02 08 7c                      mflr	r0
   1019c:  18 00 01 f8                      std	r0,24(r1)
   101a0:  78 1b 6e 7c                      mr	r14,r3
   101a4:  78 73 c3 7d                      mr	r3,r14
   101a8:  a1 ff ff 4b                      bl	zeros
   101ac:  00 00 61 f8                      std	r3,0(r1)
   101b0:  05 00 60 38                      li	r3,5
   101b4:  c1 ff ff 4b                      bl	ones
   101b8:  78 1b 64 7c                      mr	r4,r3
   101bc:  00 00 61 e8                      ld	r3,0(r1)
   101c0:  20 00 84 78                      clrldi	r4,r4,32
   101c4:  14 22 63 7c                      add	r3,r3,r4
   101c8:  ea 00 00 38                      li	r0,234
   101cc:  02 00 00 44                      sc
   101d0:  18 00 01 e8                      ld	r0,24(r1)
   101d4:  a6 03 08 7c                      mtlr	r0
   101d8:  08 00 c1 e9                      ld	r14,8(r1)
   101dc:  20 00 21 38                      addi	r1,r1,32
   101e0:  20 00 80 4e                      blr

; read-only data
     120:  .messages
     121:  .pairs
