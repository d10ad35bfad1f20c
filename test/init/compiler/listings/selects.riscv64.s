; linux/riscv64, entry 1124

_start:
    1124:  13 05 01 00                      mv	a0,sp
    1128:  97 11 00 00 93 81 81 6d          la	gp,.bss+0x800
    1130:  ef 00 c0 0a                      jal	start
    1134:  73 10 00 c0                      unimp

least:
    1138:  13 01 01 ff                      addi	sp,sp,-16
    113c:  23 30 81 00                      sd	s0,0(sp)
    1140:  23 34 91 00                      sd	s1,8(sp)
    1144:  13 04 05 00                      mv	s0,a0
    1148:  93 84 05 00                      mv	s1,a1
    114c:  13 05 04 00                      mv	a0,s0
    1150:  63 44 94 00                      blt	s0,s1,.selected_1
    1154:  13 85 04 00                      mv	a0,s1
.selected_1:
    1158:  03 34 01 00                      ld	s0,0(sp)
    115c:  83 34 81 00                      ld	s1,8(sp)
.tail_2:
    1160:  13 01 01 01                      addi	sp,sp,16
    1164:  67 80 00 00                      ret

is-digit:
    1168:  13 01 01 ff                      addi	sp,sp,-16
    116c:  23 30 81 00                      sd	s0,0(sp)
    1170:  13 04 05 00                      mv	s0,a0
    1174:  93 02 00 03                      li	t0,48
    1178:  33 35 54 00                      sltu	a0,s0,t0
    117c:  13 45 15 00                      xori	a0,a0,1
    1180:  93 02 90 03                      li	t0,57
    1184:  b3 b5 82 00                      sltu	a1,t0,s0
    1188:  93 c5 15 00                      xori	a1,a1,1
    118c:  33 75 b5 00                      and	a0,a0,a1
    1190:  03 34 01 00                      ld	s0,0(sp)
    1194:  6f f0 df fc                      j	.tail_2

kind:
    1198:  13 01 01 ff                      addi	sp,sp,-16
    119c:  23 30 81 00                      sd	s0,0(sp)
    11a0:  23 34 11 00                      sd	ra,8(sp)
    11a4:  13 04 05 00                      mv	s0,a0
    11a8:  93 02 d0 02                      li	t0,45
    11ac:  63 08 54 00                      beq	s0,t0,.skip_1
    11b0:  13 05 04 00                      mv	a0,s0
    11b4:  ef f0 5f fb                      jal	is-digit
    11b8:  63 06 05 00                      beqz	a0,.else_2
.skip_1:
    11bc:  13 05 20 00                      li	a0,2
    11c0:  6f 00 00 01                      j	.end_4
.else_2:
    11c4:  13 05 30 00                      li	a0,3
    11c8:  63 04 04 00                      beqz	s0,.selected_3
    11cc:  13 05 04 00                      mv	a0,s0
.selected_3:
.end_4:
    11d0:  03 34 01 00                      ld	s0,0(sp)
    11d4:  83 30 81 00                      ld	ra,8(sp)
    11d8:  6f f0 9f f8                      j	.tail_2

start:
    11dc:  13 01 01 ff                      addi	sp,sp,-16
    11e0:  23 30 81 00                      sd	s0,0(sp)
    11e4:  23 34 11 00                      sd	ra,8(sp)
    11e8:  13 04 05 00                      mv	s0,a0
    11ec:  13 05 04 00                      mv	a0,s0
    11f0:  b7 05 01 00                      lui	a1,0x10
    11f4:  ef f0 5f f4                      jal	least
    11f8:  1b 05 05 00                      sext.w	a0,a0
    11fc:  ef f0 df f9                      jal	kind
    1200:  73 10 00 c0                      unimp

; read-only data
     120:  .messages
     121:  .pairs
