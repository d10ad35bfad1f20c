; linux/ppc64le, entry 10124

_start:
   10124:  78 0b 23 7c                      mr	r3,r1
   10128:  a6 02 08 7c 05 00 9f 42 a6 02 e8 7f a6 03 08 7c 01 00 ff 3f d0 7e ff 3b la	r31,.bss+0x8000
   10140:  9d 00 00 48                      bl	start
   10144:  08 00 e0 7f                      trap

least:
   10148:  78 1b 65 7c                      mr	r5,r3
   1014c:  00 20 25 7c                      cmpd	r5,r4
   10150:  08 00 80 41                      blt	.selected_1
   10154:  78 23 85 7c                      mr	r5,r4
.selected_1:
   10158:  78 2b a3 7c                      mr	r3,r5
   1015c:  20 00 80 4e                      blr

is-digit:
   10160:  30 00 03 28                      cmplwi	r3,48
   10164:  01 00 80 38                      li	r4,1
   10168:  08 00 80 40                      bge	.set_1
   1016c:  00 00 80 38                      li	r4,0
.set_1:
   10170:  39 00 03 28                      cmplwi	r3,57
   10174:  01 00 a0 38                      li	r5,1
   10178:  08 00 81 40                      ble	.set_2
   1017c:  00 00 a0 38                      li	r5,0
.set_2:
   10180:  38 28 83 7c                      and	r3,r4,r5
   10184:  20 00 80 4e                      blr

kind:
   10188:  f0 ff 21 38                      addi	r1,r1,-16
   1018c:  00 00 c1 f9                      std	r14,0(r1)
   10190:  a6 02 08 7c                      mflr	r0
   10194:  08 00 01 f8                      std	r0,8(r1)
   10198:  78 1b 6e 7c                      mr	r14,r3
   1019c:  2d 00 03 2c                      cmpwi	r3,45
   101a0:  10 00 82 41                      beq	.skip_1
   101a4:  bd ff ff 4b                      bl	is-digit
   101a8:  00 00 03 2c                      cmpwi	r3,0
   101ac:  0c 00 82 41                      beq	.else_2
.skip_1:
   101b0:  02 00 60 38                      li	r3,2
   101b4:  14 00 00 48                      b	.end_4
.else_2:
   101b8:  03 00 60 38                      li	r3,3
   101bc:  00 00 0e 2c                      cmpwi	r14,0
   101c0:  08 00 82 41                      beq	.selected_3
   101c4:  78 73 c3 7d                      mr	r3,r14
.selected_3:
.end_4:
   101c8:  08 00 01 e8                      ld	r0,8(r1)
   101cc:  a6 03 08 7c                      mtlr	r0
   101d0:  00 00 c1 e9                      ld	r14,0(r1)
   101d4:  10 00 21 38                      addi	r1,r1,16
   101d8:  20 00 80 4e                      blr

start:
   101dc:  f0 ff 21 38                      addi	r1,r1,-16
   101e0:  a6 02 08 7c                      mflr	r0
   101e4:  08 00 01 f8                      std	r0,8(r1)
   101e8:  01 00 80 3c                      lis	r4,1
   101ec:  5d ff ff 4b                      bl	least
   101f0:  99 ff ff 4b                      bl	kind
   101f4:  08 00 e0 7f                      trap

; read-only data
     120:  .messages
     121:  .pairs
