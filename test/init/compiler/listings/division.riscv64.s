; linux/riscv64, entry 1124

_start:
    1124:  13 05 01 00                      mv	a0,sp
    1128:  97 11 00 00 93 81 81 6d          la	gp,.bss+0x800
    1130:  ef 00 40 09                      jal	start
    1134:  73 10 00 c0                      unimp

all:
    1138:  13 01 01 fe                      addi	sp,sp,-32
    113c:  23 30 81 00                      sd	s0,0(sp)
    1140:  23 34 91 00                      sd	s1,8(sp)
    1144:  23 38 21 01                      sd	s2,16(sp)
    1148:  23 3c 31 01                      sd	s3,24(sp)
    114c:  13 04 05 00                      mv	s0,a0
    1150:  93 84 05 00                      mv	s1,a1
    1154:  13 09 06 00                      mv	s2,a2
    1158:  93 89 06 00                      mv	s3,a3
    115c:  63 94 04 00                      bnez	s1,.fine_1
    1160:  73 10 00 c0                      unimp
.fine_1:
    1164:  93 02 f0 ff                      li	t0,-1
    1168:  63 98 54 00                      bne	s1,t0,.fits_3
    116c:  b7 02 00 80                      lui	t0,0x80000
    1170:  63 14 54 00                      bne	s0,t0,.fine_2
    1174:  73 10 00 c0                      unimp
.fine_2:
.fits_3:
    1178:  3b 45 94 02                      divw	a0,s0,s1
    117c:  63 94 04 00                      bnez	s1,.fine_4
    1180:  73 10 00 c0                      unimp
.fine_4:
    1184:  bb 65 94 02                      remw	a1,s0,s1
    1188:  33 45 b5 00                      xor	a0,a0,a1
    118c:  1b 05 05 00                      sext.w	a0,a0
    1190:  63 94 09 00                      bnez	s3,.fine_5
    1194:  73 10 00 c0                      unimp
.fine_5:
    1198:  b3 55 39 03                      divu	a1,s2,s3
    119c:  93 02 a0 00                      li	t0,10
    11a0:  33 76 59 02                      remu	a2,s2,t0
    11a4:  b3 c5 c5 00                      xor	a1,a1,a2
    11a8:  33 05 b5 00                      add	a0,a0,a1
    11ac:  03 34 01 00                      ld	s0,0(sp)
    11b0:  83 34 81 00                      ld	s1,8(sp)
    11b4:  03 39 01 01                      ld	s2,16(sp)
    11b8:  83 39 81 01                      ld	s3,24(sp)
    11bc:  13 01 01 02                      addi	sp,sp,32
    11c0:  67 80 00 00                      ret

start:
    11c4:  13 01 01 ff                      addi	sp,sp,-16
    11c8:  23 30 81 00                      sd	s0,0(sp)
    11cc:  23 34 11 00                      sd	ra,8(sp)
    11d0:  13 04 05 00                      mv	s0,a0
    11d4:  13 05 10 00                      li	a0,1
    11d8:  93 05 20 00                      li	a1,2
    11dc:  13 06 04 00                      mv	a2,s0
    11e0:  93 06 f0 ff                      li	a3,-1
    11e4:  ef f0 5f f5                      jal	all
    11e8:  73 10 00 c0                      unimp

; read-only data
     120:  .messages
     121:  .pairs
