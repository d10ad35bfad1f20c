; linux/mips64le, entry 10124

_start:
   10124:  25 20 a0 03                      move	a0,sp
   10128:  25 68 e0 03 01 00 11 04 01 00 1c 3c 2d e0 9f 03 25 f8 a0 01 cc 7e 9c 67 la	gp,.bss+0x8000
   10140:  39 00 11 04                      bal	start
   10144:  00 00 00 00                      nop
   10148:  0d 00 00 00                      break

add:
   1014c:  08 00 e0 03                      jr	ra
   10150:  21 20 85 00                      addu	a0,a0,a1

sums:
   10154:  d0 ff bd 67                      daddiu	sp,sp,-48
   10158:  10 00 b0 ff                      sd	s0,16(sp)
   1015c:  18 00 b1 ff                      sd	s1,24(sp)
   10160:  20 00 bf ff                      sd	ra,32(sp)
   10164:  25 80 80 00                      move	s0,a0
   10168:  25 88 a0 00                      move	s1,a1
   1016c:  02 20 85 70                      mul	a0,a0,a1
   10170:  00 00 a4 ff                      sd	a0,0(sp)
   10174:  04 20 b0 00                      sllv	a0,s0,a1
   10178:  08 00 a4 ff                      sd	a0,8(sp)
   1017c:  25 20 00 02                      move	a0,s0
   10180:  f2 ff 11 04                      bal	add
   10184:  07 00 05 24                      li	a1,7
   10188:  25 28 80 00                      move	a1,a0
   1018c:  ef ff 11 04                      bal	add
   10190:  25 20 20 02                      move	a0,s1
   10194:  25 28 80 00                      move	a1,a0
   10198:  08 00 a4 df                      ld	a0,8(sp)
   1019c:  26 20 85 00                      xor	a0,a0,a1
   101a0:  25 28 80 00                      move	a1,a0
   101a4:  00 00 a4 df                      ld	a0,0(sp)
   101a8:  23 20 85 00                      subu	a0,a0,a1
   101ac:  10 00 b0 df                      ld	s0,16(sp)
   101b0:  18 00 b1 df                      ld	s1,24(sp)
   101b4:  20 00 bf df                      ld	ra,32(sp)
   101b8:  08 00 e0 03                      jr	ra
   101bc:  30 00 bd 67                      daddiu	sp,sp,48

leave:
   101c0:  e0 ff bd 67                      daddiu	sp,sp,-32
   101c4:  10 00 b0 ff                      sd	s0,16(sp)
   101c8:  18 00 bf ff                      sd	ra,24(sp)
   101cc:  25 80 80 00                      move	s0,a0
   101d0:  02 20 84 70                      mul	a0,a0,a0
   101d4:  ff ff 05 26                      addiu	a1,s0,-1
   101d8:  00 00 a4 ff                      sd	a0,0(sp)
   101dc:  08 00 a5 ff                      sd	a1,8(sp)
   101e0:  25 20 00 02                      move	a0,s0
   101e4:  65 00 8c 2c                      sltiu	t0,a0,101
   101e8:  03 00 80 15                      bnez	t0,.skip_1
   101ec:  03 00 05 24                      li	a1,3
   101f0:  08 00 00 10                      b	.block_2
   101f4:  00 00 a4 df                      ld	a0,0(sp)
.skip_1:
   101f8:  d4 ff 11 04                      bal	add
   101fc:  00 00 00 00                      nop
   10200:  25 30 80 00                      move	a2,a0
   10204:  00 00 a4 df                      ld	a0,0(sp)
   10208:  08 00 a5 df                      ld	a1,8(sp)
   1020c:  23 68 06 00                      negu	t1,a2
   10210:  46 28 a5 01                      rorv	a1,a1,t1
.block_2:
   10214:  21 20 85 00                      addu	a0,a0,a1
   10218:  10 00 b0 df                      ld	s0,16(sp)
   1021c:  18 00 bf df                      ld	ra,24(sp)
   10220:  08 00 e0 03                      jr	ra
   10224:  20 00 bd 67                      daddiu	sp,sp,32

start:
   10228:  f0 ff bd 67                      daddiu	sp,sp,-16
   1022c:  00 00 bf ff                      sd	ra,0(sp)
   10230:  e3 ff 11 04                      bal	leave
   10234:  01 00 04 24                      li	a0,1
   10238:  c6 ff 11 04                      bal	sums
   1023c:  02 00 05 24                      li	a1,2
   10240:  0d 00 00 00                      break

; read-only data
     120:  .messages
     121:  .pairs
