; linux/mips64le, entry 10124

_start:
   10124:  25 20 a0 03                      move	a0,sp
   10128:  25 68 e0 03 01 00 11 04 01 00 1c 3c 2d e0 9f 03 25 f8 a0 01 cc 7e 9c 67 la	gp,.bss+0x8000
   10140:  1d 00 11 04                      bal	start
   10144:  00 00 00 00                      nop
   10148:  0d 00 00 00                      break

zeros:
   1014c:  e0 ff bd 67                      daddiu	sp,sp,-32
   10150:  08 00 b0 ff                      sd	s0,8(sp)
   10154:  10 00 bf ff                      sd	ra,16(sp)
   10158:  25 80 80 00                      move	s0,a0
   1015c:  24 20 04 72                      dclz	a0,s0
   10160:  00 00 a4 ff                      sd	a0,0(sp)
   10164:  25 00 11 04                      bal	i64.ctz
   10168:  25 20 00 02                      move	a0,s0
   1016c:  25 28 80 00                      move	a1,a0
   10170:  00 00 a4 df                      ld	a0,0(sp)
   10174:  2f 20 85 00                      dsubu	a0,a0,a1
.tail_1:
   10178:  08 00 b0 df                      ld	s0,8(sp)
   1017c:  10 00 bf df                      ld	ra,16(sp)
   10180:  08 00 e0 03                      jr	ra
   10184:  20 00 bd 67                      daddiu	sp,sp,32

ones:
   10188:  f0 ff bd 67                      daddiu	sp,sp,-16
   1018c:  00 00 b0 ff                      sd	s0,0(sp)
   10190:  08 00 bf ff                      sd	ra,8(sp)
   10194:  25 80 80 00                      move	s0,a0
   10198:  23 00 11 04                      bal	i32.popcnt
   1019c:  25 20 00 02                      move	a0,s0
   101a0:  20 28 05 72                      clz	a1,s0
   101a4:  21 20 85 00                      addu	a0,a0,a1
   101a8:  00 00 b0 df                      ld	s0,0(sp)
   101ac:  08 00 bf df                      ld	ra,8(sp)
.tail_1:
   101b0:  08 00 e0 03                      jr	ra
   101b4:  10 00 bd 67                      daddiu	sp,sp,16

start:
   101b8:  e0 ff bd 67                      daddiu	sp,sp,-32
   101bc:  08 00 b0 ff                      sd	s0,8(sp)
   101c0:  10 00 bf ff                      sd	ra,16(sp)
   101c4:  25 80 80 00                      move	s0,a0
   101c8:  e0 ff 11 04                      bal	zeros
   101cc:  25 20 00 02                      move	a0,s0
   101d0:  00 00 a4 ff                      sd	a0,0(sp)
   101d4:  ec ff 11 04                      bal	ones
   101d8:  05 00 04 24                      li	a0,5
   101dc:  25 28 80 00                      move	a1,a0
   101e0:  00 00 a4 df                      ld	a0,0(sp)
   101e4:  03 f8 a5 7c                      dext	a1,a1,0x0,0x20
   101e8:  2d 20 85 00                      daddu	a0,a0,a1
   101ec:  55 14 02 24                      li	v0,5205
   101f0:  0c 00 00 00                      syscall
   101f4:  e0 ff 00 10                      b	.tail_1
   101f8:  00 00 00 00                      nop

i64.ctz:
   101fc:  f0 ff bd 67                      daddiu	sp,sp,-16
   10200:  00 00 b0 ff                      sd	s0,0(sp)
   10204:  25 80 80 00                      move	s0,a0
   10208:  40 00 04 24                      li	a0,64
   1020c:  27 28 00 02                      nor	a1,s0,zero
   10210:  ff ff 06 66                      daddiu	a2,s0,-1
   10214:  24 28 a6 00                      and	a1,a1,a2
   10218:  24 28 a5 70                      dclz	a1,a1
   1021c:  2f 20 85 00                      dsubu	a0,a0,a1
.tail_1:
   10220:  e3 ff 00 10                      b	.tail_1
   10224:  00 00 b0 df                      ld	s0,0(sp)

i32.popcnt:
   10228:  f0 ff bd 67                      daddiu	sp,sp,-16
   1022c:  00 00 b0 ff                      sd	s0,0(sp)
   10230:  25 80 80 00                      move	s0,a0
   10234:  42 20 10 00                      srl	a0,s0,0x1
   10238:  55 55 05 3c                      lui	a1,0x5555
   1023c:  55 55 a5 34                      ori	a1,a1,0x5555
   10240:  24 20 85 00                      and	a0,a0,a1
   10244:  23 80 04 02                      subu	s0,s0,a0
   10248:  33 33 04 3c                      lui	a0,0x3333
   1024c:  33 33 84 34                      ori	a0,a0,0x3333
   10250:  24 20 04 02                      and	a0,s0,a0
   10254:  82 28 10 00                      srl	a1,s0,0x2
   10258:  33 33 06 3c                      lui	a2,0x3333
   1025c:  33 33 c6 34                      ori	a2,a2,0x3333
   10260:  24 28 a6 00                      and	a1,a1,a2
   10264:  21 80 85 00                      addu	s0,a0,a1
   10268:  02 21 10 00                      srl	a0,s0,0x4
   1026c:  21 20 04 02                      addu	a0,s0,a0
   10270:  0f 0f 05 3c                      lui	a1,0xf0f
   10274:  0f 0f a5 34                      ori	a1,a1,0xf0f
   10278:  24 80 85 00                      and	s0,a0,a1
   1027c:  01 01 04 3c                      lui	a0,0x101
   10280:  01 01 84 34                      ori	a0,a0,0x101
   10284:  02 20 04 72                      mul	a0,s0,a0
   10288:  e5 ff 00 10                      b	.tail_1
   1028c:  02 26 04 00                      srl	a0,a0,0x18

; read-only data
     120:  .messages
     121:  .pairs
