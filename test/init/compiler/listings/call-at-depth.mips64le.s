; linux/mips64le, entry 10124

_start:
   10124:  25 20 a0 03                      move	a0,sp
   10128:  25 68 e0 03 01 00 11 04 01 00 1c 3c 2d e0 9f 03 25 f8 a0 01 cc 7e 9c 67 la	gp,.bss+0x8000
   10140:  43 00 11 04                      bal	start
   10144:  00 00 00 00                      nop
   10148:  0d 00 00 00                      break

add:
   1014c:  f0 ff bd 67                      daddiu	sp,sp,-16
   10150:  00 00 b0 ff                      sd	s0,0(sp)
   10154:  08 00 b1 ff                      sd	s1,8(sp)
   10158:  25 80 80 00                      move	s0,a0
   1015c:  25 88 a0 00                      move	s1,a1
   10160:  21 20 11 02                      addu	a0,s0,s1
   10164:  00 00 b0 df                      ld	s0,0(sp)
   10168:  08 00 b1 df                      ld	s1,8(sp)
   1016c:  08 00 e0 03                      jr	ra
   10170:  10 00 bd 67                      daddiu	sp,sp,16

sums:
   10174:  d0 ff bd 67                      daddiu	sp,sp,-48
   10178:  18 00 b0 ff                      sd	s0,24(sp)
   1017c:  20 00 b1 ff                      sd	s1,32(sp)
   10180:  28 00 bf ff                      sd	ra,40(sp)
   10184:  25 80 80 00                      move	s0,a0
   10188:  25 88 a0 00                      move	s1,a1
   1018c:  02 20 11 72                      mul	a0,s0,s1
   10190:  00 00 a4 ff                      sd	a0,0(sp)
   10194:  04 20 30 02                      sllv	a0,s0,s1
   10198:  08 00 a4 ff                      sd	a0,8(sp)
   1019c:  25 20 20 02                      move	a0,s1
   101a0:  10 00 a4 ff                      sd	a0,16(sp)
   101a4:  25 20 00 02                      move	a0,s0
   101a8:  e8 ff 11 04                      bal	add
   101ac:  07 00 05 24                      li	a1,7
   101b0:  25 28 80 00                      move	a1,a0
   101b4:  e5 ff 11 04                      bal	add
   101b8:  10 00 a4 df                      ld	a0,16(sp)
   101bc:  25 28 80 00                      move	a1,a0
   101c0:  08 00 a4 df                      ld	a0,8(sp)
   101c4:  26 20 85 00                      xor	a0,a0,a1
   101c8:  25 28 80 00                      move	a1,a0
   101cc:  00 00 a4 df                      ld	a0,0(sp)
   101d0:  23 20 85 00                      subu	a0,a0,a1
   101d4:  18 00 b0 df                      ld	s0,24(sp)
   101d8:  20 00 b1 df                      ld	s1,32(sp)
   101dc:  28 00 bf df                      ld	ra,40(sp)
   101e0:  08 00 e0 03                      jr	ra
   101e4:  30 00 bd 67                      daddiu	sp,sp,48

leave:
   101e8:  e0 ff bd 67                      daddiu	sp,sp,-32
   101ec:  10 00 b0 ff                      sd	s0,16(sp)
   101f0:  18 00 bf ff                      sd	ra,24(sp)
   101f4:  25 80 80 00                      move	s0,a0
   101f8:  02 20 10 72                      mul	a0,s0,s0
   101fc:  ff ff 05 26                      addiu	a1,s0,-1
   10200:  00 00 a4 ff                      sd	a0,0(sp)
   10204:  08 00 a5 ff                      sd	a1,8(sp)
   10208:  25 20 00 02                      move	a0,s0
   1020c:  65 00 0c 2e                      sltiu	t0,s0,101
   10210:  03 00 80 15                      bnez	t0,.skip_1
   10214:  03 00 05 24                      li	a1,3
   10218:  08 00 00 10                      b	.block_2
   1021c:  00 00 a4 df                      ld	a0,0(sp)
.skip_1:
   10220:  ca ff 11 04                      bal	add
   10224:  00 00 00 00                      nop
   10228:  25 30 80 00                      move	a2,a0
   1022c:  00 00 a4 df                      ld	a0,0(sp)
   10230:  08 00 a5 df                      ld	a1,8(sp)
   10234:  23 68 06 00                      negu	t1,a2
   10238:  46 28 a5 01                      rorv	a1,a1,t1
.block_2:
   1023c:  21 20 85 00                      addu	a0,a0,a1
   10240:  10 00 b0 df                      ld	s0,16(sp)
   10244:  18 00 bf df                      ld	ra,24(sp)
   10248:  08 00 e0 03                      jr	ra
   1024c:  20 00 bd 67                      daddiu	sp,sp,32

start:
   10250:  f0 ff bd 67                      daddiu	sp,sp,-16
   10254:  00 00 bf ff                      sd	ra,0(sp)
   10258:  e3 ff 11 04                      bal	leave
   1025c:  01 00 04 24                      li	a0,1
   10260:  c4 ff 11 04                      bal	sums
   10264:  02 00 05 24                      li	a1,2
   10268:  0d 00 00 00                      break

; read-only data
     120:  .messages
     121:  .pairs
