; linux/ppc64le, entry 10124

_start:
   10124:  78 0b 23 7c                      mr	r3,r1
   10128:  a6 02 08 7c 05 00 9f 42 a6 02 e8 7f a6 03 08 7c 01 00 ff 3f d0 7e ff 3b la	r31,.bss+0x8000
   10140:  51 00 00 48                      bl	start
   10144:  08 00 e0 7f                      trap

name:
   10148:  f0 ff 21 38                      addi	r1,r1,-16
   1014c:  00 00 c1 f9                      std	r14,0(r1)
   10150:  78 1b 6e 7c                      mr	r14,r3
   10154:  00 00 0e 2c                      cmpwi	r14,0
   10158:  18 00 82 41                      beq	.block_1
   1015c:  02 00 0e 2c                      cmpwi	r14,2
   10160:  18 00 82 41                      beq	.block2_2
   10164:  04 00 0e 2c                      cmpwi	r14,4
   10168:  10 00 82 41                      beq	.block2_2
   1016c:  14 00 00 48                      b	.block1_3
.block_1:
   10170:  0a 00 60 38                      li	r3,10
   10174:  10 00 00 48                      b	.return_4
.block2_2:
   10178:  14 00 60 38                      li	r3,20
   1017c:  08 00 00 48                      b	.return_4
.block1_3:
   10180:  1e 00 60 38                      li	r3,30
.return_4:
   10184:  00 00 c1 e9                      ld	r14,0(r1)
   10188:  10 00 21 38                      addi	r1,r1,16
   1018c:  20 00 80 4e                      blr

start:
   10190:  f0 ff 21 38                      addi	r1,r1,-16
   10194:  00 00 c1 f9                      std	r14,0(r1)
   10198:  a6 02 08 7c                      mflr	r0
   1019c:  08 00 01 f8                      std	r0,8(r1)
   101a0:  78 1b 6e 7c                      mr	r14,r3
   101a4:  00 00 6e e8                      ld	r3,0(r14)
   101a8:  a1 ff ff 4b                      bl	name
   101ac:  ea 00 00 38                      li	r0,234
   101b0:  02 00 00 44                      sc
   101b4:  08 00 e0 7f                      trap

; read-only data
     120:  .messages
     121:  .pairs
