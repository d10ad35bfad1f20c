; linux/mips64le, entry 10124

_start:
   10124:  25 20 a0 03                      move	a0,sp
   10128:  25 68 e0 03 01 00 11 04 01 00 1c 3c 2d e0 9f 03 25 f8 a0 01 cc 7e 9c 67 la	gp,.bss+0x8000
   10140:  15 00 11 04                      bal	start
   10144:  00 00 00 00                      nop
   10148:  0d 00 00 00                      break

zeros:
   1014c:  f0 ff bd 67                      daddiu	sp,sp,-16
   10150:  00 00 b0 ff                      sd	s0,0(sp)
   10154:  08 00 bf ff                      sd	ra,8(sp)
   10158:  1e 00 11 04                      bal	i64.ctz
   1015c:  25 80 80 00                      move	s0,a0
   10160:  24 28 05 72                      dclz	a1,s0
   10164:  2f 20 a4 00                      dsubu	a0,a1,a0
.tail_1:
   10168:  00 00 b0 df                      ld	s0,0(sp)
.tail_2:
   1016c:  08 00 bf df                      ld	ra,8(sp)
   10170:  08 00 e0 03                      jr	ra
   10174:  10 00 bd 67                      daddiu	sp,sp,16

ones:
   10178:  f0 ff bd 67                      daddiu	sp,sp,-16
   1017c:  00 00 b0 ff                      sd	s0,0(sp)
   10180:  08 00 bf ff                      sd	ra,8(sp)
   10184:  1a 00 11 04                      bal	i32.popcnt
   10188:  25 80 80 00                      move	s0,a0
   1018c:  20 28 05 72                      clz	a1,s0
   10190:  f5 ff 00 10                      b	.tail_1
   10194:  21 20 85 00                      addu	a0,a0,a1

start:
   10198:  f0 ff bd 67                      daddiu	sp,sp,-16
   1019c:  08 00 bf ff                      sd	ra,8(sp)
   101a0:  ea ff 11 04                      bal	zeros
   101a4:  00 00 00 00                      nop
   101a8:  00 00 a4 ff                      sd	a0,0(sp)
   101ac:  f2 ff 11 04                      bal	ones
   101b0:  05 00 04 24                      li	a0,5
   101b4:  25 28 80 00                      move	a1,a0
   101b8:  00 00 a4 df                      ld	a0,0(sp)
   101bc:  03 f8 a5 7c                      dext	a1,a1,0x0,0x20
   101c0:  2d 20 85 00                      daddu	a0,a0,a1
   101c4:  55 14 02 24                      li	v0,5205
   101c8:  0c 00 00 00                      syscall
   101cc:  e7 ff 00 10                      b	.tail_2
   101d0:  00 00 00 00                      nop

i64.ctz:
   101d4:  40 00 05 24                      li	a1,64
   101d8:  27 30 80 00                      nor	a2,a0,zero
   101dc:  ff ff 87 64                      daddiu	a3,a0,-1
   101e0:  24 30 c7 00                      and	a2,a2,a3
   101e4:  24 30 c6 70                      dclz	a2,a2
   101e8:  08 00 e0 03                      jr	ra
   101ec:  2f 20 a6 00                      dsubu	a0,a1,a2

i32.popcnt:
   101f0:  42 28 04 00                      srl	a1,a0,0x1
   101f4:  55 55 06 3c                      lui	a2,0x5555
   101f8:  55 55 c6 34                      ori	a2,a2,0x5555
   101fc:  24 28 a6 00                      and	a1,a1,a2
   10200:  23 20 85 00                      subu	a0,a0,a1
   10204:  33 33 05 3c                      lui	a1,0x3333
   10208:  33 33 a5 34                      ori	a1,a1,0x3333
   1020c:  24 28 85 00                      and	a1,a0,a1
   10210:  82 30 04 00                      srl	a2,a0,0x2
   10214:  33 33 07 3c                      lui	a3,0x3333
   10218:  33 33 e7 34                      ori	a3,a3,0x3333
   1021c:  24 30 c7 00                      and	a2,a2,a3
   10220:  21 20 a6 00                      addu	a0,a1,a2
   10224:  02 29 04 00                      srl	a1,a0,0x4
   10228:  21 28 85 00                      addu	a1,a0,a1
   1022c:  0f 0f 06 3c                      lui	a2,0xf0f
   10230:  0f 0f c6 34                      ori	a2,a2,0xf0f
   10234:  24 20 a6 00                      and	a0,a1,a2
   10238:  01 01 05 3c                      lui	a1,0x101
   1023c:  01 01 a5 34                      ori	a1,a1,0x101
   10240:  02 28 85 70                      mul	a1,a0,a1
   10244:  08 00 e0 03                      jr	ra
   10248:  02 26 05 00                      srl	a0,a1,0x18

; read-only data
     120:  .messages
     121:  .pairs
