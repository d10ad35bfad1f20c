; linux/mips64le, entry 10124

_start:
   10124:  25 20 a0 03                      move	a0,sp
   10128:  25 68 e0 03 01 00 11 04 01 00 1c 3c 2d e0 9f 03 25 f8 a0 01 cc 7e 9c 67 la	gp,.bss+0x8000
   10140:  33 00 11 04                      bal	start
   10144:  00 00 00 00                      nop
   10148:  0d 00 00 00                      break

sign:
   1014c:  03 00 80 14                      bnez	a0,.else_1
   10150:  00 00 00 00                      nop
   10154:  05 00 00 10                      b	.return_3
   10158:  00 00 04 24                      li	a0,0
.else_1:
   1015c:  02 00 80 1c                      bgtz	a0,.selected_2
   10160:  01 00 05 24                      li	a1,1
   10164:  ff ff 05 24                      li	a1,-1
.selected_2:
   10168:  25 20 a0 00                      move	a0,a1
.return_3:
   1016c:  08 00 e0 03                      jr	ra
   10170:  00 00 00 00                      nop

step:
   10174:  07 00 80 10                      beqz	a0,.return_1
   10178:  00 00 00 00                      nop
   1017c:  00 80 85 8f                      lw	a1,-32768(gp)
   10180:  01 00 a5 24                      addiu	a1,a1,1
   10184:  00 80 85 af                      sw	a1,-32768(gp)
   10188:  04 80 85 8f                      lw	a1,-32764(gp)
   1018c:  23 28 a4 00                      subu	a1,a1,a0
   10190:  04 80 85 af                      sw	a1,-32764(gp)
.return_1:
   10194:  08 00 e0 03                      jr	ra
   10198:  00 00 00 00                      nop

run:
   1019c:  e0 ff bd 67                      daddiu	sp,sp,-32
   101a0:  08 00 b0 ff                      sd	s0,8(sp)
   101a4:  10 00 b1 ff                      sd	s1,16(sp)
   101a8:  18 00 bf ff                      sd	ra,24(sp)
   101ac:  f1 ff 11 04                      bal	step
   101b0:  25 88 80 00                      move	s1,a0
   101b4:  00 80 84 8f                      lw	a0,-32768(gp)
   101b8:  21 80 84 00                      addu	s0,a0,a0
   101bc:  04 80 84 8f                      lw	a0,-32764(gp)
   101c0:  2a 60 04 02                      slt	t0,s0,a0
   101c4:  05 00 80 11                      beqz	t0,.else_1
   101c8:  00 00 00 00                      nop
   101cc:  e9 ff 11 04                      bal	step
   101d0:  25 20 20 02                      move	a0,s1
   101d4:  00 80 84 8f                      lw	a0,-32768(gp)
   101d8:  21 80 04 02                      addu	s0,s0,a0
.else_1:
   101dc:  03 00 04 24                      li	a0,3
   101e0:  02 20 04 72                      mul	a0,s0,a0
   101e4:  00 00 a4 ff                      sd	a0,0(sp)
   101e8:  d8 ff 11 04                      bal	sign
   101ec:  25 20 00 02                      move	a0,s0
   101f0:  25 28 80 00                      move	a1,a0
   101f4:  00 00 a4 df                      ld	a0,0(sp)
   101f8:  21 20 85 00                      addu	a0,a0,a1
   101fc:  08 00 b0 df                      ld	s0,8(sp)
   10200:  10 00 b1 df                      ld	s1,16(sp)
   10204:  18 00 bf df                      ld	ra,24(sp)
   10208:  08 00 e0 03                      jr	ra
   1020c:  20 00 bd 67                      daddiu	sp,sp,32

start:
   10210:  f0 ff bd 67                      daddiu	sp,sp,-16
   10214:  00 00 bf ff                      sd	ra,0(sp)
   10218:  e0 ff 11 04                      bal	run
   1021c:  05 00 04 24                      li	a0,5
   10220:  0d 00 00 00                      break

; read-only data
     120:  .messages
     121:  .pairs
