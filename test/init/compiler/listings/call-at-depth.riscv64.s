; linux/riscv64, entry 1124

_start:
    1124:  13 05 01 00                      mv	a0,sp
    1128:  97 11 00 00 93 81 81 6d          la	gp,.bss+0x800
    1130:  ef 00 80 0e                      jal	start
    1134:  73 10 00 c0                      unimp

add:
    1138:  3b 05 b5 00                      addw	a0,a0,a1
    113c:  67 80 00 00                      ret

sums:
    1140:  13 01 01 fd                      addi	sp,sp,-48
    1144:  23 38 81 00                      sd	s0,16(sp)
    1148:  23 3c 91 00                      sd	s1,24(sp)
    114c:  23 30 11 02                      sd	ra,32(sp)
    1150:  13 04 05 00                      mv	s0,a0
    1154:  93 84 05 00                      mv	s1,a1
    1158:  3b 05 b5 02                      mulw	a0,a0,a1
    115c:  23 30 a1 00                      sd	a0,0(sp)
    1160:  3b 15 b4 00                      sllw	a0,s0,a1
    1164:  23 34 a1 00                      sd	a0,8(sp)
    1168:  13 05 04 00                      mv	a0,s0
    116c:  93 05 70 00                      li	a1,7
    1170:  ef f0 9f fc                      jal	add
    1174:  93 05 05 00                      mv	a1,a0
    1178:  13 85 04 00                      mv	a0,s1
    117c:  ef f0 df fb                      jal	add
    1180:  93 05 05 00                      mv	a1,a0
    1184:  03 35 81 00                      ld	a0,8(sp)
    1188:  33 45 b5 00                      xor	a0,a0,a1
    118c:  93 05 05 00                      mv	a1,a0
    1190:  03 35 01 00                      ld	a0,0(sp)
    1194:  3b 05 b5 40                      subw	a0,a0,a1
    1198:  03 34 01 01                      ld	s0,16(sp)
    119c:  83 34 81 01                      ld	s1,24(sp)
    11a0:  83 30 01 02                      ld	ra,32(sp)
    11a4:  13 01 01 03                      addi	sp,sp,48
    11a8:  67 80 00 00                      ret

leave:
    11ac:  13 01 01 fe                      addi	sp,sp,-32
    11b0:  23 38 81 00                      sd	s0,16(sp)
    11b4:  23 3c 11 00                      sd	ra,24(sp)
    11b8:  13 04 05 00                      mv	s0,a0
    11bc:  3b 05 a5 02                      mulw	a0,a0,a0
    11c0:  9b 05 f4 ff                      addiw	a1,s0,-1
    11c4:  23 30 a1 00                      sd	a0,0(sp)
    11c8:  23 34 b1 00                      sd	a1,8(sp)
    11cc:  13 05 04 00                      mv	a0,s0
    11d0:  93 05 30 00                      li	a1,3
    11d4:  93 02 40 06                      li	t0,100
    11d8:  63 f6 a2 00                      bgeu	t0,a0,.skip_1
    11dc:  03 35 01 00                      ld	a0,0(sp)
    11e0:  6f 00 40 02                      j	.block_2
.skip_1:
    11e4:  ef f0 5f f5                      jal	add
    11e8:  13 06 05 00                      mv	a2,a0
    11ec:  03 35 01 00                      ld	a0,0(sp)
    11f0:  83 35 81 00                      ld	a1,8(sp)
    11f4:  bb 92 c5 00                      sllw	t0,a1,a2
    11f8:  3b 03 c0 40                      negw	t1,a2
    11fc:  3b d3 65 00                      srlw	t1,a1,t1
    1200:  b3 e5 62 00                      or	a1,t0,t1
.block_2:
    1204:  3b 05 b5 00                      addw	a0,a0,a1
    1208:  03 34 01 01                      ld	s0,16(sp)
    120c:  83 30 81 01                      ld	ra,24(sp)
    1210:  13 01 01 02                      addi	sp,sp,32
    1214:  67 80 00 00                      ret

start:
    1218:  13 01 01 ff                      addi	sp,sp,-16
    121c:  23 30 11 00                      sd	ra,0(sp)
    1220:  13 05 10 00                      li	a0,1
    1224:  ef f0 9f f8                      jal	leave
    1228:  93 05 20 00                      li	a1,2
    122c:  ef f0 5f f1                      jal	sums
    1230:  73 10 00 c0                      unimp

; read-only data
     120:  .messages
     121:  .pairs
