; linux/mips64le, entry 10124

_start:
   10124:  25 20 a0 03                      move	a0,sp
   10128:  25 68 e0 03 01 00 11 04 01 00 1c 3c 2d e0 9f 03 25 f8 a0 01 cc 7e 9c 67 la	gp,.bss+0x8000
   10140:  17 00 11 04                      bal	start
   10144:  00 00 00 00                      nop
   10148:  0d 00 00 00                      break

fill:
.label1_1:
   1014c:  00 81 84 ff                      sd	a0,-32512(gp)
   10150:  00 82 84 ff                      sd	a0,-32256(gp)
   10154:  00 83 84 ff                      sd	a0,-32000(gp)
   10158:  00 84 84 ff                      sd	a0,-31744(gp)
   1015c:  00 85 84 ff                      sd	a0,-31488(gp)
   10160:  00 86 84 ff                      sd	a0,-31232(gp)
   10164:  00 87 84 ff                      sd	a0,-30976(gp)
   10168:  00 88 84 ff                      sd	a0,-30720(gp)
   1016c:  00 89 84 ff                      sd	a0,-30464(gp)
   10170:  00 8a 84 ff                      sd	a0,-30208(gp)
   10174:  00 8b 84 ff                      sd	a0,-29952(gp)
   10178:  00 8c 84 ff                      sd	a0,-29696(gp)
   1017c:  00 8d 84 ff                      sd	a0,-29440(gp)
.label_2:
   10180:  7a 20 04 00                      dsrl	a0,a0,0x1
   10184:  e9 03 8c 2c                      sltiu	t0,a0,1001
   10188:  fd ff 80 11                      beqz	t0,.label_2
   1018c:  00 00 00 00                      nop
   10190:  ee ff 80 14                      bnez	a0,.label1_1
   10194:  00 00 00 00                      nop
   10198:  08 00 e0 03                      jr	ra
   1019c:  00 00 00 00                      nop

start:
   101a0:  f0 ff bd 67                      daddiu	sp,sp,-16
   101a4:  00 00 bf ff                      sd	ra,0(sp)
   101a8:  e8 ff 11 04                      bal	fill
   101ac:  00 00 00 00                      nop
   101b0:  0d 00 00 00                      break

; read-only data
     120:  .messages
     121:  .pairs
