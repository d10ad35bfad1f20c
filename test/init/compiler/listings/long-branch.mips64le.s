; linux/mips64le, entry 10124

_start:
   10124:  25 20 a0 03                      move	a0,sp
   10128:  25 68 e0 03 01 00 11 04 01 00 1c 3c 2d e0 9f 03 25 f8 a0 01 cc 7e 9c 67 la	gp,.bss+0x8000
   10140:  1b 00 11 04                      bal	start
   10144:  00 00 00 00                      nop
   10148:  0d 00 00 00                      break

fill:
   1014c:  f0 ff bd 67                      daddiu	sp,sp,-16
   10150:  00 00 b0 ff                      sd	s0,0(sp)
   10154:  25 80 80 00                      move	s0,a0
.label1_1:
   10158:  00 81 90 ff                      sd	s0,-32512(gp)
   1015c:  00 82 90 ff                      sd	s0,-32256(gp)
   10160:  00 83 90 ff                      sd	s0,-32000(gp)
   10164:  00 84 90 ff                      sd	s0,-31744(gp)
   10168:  00 85 90 ff                      sd	s0,-31488(gp)
   1016c:  00 86 90 ff                      sd	s0,-31232(gp)
   10170:  00 87 90 ff                      sd	s0,-30976(gp)
   10174:  00 88 90 ff                      sd	s0,-30720(gp)
   10178:  00 89 90 ff                      sd	s0,-30464(gp)
   1017c:  00 8a 90 ff                      sd	s0,-30208(gp)
   10180:  00 8b 90 ff                      sd	s0,-29952(gp)
   10184:  00 8c 90 ff                      sd	s0,-29696(gp)
   10188:  00 8d 90 ff                      sd	s0,-29440(gp)
.label_2:
   1018c:  7a 80 10 00                      dsrl	s0,s0,0x1
   10190:  e9 03 0c 2e                      sltiu	t0,s0,1001
   10194:  fd ff 80 11                      beqz	t0,.label_2
   10198:  00 00 00 00                      nop
   1019c:  ee ff 00 16                      bnez	s0,.label1_1
   101a0:  00 00 00 00                      nop
   101a4:  00 00 b0 df                      ld	s0,0(sp)
   101a8:  08 00 e0 03                      jr	ra
   101ac:  10 00 bd 67                      daddiu	sp,sp,16

start:
   101b0:  f0 ff bd 67                      daddiu	sp,sp,-16
   101b4:  00 00 b0 ff                      sd	s0,0(sp)
   101b8:  08 00 bf ff                      sd	ra,8(sp)
   101bc:  25 80 80 00                      move	s0,a0
   101c0:  e2 ff 11 04                      bal	fill
   101c4:  25 20 00 02                      move	a0,s0
   101c8:  0d 00 00 00                      break

; read-only data
     120:  .messages
     121:  .pairs
