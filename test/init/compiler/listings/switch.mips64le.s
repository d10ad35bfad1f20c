; linux/mips64le, entry 10124

_start:
   10124:  25 20 a0 03                      move	a0,sp
   10128:  25 68 e0 03 01 00 11 04 01 00 1c 3c 2d e0 9f 03 25 f8 a0 01 cc 7e 9c 67 la	gp,.bss+0x8000
   10140:  13 00 11 04                      bal	start
   10144:  00 00 00 00                      nop
   10148:  0d 00 00 00                      break

name:
   1014c:  09 00 80 10                      beqz	a0,.block_1
   10150:  00 00 00 00                      nop
   10154:  02 00 0c 24                      li	t0,2
   10158:  08 00 8c 10                      beq	a0,t0,.block2_2
   1015c:  00 00 00 00                      nop
   10160:  04 00 0c 24                      li	t0,4
   10164:  05 00 8c 10                      beq	a0,t0,.block2_2
   10168:  00 00 00 00                      nop
   1016c:  05 00 00 10                      b	.block1_3
   10170:  00 00 00 00                      nop
.block_1:
   10174:  04 00 00 10                      b	.return_4
   10178:  0a 00 04 24                      li	a0,10
.block2_2:
   1017c:  02 00 00 10                      b	.return_4
   10180:  14 00 04 24                      li	a0,20
.block1_3:
   10184:  1e 00 04 24                      li	a0,30
.return_4:
   10188:  08 00 e0 03                      jr	ra
   1018c:  00 00 00 00                      nop

start:
   10190:  f0 ff bd 67                      daddiu	sp,sp,-16
   10194:  00 00 bf ff                      sd	ra,0(sp)
   10198:  00 00 84 dc                      ld	a0,0(a0)
   1019c:  eb ff 11 04                      bal	name
   101a0:  00 20 04 00                      sll	a0,a0,0x0
   101a4:  55 14 02 24                      li	v0,5205
   101a8:  0c 00 00 00                      syscall
   101ac:  0d 00 00 00                      break

; read-only data
     120:  .messages
     121:  .pairs
