; linux/ppc64le, entry 10124

_start:
   10124:  78 0b 23 7c                      mr	r3,r1
   10128:  a6 02 08 7c 05 00 9f 42 a6 02 e8 7f a6 03 08 7c 01 00 ff 3f d0 7e ff 3b la	r31,.bss+0x8000
   10140:  c9 00 00 48                      bl	start
   10144:  08 00 e0 7f                      trap

sign:
   10148:  00 00 03 2c                      cmpwi	r3,0
   1014c:  0c 00 82 40                      bne	.else_1
   10150:  00 00 60 38                      li	r3,0
   10154:  18 00 00 48                      b	.return_3
.else_1:
   10158:  01 00 80 38                      li	r4,1
   1015c:  00 00 03 2c                      cmpwi	r3,0
   10160:  08 00 81 41                      bgt	.selected_2
   10164:  ff ff 80 38                      li	r4,-1
.selected_2:
   10168:  78 23 83 7c                      mr	r3,r4
.return_3:
   1016c:  20 00 80 4e                      blr

step:
   10170:  00 00 03 2c                      cmpwi	r3,0
   10174:  1c 00 82 41                      beq	.return_1
   10178:  00 80 9f 80                      lwz	r4,-32768(r31)
   1017c:  01 00 84 38                      addi	r4,r4,1
   10180:  00 80 9f 90                      stw	r4,-32768(r31)
   10184:  04 80 9f 80                      lwz	r4,-32764(r31)
   10188:  50 20 83 7c                      subf	r4,r3,r4
   1018c:  04 80 9f 90                      stw	r4,-32764(r31)
.return_1:
   10190:  20 00 80 4e                      blr

run:
   10194:  e0 ff 21 38                      addi	r1,r1,-32
   10198:  08 00 c1 f9                      std	r14,8(r1)
   1019c:  10 00 e1 f9                      std	r15,16(r1)
   101a0:  a6 02 08 7c                      mflr	r0
   101a4:  18 00 01 f8                      std	r0,24(r1)
   101a8:  78 1b 6f 7c                      mr	r15,r3
   101ac:  c5 ff ff 4b                      bl	step
   101b0:  00 80 7f 80                      lwz	r3,-32768(r31)
   101b4:  14 1a c3 7d                      add	r14,r3,r3
   101b8:  04 80 7f 80                      lwz	r3,-32764(r31)
   101bc:  00 18 0e 7c                      cmpw	r14,r3
   101c0:  14 00 80 40                      bge	.else_1
   101c4:  78 7b e3 7d                      mr	r3,r15
   101c8:  a9 ff ff 4b                      bl	step
   101cc:  00 80 7f 80                      lwz	r3,-32768(r31)
   101d0:  14 1a ce 7d                      add	r14,r14,r3
.else_1:
   101d4:  03 00 6e 1c                      mulli	r3,r14,3
   101d8:  00 00 61 f8                      std	r3,0(r1)
   101dc:  78 73 c3 7d                      mr	r3,r14
   101e0:  69 ff ff 4b                      bl	sign
   101e4:  78 1b 64 7c                      mr	r4,r3
   101e8:  00 00 61 e8                      ld	r3,0(r1)
   101ec:  14 22 63 7c                      add	r3,r3,r4
   101f0:  18 00 01 e8                      ld	r0,24(r1)
   101f4:  a6 03 08 7c                      mtlr	r0
   101f8:  08 00 c1 e9                      ld	r14,8(r1)
   101fc:  10 00 e1 e9                      ld	r15,16(r1)
   10200:  20 00 21 38                      addi	r1,r1,32
   10204:  20 00 80 4e                      blr

start:
   10208:  f0 ff 21 38                      addi	r1,r1,-16
   1020c:  a6 02 08 7c                      mflr	r0
   10210:  08 00 01 f8                      std	r0,8(r1)
   10214:  05 00 60 38                      li	r3,5
   10218:  7d ff ff 4b                      bl	run
   1021c:  08 00 e0 7f                      trap

; read-only data
     120:  .messages
     121:  .pairs
