; linux/riscv64, entry 1124

_start:
    1124:  13 05 01 00                      mv	a0,sp
    1128:  97 11 00 00 93 81 81 6d          la	gp,.bss+0x800
    1130:  ef 00 c0 07                      jal	start
    1134:  73 10 00 c0                      unimp

all:
    1138:  13 01 01 ff                      addi	sp,sp,-16
    113c:  23 30 81 00                      sd	s0,0(sp)
    1140:  23 34 21 01                      sd	s2,8(sp)
    1144:  13 04 05 00                      mv	s0,a0
    1148:  13 09 06 00                      mv	s2,a2
    114c:  63 94 05 00                      bnez	a1,.fine_1
    1150:  73 10 00 c0                      unimp
.fine_1:
    1154:  93 02 f0 ff                      li	t0,-1
    1158:  63 98 55 00                      bne	a1,t0,.fits_3
    115c:  b7 02 00 80                      lui	t0,0x80000
    1160:  63 14 55 00                      bne	a0,t0,.fine_2
    1164:  73 10 00 c0                      unimp
.fine_2:
.fits_3:
    1168:  3b 45 b5 02                      divw	a0,a0,a1
    116c:  63 94 05 00                      bnez	a1,.fine_4
    1170:  73 10 00 c0                      unimp
.fine_4:
    1174:  bb 65 b4 02                      remw	a1,s0,a1
    1178:  33 45 b5 00                      xor	a0,a0,a1
    117c:  1b 05 05 00                      sext.w	a0,a0
    1180:  63 94 06 00                      bnez	a3,.fine_5
    1184:  73 10 00 c0                      unimp
.fine_5:
    1188:  b3 55 d9 02                      divu	a1,s2,a3
    118c:  93 02 a0 00                      li	t0,10
    1190:  33 76 56 02                      remu	a2,a2,t0
    1194:  b3 c5 c5 00                      xor	a1,a1,a2
    1198:  33 05 b5 00                      add	a0,a0,a1
    119c:  03 34 01 00                      ld	s0,0(sp)
    11a0:  03 39 81 00                      ld	s2,8(sp)
    11a4:  13 01 01 01                      addi	sp,sp,16
    11a8:  67 80 00 00                      ret

start:
    11ac:  13 01 01 ff                      addi	sp,sp,-16
    11b0:  23 30 81 00                      sd	s0,0(sp)
    11b4:  23 34 11 00                      sd	ra,8(sp)
    11b8:  13 04 05 00                      mv	s0,a0
    11bc:  13 05 10 00                      li	a0,1
    11c0:  93 05 20 00                      li	a1,2
    11c4:  13 06 04 00                      mv	a2,s0
    11c8:  93 06 f0 ff                      li	a3,-1
    11cc:  ef f0 df f6                      jal	all
    11d0:  73 10 00 c0                      unimp

; read-only data
     120:  .messages
     121:  .pairs
