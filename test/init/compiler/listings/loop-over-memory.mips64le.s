; linux/mips64le, entry 10124

_start:
   10124:  25 20 a0 03                      move	a0,sp
   10128:  25 68 e0 03 01 00 11 04 01 00 1c 3c 2d e0 9f 03 25 f8 a0 01 cc 7e 9c 67 la	gp,.bss+0x8000
   10140:  14 00 11 04                      bal	start
   10144:  00 00 00 00                      nop
   10148:  0d 00 00 00                      break

sum:
   1014c:  e0 ff bd 67                      daddiu	sp,sp,-32
   10150:  00 00 b0 ff                      sd	s0,0(sp)
   10154:  08 00 b1 ff                      sd	s1,8(sp)
   10158:  10 00 b2 ff                      sd	s2,16(sp)
   1015c:  25 80 80 00                      move	s0,a0
   10160:  00 00 11 24                      li	s1,0
.label_1:
   10164:  00 00 12 92                      lbu	s2,0(s0)
   10168:  04 00 40 12                      beqz	s2,.else_2
   1016c:  00 00 00 00                      nop
   10170:  21 88 32 02                      addu	s1,s1,s2
   10174:  fb ff 00 10                      b	.label_1
   10178:  01 00 10 66                      daddiu	s0,s0,1
.else_2:
   1017c:  25 20 20 02                      move	a0,s1
   10180:  00 00 b0 df                      ld	s0,0(sp)
   10184:  08 00 b1 df                      ld	s1,8(sp)
   10188:  10 00 b2 df                      ld	s2,16(sp)
   1018c:  08 00 e0 03                      jr	ra
   10190:  20 00 bd 67                      daddiu	sp,sp,32

start:
   10194:  f0 ff bd 67                      daddiu	sp,sp,-16
   10198:  00 00 b0 ff                      sd	s0,0(sp)
   1019c:  08 00 bf ff                      sd	ra,8(sp)
   101a0:  25 80 80 00                      move	s0,a0
   101a4:  e9 ff 11 04                      bal	sum
   101a8:  08 00 04 de                      ld	a0,8(s0)
   101ac:  00 80 84 af                      sw	a0,-32768(gp)
   101b0:  0d 00 00 00                      break

; read-only data
     120:  .messages
     121:  .pairs
