; linux/riscv64, entry 1124

_start:
    1124:  13 05 01 00                      mv	a0,sp
    1128:  97 11 00 00 93 81 81 6d          la	gp,.bss+0x800
    1130:  ef 00 40 0b                      jal	start
    1134:  73 10 00 c0                      unimp

sign:
    1138:  63 16 05 00                      bnez	a0,.else_1
    113c:  13 05 00 00                      li	a0,0
    1140:  6f 00 40 01                      j	.return_3
.else_1:
    1144:  93 05 10 00                      li	a1,1
    1148:  63 44 a0 00                      bgtz	a0,.selected_2
    114c:  93 05 f0 ff                      li	a1,-1
.selected_2:
    1150:  13 85 05 00                      mv	a0,a1
.return_3:
    1154:  67 80 00 00                      ret

step:
    1158:  63 0e 05 00                      beqz	a0,.return_1
    115c:  83 a5 01 80                      lw	a1,-2048(gp)
    1160:  9b 85 15 00                      addiw	a1,a1,1
    1164:  23 a0 b1 80                      sw	a1,-2048(gp)
    1168:  83 a5 41 80                      lw	a1,-2044(gp)
    116c:  bb 85 a5 40                      subw	a1,a1,a0
    1170:  23 a2 b1 80                      sw	a1,-2044(gp)
.return_1:
    1174:  67 80 00 00                      ret

run:
    1178:  13 01 01 fe                      addi	sp,sp,-32
    117c:  23 34 81 00                      sd	s0,8(sp)
    1180:  23 38 91 00                      sd	s1,16(sp)
    1184:  23 3c 11 00                      sd	ra,24(sp)
    1188:  93 04 05 00                      mv	s1,a0
    118c:  ef f0 df fc                      jal	step
    1190:  03 a5 01 80                      lw	a0,-2048(gp)
    1194:  3b 04 a5 00                      addw	s0,a0,a0
    1198:  03 a5 41 80                      lw	a0,-2044(gp)
    119c:  63 5a a4 00                      bge	s0,a0,.else_1
    11a0:  13 85 04 00                      mv	a0,s1
    11a4:  ef f0 5f fb                      jal	step
    11a8:  03 a5 01 80                      lw	a0,-2048(gp)
    11ac:  3b 04 a4 00                      addw	s0,s0,a0
.else_1:
    11b0:  13 05 30 00                      li	a0,3
    11b4:  3b 05 a4 02                      mulw	a0,s0,a0
    11b8:  23 30 a1 00                      sd	a0,0(sp)
    11bc:  13 05 04 00                      mv	a0,s0
    11c0:  ef f0 9f f7                      jal	sign
    11c4:  93 05 05 00                      mv	a1,a0
    11c8:  03 35 01 00                      ld	a0,0(sp)
    11cc:  3b 05 b5 00                      addw	a0,a0,a1
    11d0:  03 34 81 00                      ld	s0,8(sp)
    11d4:  83 34 01 01                      ld	s1,16(sp)
    11d8:  83 30 81 01                      ld	ra,24(sp)
    11dc:  13 01 01 02                      addi	sp,sp,32
    11e0:  67 80 00 00                      ret

start:
    11e4:  13 01 01 ff                      addi	sp,sp,-16
    11e8:  23 30 11 00                      sd	ra,0(sp)
    11ec:  13 05 50 00                      li	a0,5
    11f0:  ef f0 9f f8                      jal	run
    11f4:  73 10 00 c0                      unimp

; read-only data
     120:  .messages
     121:  .pairs
