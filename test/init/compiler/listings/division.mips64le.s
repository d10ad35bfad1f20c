; linux/mips64le, entry 10124

_start:
   10124:  25 20 a0 03                      move	a0,sp
   10128:  25 68 e0 03 01 00 11 04 01 00 1c 3c 2d e0 9f 03 25 f8 a0 01 cc 7e 9c 67 la	gp,.bss+0x8000
   10140:  26 00 11 04                      bal	start
   10144:  00 00 00 00                      nop
   10148:  0d 00 00 00                      break

all:
   1014c:  e0 ff bd 67                      daddiu	sp,sp,-32
   10150:  00 00 b0 ff                      sd	s0,0(sp)
   10154:  08 00 b1 ff                      sd	s1,8(sp)
   10158:  10 00 b2 ff                      sd	s2,16(sp)
   1015c:  18 00 b3 ff                      sd	s3,24(sp)
   10160:  25 80 80 00                      move	s0,a0
   10164:  25 88 a0 00                      move	s1,a1
   10168:  25 90 c0 00                      move	s2,a2
   1016c:  25 98 e0 00                      move	s3,a3
   10170:  f4 01 20 02                      teq	s1,zero,0x7
   10174:  ff ff 0c 24                      li	t0,-1
   10178:  03 00 2c 16                      bne	s1,t0,.fits_1
   1017c:  00 00 00 00                      nop
   10180:  00 80 0c 3c                      lui	t0,0x8000
   10184:  b4 01 0c 02                      teq	s0,t0,0x6
.fits_1:
   10188:  1a 00 11 02                      div	zero,s0,s1
   1018c:  12 20 00 00                      mflo	a0
   10190:  f4 01 20 02                      teq	s1,zero,0x7
   10194:  1a 00 11 02                      div	zero,s0,s1
   10198:  10 28 00 00                      mfhi	a1
   1019c:  26 20 85 00                      xor	a0,a0,a1
   101a0:  00 20 04 00                      sll	a0,a0,0x0
   101a4:  f4 01 60 02                      teq	s3,zero,0x7
   101a8:  1f 00 53 02                      ddivu	zero,s2,s3
   101ac:  12 28 00 00                      mflo	a1
   101b0:  0a 00 0c 24                      li	t0,10
   101b4:  1f 00 4c 02                      ddivu	zero,s2,t0
   101b8:  10 30 00 00                      mfhi	a2
   101bc:  26 28 a6 00                      xor	a1,a1,a2
   101c0:  2d 20 85 00                      daddu	a0,a0,a1
   101c4:  00 00 b0 df                      ld	s0,0(sp)
   101c8:  08 00 b1 df                      ld	s1,8(sp)
   101cc:  10 00 b2 df                      ld	s2,16(sp)
   101d0:  18 00 b3 df                      ld	s3,24(sp)
   101d4:  08 00 e0 03                      jr	ra
   101d8:  20 00 bd 67                      daddiu	sp,sp,32

start:
   101dc:  f0 ff bd 67                      daddiu	sp,sp,-16
   101e0:  00 00 b0 ff                      sd	s0,0(sp)
   101e4:  08 00 bf ff                      sd	ra,8(sp)
   101e8:  25 80 80 00                      move	s0,a0
   101ec:  01 00 04 24                      li	a0,1
   101f0:  02 00 05 24                      li	a1,2
   101f4:  25 30 00 02                      move	a2,s0
   101f8:  d4 ff 11 04                      bal	all
   101fc:  ff ff 07 24                      li	a3,-1
   10200:  0d 00 00 00                      break

; read-only data
     120:  .messages
     121:  .pairs
