; linux/riscv64, entry 1124

_start:
    1124:  13 05 01 00                      mv	a0,sp
    1128:  97 11 00 00 93 81 81 6d          la	gp,.bss+0x800
    1130:  ef 00 c0 04                      jal	start
    1134:  73 10 00 c0                      unimp

sum:
    1138:  13 01 01 fe                      addi	sp,sp,-32
    113c:  23 30 81 00                      sd	s0,0(sp)
    1140:  23 34 91 00                      sd	s1,8(sp)
    1144:  23 38 21 01                      sd	s2,16(sp)
    1148:  13 04 05 00                      mv	s0,a0
    114c:  93 04 00 00                      li	s1,0
.label_1:
    1150:  03 49 04 00                      lbu	s2,0(s0)
    1154:  63 08 09 00                      beqz	s2,.else_2
    1158:  bb 84 24 01                      addw	s1,s1,s2
    115c:  13 04 14 00                      addi	s0,s0,1
    1160:  6f f0 1f ff                      j	.label_1
.else_2:
    1164:  13 85 04 00                      mv	a0,s1
    1168:  03 34 01 00                      ld	s0,0(sp)
    116c:  83 34 81 00                      ld	s1,8(sp)
    1170:  03 39 01 01                      ld	s2,16(sp)
    1174:  13 01 01 02                      addi	sp,sp,32
    1178:  67 80 00 00                      ret

start:
    117c:  13 01 01 ff                      addi	sp,sp,-16
    1180:  23 30 81 00                      sd	s0,0(sp)
    1184:  23 34 11 00                      sd	ra,8(sp)
    1188:  13 04 05 00                      mv	s0,a0
    118c:  03 35 84 00                      ld	a0,8(s0)
    1190:  ef f0 9f fa                      jal	sum
    1194:  23 a0 a1 80                      sw	a0,-2048(gp)
    1198:  73 10 00 c0                      unimp

; read-only data
     120:  .messages
     121:  .pairs
