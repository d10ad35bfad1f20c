; linux/riscv64, entry 1124

_start:
    1124:  13 05 01 00                      mv	a0,sp
    1128:  97 11 00 00 93 81 81 6d          la	gp,.bss+0x800
    1130:  ef 00 c0 02                      jal	start
    1134:  73 10 00 c0                      unimp

sum:
    1138:  93 05 00 00                      li	a1,0
.label_1:
    113c:  03 46 05 00                      lbu	a2,0(a0)
    1140:  63 08 06 00                      beqz	a2,.else_2
    1144:  bb 85 c5 00                      addw	a1,a1,a2
    1148:  13 05 15 00                      addi	a0,a0,1
    114c:  6f f0 1f ff                      j	.label_1
.else_2:
    1150:  93 86 05 00                      mv	a3,a1
    1154:  13 85 06 00                      mv	a0,a3
    1158:  67 80 00 00                      ret

start:
    115c:  13 01 01 ff                      addi	sp,sp,-16
    1160:  23 30 11 00                      sd	ra,0(sp)
    1164:  03 35 85 00                      ld	a0,8(a0)
    1168:  ef f0 1f fd                      jal	sum
    116c:  23 a0 a1 80                      sw	a0,-2048(gp)
    1170:  73 10 00 c0                      unimp

; read-only data
     120:  .messages
     121:  .pairs
