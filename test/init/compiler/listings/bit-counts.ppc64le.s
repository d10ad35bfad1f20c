; linux/ppc64le, entry 10124

_start:
   10124:  78 0b 23 7c                      mr	r3,r1
   10128:  a6 02 08 7c 05 00 9f 42 a6 02 e8 7f a6 03 08 7c 01 00 ff 3f d0 7e ff 3b la	r31,.bss+0x8000
   10140:  31 00 00 48                      bl	start
   10144:  08 00 e0 7f                      trap

zeros:
   10148:  74 00 64 7c                      cntlzd	r4,r3
   1014c:  ff ff 63 39                      addi	r11,r3,-1
   10150:  78 18 6b 7d                      andc	r11,r11,r3
   10154:  f4 03 65 7d                      popcntd	r5,r11
   10158:  50 20 65 7c                      subf	r3,r5,r4
   1015c:  20 00 80 4e                      blr

ones:
   10160:  f4 02 64 7c                      popcntw	r4,r3
   10164:  34 00 65 7c                      cntlzw	r5,r3
   10168:  14 2a 64 7c                      add	r3,r4,r5
   1016c:  20 00 80 4e                      blr

start:
   10170:  f0 ff 21 38                      addi	r1,r1,-16
   10174:  a6 02 08 7c                      mflr	r0
   10178:  08 00 01 f8                      std	r0,8(r1)
   1017c:  cd ff ff 4b                      bl	zeros
   10180:  00 00 61 f8                      std	r3,0(r1)
   10184:  05 00 60 38                      li	r3,5
   10188:  d9 ff ff 4b                      bl	ones
   1018c:  78 1b 64 7c                      mr	r4,r3
   10190:  00 00 61 e8                      ld	r3,0(r1)
   10194:  20 00 84 78                      clrldi	r4,r4,32
   10198:  14 22 63 7c                      add	r3,r3,r4
   1019c:  ea 00 00 38                      li	r0,234
   101a0:  02 00 00 44                      sc
   101a4:  08 00 01 e8                      ld	r0,8(r1)
   101a8:  a6 03 08 7c                      mtlr	r0
   101ac:  10 00 21 38                      addi	r1,r1,16
   101b0:  20 00 80 4e                      blr

; read-only data
     120:  .messages
     121:  .pairs
