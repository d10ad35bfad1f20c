; linux/mips64le, entry 10124

_start:
   10124:  25 20 a0 03                      move	a0,sp
   10128:  25 68 e0 03 01 00 11 04 01 00 1c 3c 2d e0 9f 03 25 f8 a0 01 cc 7e 9c 67 la	gp,.bss+0x8000
   10140:  17 00 11 04                      bal	start
   10144:  00 00 00 00                      nop
   10148:  0d 00 00 00                      break

name:
   1014c:  f0 ff bd 67                      daddiu	sp,sp,-16
   10150:  00 00 b0 ff                      sd	s0,0(sp)
   10154:  25 80 80 00                      move	s0,a0
   10158:  09 00 00 12                      beqz	s0,.block_1
   1015c:  00 00 00 00                      nop
   10160:  02 00 0c 24                      li	t0,2
   10164:  08 00 0c 12                      beq	s0,t0,.block2_2
   10168:  00 00 00 00                      nop
   1016c:  04 00 0c 24                      li	t0,4
   10170:  05 00 0c 12                      beq	s0,t0,.block2_2
   10174:  00 00 00 00                      nop
   10178:  05 00 00 10                      b	.block1_3
   1017c:  00 00 00 00                      nop
.block_1:
   10180:  04 00 00 10                      b	.return_4
   10184:  0a 00 04 24                      li	a0,10
.block2_2:
   10188:  02 00 00 10                      b	.return_4
   1018c:  14 00 04 24                      li	a0,20
.block1_3:
   10190:  1e 00 04 24                      li	a0,30
.return_4:
   10194:  00 00 b0 df                      ld	s0,0(sp)
   10198:  08 00 e0 03                      jr	ra
   1019c:  10 00 bd 67                      daddiu	sp,sp,16

start:
   101a0:  f0 ff bd 67                      daddiu	sp,sp,-16
   101a4:  00 00 b0 ff                      sd	s0,0(sp)
   101a8:  08 00 bf ff                      sd	ra,8(sp)
   101ac:  25 80 80 00                      move	s0,a0
   101b0:  00 00 04 de                      ld	a0,0(s0)
   101b4:  e5 ff 11 04                      bal	name
   101b8:  00 20 04 00                      sll	a0,a0,0x0
   101bc:  55 14 02 24                      li	v0,5205
   101c0:  0c 00 00 00                      syscall
   101c4:  0d 00 00 00                      break

; read-only data
     120:  .messages
     121:  .pairs
