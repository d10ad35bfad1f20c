; linux/riscv64, entry 1124

_start:
    1124:  13 05 01 00                      mv	a0,sp
    1128:  97 11 00 00 93 81 81 6d          la	gp,.bss+0x800
    1130:  ef 00 c0 04                      jal	start
    1134:  73 10 00 c0                      unimp

name:
    1138:  13 01 01 ff                      addi	sp,sp,-16
    113c:  23 30 81 00                      sd	s0,0(sp)
    1140:  13 04 05 00                      mv	s0,a0
    1144:  63 0c 04 00                      beqz	s0,.block_1
    1148:  93 02 20 00                      li	t0,2
    114c:  63 0c 54 00                      beq	s0,t0,.block2_2
    1150:  93 02 40 00                      li	t0,4
    1154:  63 08 54 00                      beq	s0,t0,.block2_2
    1158:  6f 00 40 01                      j	.block1_3
.block_1:
    115c:  13 05 a0 00                      li	a0,10
    1160:  6f 00 00 01                      j	.return_4
.block2_2:
    1164:  13 05 40 01                      li	a0,20
    1168:  6f 00 80 00                      j	.return_4
.block1_3:
    116c:  13 05 e0 01                      li	a0,30
.return_4:
    1170:  03 34 01 00                      ld	s0,0(sp)
    1174:  13 01 01 01                      addi	sp,sp,16
    1178:  67 80 00 00                      ret

start:
    117c:  13 01 01 ff                      addi	sp,sp,-16
    1180:  23 30 81 00                      sd	s0,0(sp)
    1184:  23 34 11 00                      sd	ra,8(sp)
    1188:  13 04 05 00                      mv	s0,a0
    118c:  03 35 04 00                      ld	a0,0(s0)
    1190:  1b 05 05 00                      sext.w	a0,a0
    1194:  ef f0 5f fa                      jal	name
    1198:  93 08 e0 05                      li	a7,94
    119c:  73 00 00 00                      ecall
    11a0:  73 10 00 c0                      unimp

; read-only data
     120:  .messages
     121:  .pairs
