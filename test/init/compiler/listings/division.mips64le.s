; linux/mips64le, entry 10124

_start:
   10124:  25 20 a0 03                      move	a0,sp
   10128:  25 68 e0 03 01 00 11 04 01 00 1c 3c 2d e0 9f 03 25 f8 a0 01 cc 7e 9c 67 la	gp,.bss+0x8000
   10140:  18 00 11 04                      bal	start
   10144:  00 00 00 00                      nop
   10148:  0d 00 00 00                      break

all:
   1014c:  f4 01 a0 00                      teq	a1,zero,0x7
   10150:  ff ff 0c 24                      li	t0,-1
   10154:  03 00 ac 14                      bne	a1,t0,.fits_1
   10158:  00 00 00 00                      nop
   1015c:  00 80 0c 3c                      lui	t0,0x8000
   10160:  b4 01 8c 00                      teq	a0,t0,0x6
.fits_1:
   10164:  1a 00 85 00                      div	zero,a0,a1
   10168:  12 40 00 00                      mflo	a4
   1016c:  f4 01 a0 00                      teq	a1,zero,0x7
   10170:  1a 00 85 00                      div	zero,a0,a1
   10174:  10 48 00 00                      mfhi	a5
   10178:  26 40 09 01                      xor	a4,a4,a5
   1017c:  00 40 08 00                      sll	a4,a4,0x0
   10180:  f4 01 e0 00                      teq	a3,zero,0x7
   10184:  1f 00 c7 00                      ddivu	zero,a2,a3
   10188:  12 48 00 00                      mflo	a5
   1018c:  0a 00 0c 24                      li	t0,10
   10190:  1f 00 cc 00                      ddivu	zero,a2,t0
   10194:  10 50 00 00                      mfhi	a6
   10198:  26 48 2a 01                      xor	a5,a5,a6
   1019c:  08 00 e0 03                      jr	ra
   101a0:  2d 20 09 01                      daddu	a0,a4,a5

start:
   101a4:  f0 ff bd 67                      daddiu	sp,sp,-16
   101a8:  00 00 b0 ff                      sd	s0,0(sp)
   101ac:  08 00 bf ff                      sd	ra,8(sp)
   101b0:  25 80 80 00                      move	s0,a0
   101b4:  01 00 04 24                      li	a0,1
   101b8:  02 00 05 24                      li	a1,2
   101bc:  25 30 00 02                      move	a2,s0
   101c0:  e2 ff 11 04                      bal	all
   101c4:  ff ff 07 24                      li	a3,-1
   101c8:  0d 00 00 00                      break

; read-only data
     120:  .messages
     121:  .pairs
