; linux/ppc64le, entry 10124

_start:
   10124:  78 0b 23 7c                      mr	r3,r1
   10128:  a6 02 08 7c 05 00 9f 42 a6 02 e8 7f a6 03 08 7c 01 00 ff 3f d0 7e ff 3b la	r31,.bss+0x8000
   10140:  c5 00 00 48                      bl	start
   10144:  08 00 e0 7f                      trap

least:
   10148:  f0 ff 21 38                      addi	r1,r1,-16
   1014c:  00 00 c1 f9                      std	r14,0(r1)
   10150:  08 00 e1 f9                      std	r15,8(r1)
   10154:  78 1b 6e 7c                      mr	r14,r3
   10158:  78 23 8f 7c                      mr	r15,r4
   1015c:  78 73 c3 7d                      mr	r3,r14
   10160:  00 78 2e 7c                      cmpd	r14,r15
   10164:  08 00 80 41                      blt	.selected_1
   10168:  78 7b e3 7d                      mr	r3,r15
.selected_1:
   1016c:  00 00 c1 e9                      ld	r14,0(r1)
   10170:  08 00 e1 e9                      ld	r15,8(r1)
.tail_2:
   10174:  10 00 21 38                      addi	r1,r1,16
   10178:  20 00 80 4e                      blr

is-digit:
   1017c:  f0 ff 21 38                      addi	r1,r1,-16
   10180:  00 00 c1 f9                      std	r14,0(r1)
   10184:  78 1b 6e 7c                      mr	r14,r3
   10188:  30 00 0e 28                      cmplwi	r14,48
   1018c:  01 00 60 38                      li	r3,1
   10190:  08 00 80 40                      bge	.set_1
   10194:  00 00 60 38                      li	r3,0
.set_1:
   10198:  39 00 0e 28                      cmplwi	r14,57
   1019c:  01 00 80 38                      li	r4,1
   101a0:  08 00 81 40                      ble	.set_2
   101a4:  00 00 80 38                      li	r4,0
.set_2:
   101a8:  38 20 63 7c                      and	r3,r3,r4
.tail_3:
   101ac:  00 00 c1 e9                      ld	r14,0(r1)
   101b0:  c4 ff ff 4b                      b	.tail_2

kind:
   101b4:  f0 ff 21 38                      addi	r1,r1,-16
   101b8:  00 00 c1 f9                      std	r14,0(r1)
   101bc:  a6 02 08 7c                      mflr	r0
   101c0:  08 00 01 f8                      std	r0,8(r1)
   101c4:  78 1b 6e 7c                      mr	r14,r3
   101c8:  2d 00 0e 2c                      cmpwi	r14,45
   101cc:  14 00 82 41                      beq	.skip_1
   101d0:  78 73 c3 7d                      mr	r3,r14
   101d4:  a9 ff ff 4b                      bl	is-digit
   101d8:  00 00 03 2c                      cmpwi	r3,0
   101dc:  0c 00 82 41                      beq	.else_2
.skip_1:
   101e0:  02 00 60 38                      li	r3,2
   101e4:  14 00 00 48                      b	.end_4
.else_2:
   101e8:  03 00 60 38                      li	r3,3
   101ec:  00 00 0e 2c                      cmpwi	r14,0
   101f0:  08 00 82 41                      beq	.selected_3
   101f4:  78 73 c3 7d                      mr	r3,r14
.selected_3:
.end_4:
   101f8:  08 00 01 e8                      ld	r0,8(r1)
   101fc:  a6 03 08 7c                      mtlr	r0
   10200:  ac ff ff 4b                      b	.tail_3

start:
   10204:  f0 ff 21 38                      addi	r1,r1,-16
   10208:  00 00 c1 f9                      std	r14,0(r1)
   1020c:  a6 02 08 7c                      mflr	r0
   10210:  08 00 01 f8                      std	r0,8(r1)
   10214:  78 1b 6e 7c                      mr	r14,r3
   10218:  78 73 c3 7d                      mr	r3,r14
   1021c:  01 00 80 3c                      lis	r4,1
   10220:  29 ff ff 4b                      bl	least
   10224:  91 ff ff 4b                      bl	kind
   10228:  08 00 e0 7f                      trap

; read-only data
     120:  .messages
     121:  .pairs
