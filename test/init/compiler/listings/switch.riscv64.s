; linux/riscv64, entry 1124

_start:
    1124:  13 05 01 00                      mv	a0,sp
    1128:  97 11 00 00 93 81 81 6d          la	gp,.bss+0x800
    1130:  ef 00 80 03                      jal	start
    1134:  73 10 00 c0                      unimp

name:
    1138:  63 0c 05 00                      beqz	a0,.block_1
    113c:  93 02 20 00                      li	t0,2
    1140:  63 0c 55 00                      beq	a0,t0,.block2_2
    1144:  93 02 40 00                      li	t0,4
    1148:  63 08 55 00                      beq	a0,t0,.block2_2
    114c:  6f 00 40 01                      j	.block1_3
.block_1:
    1150:  13 05 a0 00                      li	a0,10
    1154:  6f 00 00 01                      j	.return_4
.block2_2:
    1158:  13 05 40 01                      li	a0,20
    115c:  6f 00 80 00                      j	.return_4
.block1_3:
    1160:  13 05 e0 01                      li	a0,30
.return_4:
    1164:  67 80 00 00                      ret

start:
    1168:  13 01 01 ff                      addi	sp,sp,-16
    116c:  23 30 11 00                      sd	ra,0(sp)
    1170:  03 35 05 00                      ld	a0,0(a0)
    1174:  1b 05 05 00                      sext.w	a0,a0
    1178:  ef f0 1f fc                      jal	name
    117c:  93 08 e0 05                      li	a7,94
    1180:  73 00 00 00                      ecall
    1184:  73 10 00 c0                      unimp

; read-only data
     120:  .messages
     121:  .pairs
