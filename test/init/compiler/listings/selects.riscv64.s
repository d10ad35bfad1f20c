; linux/riscv64, entry 1124

_start:
    1124:  13 05 01 00                      mv	a0,sp
    1128:  97 11 00 00 93 81 81 6d          la	gp,.bss+0x800
    1130:  ef 00 00 08                      jal	start
    1134:  73 10 00 c0                      unimp

least:
    1138:  13 06 05 00                      mv	a2,a0
    113c:  63 44 b6 00                      blt	a2,a1,.selected_1
    1140:  13 86 05 00                      mv	a2,a1
.selected_1:
    1144:  13 05 06 00                      mv	a0,a2
    1148:  67 80 00 00                      ret

is-digit:
    114c:  93 02 00 03                      li	t0,48
    1150:  b3 35 55 00                      sltu	a1,a0,t0
    1154:  93 c5 15 00                      xori	a1,a1,1
    1158:  93 02 90 03                      li	t0,57
    115c:  33 b6 a2 00                      sltu	a2,t0,a0
    1160:  13 46 16 00                      xori	a2,a2,1
    1164:  33 f5 c5 00                      and	a0,a1,a2
    1168:  67 80 00 00                      ret

kind:
    116c:  13 01 01 ff                      addi	sp,sp,-16
    1170:  23 30 81 00                      sd	s0,0(sp)
    1174:  23 34 11 00                      sd	ra,8(sp)
    1178:  13 04 05 00                      mv	s0,a0
    117c:  93 02 d0 02                      li	t0,45
    1180:  63 06 55 00                      beq	a0,t0,.skip_1
    1184:  ef f0 9f fc                      jal	is-digit
    1188:  63 06 05 00                      beqz	a0,.else_2
.skip_1:
    118c:  13 05 20 00                      li	a0,2
    1190:  6f 00 00 01                      j	.end_4
.else_2:
    1194:  13 05 30 00                      li	a0,3
    1198:  63 04 04 00                      beqz	s0,.selected_3
    119c:  13 05 04 00                      mv	a0,s0
.selected_3:
.end_4:
    11a0:  03 34 01 00                      ld	s0,0(sp)
    11a4:  83 30 81 00                      ld	ra,8(sp)
    11a8:  13 01 01 01                      addi	sp,sp,16
    11ac:  67 80 00 00                      ret

start:
    11b0:  13 01 01 ff                      addi	sp,sp,-16
    11b4:  23 30 11 00                      sd	ra,0(sp)
    11b8:  b7 05 01 00                      lui	a1,0x10
    11bc:  ef f0 df f7                      jal	least
    11c0:  1b 05 05 00                      sext.w	a0,a0
    11c4:  ef f0 9f fa                      jal	kind
    11c8:  73 10 00 c0                      unimp

; read-only data
     120:  .messages
     121:  .pairs
