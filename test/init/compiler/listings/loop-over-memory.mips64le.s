; linux/mips64le, entry 10124

_start:
   10124:  25 20 a0 03                      move	a0,sp
   10128:  25 68 e0 03 01 00 11 04 01 00 1c 3c 2d e0 9f 03 25 f8 a0 01 cc 7e 9c 67 la	gp,.bss+0x8000
   10140:  0c 00 11 04                      bal	start
   10144:  00 00 00 00                      nop
   10148:  0d 00 00 00                      break

sum:
   1014c:  00 00 05 24                      li	a1,0
.label_1:
   10150:  00 00 86 90                      lbu	a2,0(a0)
   10154:  04 00 c0 10                      beqz	a2,.else_2
   10158:  00 00 00 00                      nop
   1015c:  21 28 a6 00                      addu	a1,a1,a2
   10160:  fb ff 00 10                      b	.label_1
   10164:  01 00 84 64                      daddiu	a0,a0,1
.else_2:
   10168:  25 38 a0 00                      move	a3,a1
   1016c:  08 00 e0 03                      jr	ra
   10170:  25 20 e0 00                      move	a0,a3

start:
   10174:  f0 ff bd 67                      daddiu	sp,sp,-16
   10178:  00 00 bf ff                      sd	ra,0(sp)
   1017c:  f3 ff 11 04                      bal	sum
   10180:  08 00 84 dc                      ld	a0,8(a0)
   10184:  00 80 84 af                      sw	a0,-32768(gp)
   10188:  0d 00 00 00                      break

; read-only data
     120:  .messages
     121:  .pairs
