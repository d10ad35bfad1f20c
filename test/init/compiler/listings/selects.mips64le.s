; linux/mips64le, entry 10124

_start:
   10124:  25 20 a0 03                      move	a0,sp
   10128:  25 68 e0 03 01 00 11 04 01 00 1c 3c 2d e0 9f 03 25 f8 a0 01 cc 7e 9c 67 la	gp,.bss+0x8000
   10140:  2a 00 11 04                      bal	start
   10144:  00 00 00 00                      nop
   10148:  0d 00 00 00                      break

least:
   1014c:  f0 ff bd 67                      daddiu	sp,sp,-16
   10150:  00 00 b0 ff                      sd	s0,0(sp)
   10154:  08 00 b1 ff                      sd	s1,8(sp)
   10158:  25 80 80 00                      move	s0,a0
   1015c:  25 88 a0 00                      move	s1,a1
   10160:  2a 60 11 02                      slt	t0,s0,s1
   10164:  02 00 80 15                      bnez	t0,.selected_1
   10168:  25 20 00 02                      move	a0,s0
   1016c:  25 20 20 02                      move	a0,s1
.selected_1:
   10170:  00 00 b0 df                      ld	s0,0(sp)
   10174:  08 00 b1 df                      ld	s1,8(sp)
.tail_2:
   10178:  08 00 e0 03                      jr	ra
   1017c:  10 00 bd 67                      daddiu	sp,sp,16

is-digit:
   10180:  f0 ff bd 67                      daddiu	sp,sp,-16
   10184:  00 00 b0 ff                      sd	s0,0(sp)
   10188:  25 80 80 00                      move	s0,a0
   1018c:  30 00 04 2e                      sltiu	a0,s0,48
   10190:  01 00 84 38                      xori	a0,a0,0x1
   10194:  3a 00 05 2e                      sltiu	a1,s0,58
   10198:  24 20 85 00                      and	a0,a0,a1
   1019c:  f6 ff 00 10                      b	.tail_2
   101a0:  00 00 b0 df                      ld	s0,0(sp)

kind:
   101a4:  f0 ff bd 67                      daddiu	sp,sp,-16
   101a8:  00 00 b0 ff                      sd	s0,0(sp)
   101ac:  25 80 80 00                      move	s0,a0
   101b0:  2d 00 0c 24                      li	t0,45
   101b4:  05 00 0c 12                      beq	s0,t0,.skip_1
   101b8:  08 00 bf ff                      sd	ra,8(sp)
   101bc:  f0 ff 11 04                      bal	is-digit
   101c0:  25 20 00 02                      move	a0,s0
   101c4:  03 00 80 10                      beqz	a0,.else_2
   101c8:  00 00 00 00                      nop
.skip_1:
   101cc:  04 00 00 10                      b	.end_4
   101d0:  02 00 04 24                      li	a0,2
.else_2:
   101d4:  02 00 00 12                      beqz	s0,.selected_3
   101d8:  03 00 04 24                      li	a0,3
   101dc:  25 20 00 02                      move	a0,s0
.selected_3:
.end_4:
   101e0:  00 00 b0 df                      ld	s0,0(sp)
   101e4:  e4 ff 00 10                      b	.tail_2
   101e8:  08 00 bf df                      ld	ra,8(sp)

start:
   101ec:  f0 ff bd 67                      daddiu	sp,sp,-16
   101f0:  00 00 b0 ff                      sd	s0,0(sp)
   101f4:  08 00 bf ff                      sd	ra,8(sp)
   101f8:  25 80 80 00                      move	s0,a0
   101fc:  25 20 00 02                      move	a0,s0
   10200:  d2 ff 11 04                      bal	least
   10204:  01 00 05 3c                      lui	a1,0x1
   10208:  e6 ff 11 04                      bal	kind
   1020c:  00 20 04 00                      sll	a0,a0,0x0
   10210:  0d 00 00 00                      break

; read-only data
     120:  .messages
     121:  .pairs
