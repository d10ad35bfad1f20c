; linux/mips64le, entry 10124

_start:
   10124:  25 20 a0 03                      move	a0,sp
   10128:  25 68 e0 03 01 00 11 04 01 00 1c 3c 2d e0 9f 03 25 f8 a0 01 cc 7e 9c 67 la	gp,.bss+0x8000
   10140:  21 00 11 04                      bal	start
   10144:  00 00 00 00                      nop
   10148:  0d 00 00 00                      break

least:
   1014c:  25 30 80 00                      move	a2,a0
   10150:  2a 60 c5 00                      slt	t0,a2,a1
   10154:  02 00 80 15                      bnez	t0,.selected_1
   10158:  00 00 00 00                      nop
   1015c:  25 30 a0 00                      move	a2,a1
.selected_1:
   10160:  08 00 e0 03                      jr	ra
   10164:  25 20 c0 00                      move	a0,a2

is-digit:
   10168:  30 00 85 2c                      sltiu	a1,a0,48
   1016c:  01 00 a5 38                      xori	a1,a1,0x1
   10170:  3a 00 86 2c                      sltiu	a2,a0,58
   10174:  08 00 e0 03                      jr	ra
   10178:  24 20 a6 00                      and	a0,a1,a2

kind:
   1017c:  f0 ff bd 67                      daddiu	sp,sp,-16
   10180:  00 00 b0 ff                      sd	s0,0(sp)
   10184:  08 00 bf ff                      sd	ra,8(sp)
   10188:  2d 00 0c 24                      li	t0,45
   1018c:  05 00 8c 10                      beq	a0,t0,.skip_1
   10190:  25 80 80 00                      move	s0,a0
   10194:  f4 ff 11 04                      bal	is-digit
   10198:  00 00 00 00                      nop
   1019c:  03 00 80 10                      beqz	a0,.else_2
   101a0:  00 00 00 00                      nop
.skip_1:
   101a4:  04 00 00 10                      b	.end_4
   101a8:  02 00 04 24                      li	a0,2
.else_2:
   101ac:  02 00 00 12                      beqz	s0,.selected_3
   101b0:  03 00 04 24                      li	a0,3
   101b4:  25 20 00 02                      move	a0,s0
.selected_3:
.end_4:
   101b8:  00 00 b0 df                      ld	s0,0(sp)
   101bc:  08 00 bf df                      ld	ra,8(sp)
   101c0:  08 00 e0 03                      jr	ra
   101c4:  10 00 bd 67                      daddiu	sp,sp,16

start:
   101c8:  f0 ff bd 67                      daddiu	sp,sp,-16
   101cc:  00 00 bf ff                      sd	ra,0(sp)
   101d0:  de ff 11 04                      bal	least
   101d4:  01 00 05 3c                      lui	a1,0x1
   101d8:  e8 ff 11 04                      bal	kind
   101dc:  00 20 04 00                      sll	a0,a0,0x0
   101e0:  0d 00 00 00                      break

; read-only data
     120:  .messages
     121:  .pairs
