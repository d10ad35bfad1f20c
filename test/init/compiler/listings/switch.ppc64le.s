; linux/ppc64le, entry 10124

_start:
   10124:  78 0b 23 7c                      mr	r3,r1
   10128:  a6 02 08 7c 05 00 9f 42 a6 02 e8 7f a6 03 08 7c 01 00 ff 3f d0 7e ff 3b la	r31,.bss+0x8000
   10140:  3d 00 00 48                      bl	start
   10144:  08 00 e0 7f                      trap

name:
   10148:  00 00 03 2c                      cmpwi	r3,0
   1014c:  18 00 82 41                      beq	.block_1
   10150:  02 00 03 2c                      cmpwi	r3,2
   10154:  18 00 82 41                      beq	.block2_2
   10158:  04 00 03 2c                      cmpwi	r3,4
   1015c:  10 00 82 41                      beq	.block2_2
   10160:  14 00 00 48                      b	.block1_3
.block_1:
   10164:  0a 00 60 38                      li	r3,10
   10168:  10 00 00 48                      b	.return_4
.block2_2:
   1016c:  14 00 60 38                      li	r3,20
   10170:  08 00 00 48                      b	.return_4
.block1_3:
   10174:  1e 00 60 38                      li	r3,30
.return_4:
   10178:  20 00 80 4e                      blr

start:
   1017c:  f0 ff 21 38                      addi	r1,r1,-16
   10180:  a6 02 08 7c                      mflr	r0
   10184:  08 00 01 f8                      std	r0,8(r1)
   10188:  00 00 63 e8                      ld	r3,0(r3)
   1018c:  bd ff ff 4b                      bl	name
   10190:  ea 00 00 38                      li	r0,234
   10194:  02 00 00 44                      sc
   10198:  08 00 e0 7f                      trap

; read-only data
     120:  .messages
     121:  .pairs
