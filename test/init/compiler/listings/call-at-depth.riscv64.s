; linux/riscv64, entry 1124

_start:
    1124:  13 05 01 00                      mv	a0,sp
    1128:  97 11 00 00 93 81 81 6d          la	gp,.bss+0x800
    1130:  ef 00 00 11                      jal	start
    1134:  73 10 00 c0                      unimp

add:
    1138:  13 01 01 ff                      addi	sp,sp,-16
    113c:  23 30 81 00                      sd	s0,0(sp)
    1140:  23 34 91 00                      sd	s1,8(sp)
    1144:  13 04 05 00                      mv	s0,a0
    1148:  93 84 05 00                      mv	s1,a1
    114c:  3b 05 94 00                      addw	a0,s0,s1
    1150:  03 34 01 00                      ld	s0,0(sp)
    1154:  83 34 81 00                      ld	s1,8(sp)
    1158:  13 01 01 01                      addi	sp,sp,16
    115c:  67 80 00 00                      ret

sums:
    1160:  13 01 01 fd                      addi	sp,sp,-48
    1164:  23 3c 81 00                      sd	s0,24(sp)
    1168:  23 30 91 02                      sd	s1,32(sp)
    116c:  23 34 11 02                      sd	ra,40(sp)
    1170:  13 04 05 00                      mv	s0,a0
    1174:  93 84 05 00                      mv	s1,a1
    1178:  3b 05 94 02                      mulw	a0,s0,s1
    117c:  23 30 a1 00                      sd	a0,0(sp)
    1180:  3b 15 94 00                      sllw	a0,s0,s1
    1184:  23 34 a1 00                      sd	a0,8(sp)
    1188:  13 85 04 00                      mv	a0,s1
    118c:  23 38 a1 00                      sd	a0,16(sp)
    1190:  13 05 04 00                      mv	a0,s0
    1194:  93 05 70 00                      li	a1,7
    1198:  ef f0 1f fa                      jal	add
    119c:  93 05 05 00                      mv	a1,a0
    11a0:  03 35 01 01                      ld	a0,16(sp)
    11a4:  ef f0 5f f9                      jal	add
    11a8:  93 05 05 00                      mv	a1,a0
    11ac:  03 35 81 00                      ld	a0,8(sp)
    11b0:  33 45 b5 00                      xor	a0,a0,a1
    11b4:  93 05 05 00                      mv	a1,a0
    11b8:  03 35 01 00                      ld	a0,0(sp)
    11bc:  3b 05 b5 40                      subw	a0,a0,a1
    11c0:  03 34 81 01                      ld	s0,24(sp)
    11c4:  83 34 01 02                      ld	s1,32(sp)
    11c8:  83 30 81 02                      ld	ra,40(sp)
    11cc:  13 01 01 03                      addi	sp,sp,48
    11d0:  67 80 00 00                      ret

leave:
    11d4:  13 01 01 fe                      addi	sp,sp,-32
    11d8:  23 38 81 00                      sd	s0,16(sp)
    11dc:  23 3c 11 00                      sd	ra,24(sp)
    11e0:  13 04 05 00                      mv	s0,a0
    11e4:  3b 05 84 02                      mulw	a0,s0,s0
    11e8:  9b 05 f4 ff                      addiw	a1,s0,-1
    11ec:  23 30 a1 00                      sd	a0,0(sp)
    11f0:  23 34 b1 00                      sd	a1,8(sp)
    11f4:  13 05 04 00                      mv	a0,s0
    11f8:  93 05 30 00                      li	a1,3
    11fc:  93 02 40 06                      li	t0,100
    1200:  63 f6 82 00                      bgeu	t0,s0,.skip_1
    1204:  03 35 01 00                      ld	a0,0(sp)
    1208:  6f 00 40 02                      j	.block_2
.skip_1:
    120c:  ef f0 df f2                      jal	add
    1210:  13 06 05 00                      mv	a2,a0
    1214:  03 35 01 00                      ld	a0,0(sp)
    1218:  83 35 81 00                      ld	a1,8(sp)
    121c:  bb 92 c5 00                      sllw	t0,a1,a2
    1220:  3b 03 c0 40                      negw	t1,a2
    1224:  3b d3 65 00                      srlw	t1,a1,t1
    1228:  b3 e5 62 00                      or	a1,t0,t1
.block_2:
    122c:  3b 05 b5 00                      addw	a0,a0,a1
    1230:  03 34 01 01                      ld	s0,16(sp)
    1234:  83 30 81 01                      ld	ra,24(sp)
    1238:  13 01 01 02                      addi	sp,sp,32
    123c:  67 80 00 00                      ret

start:
    1240:  13 01 01 ff                      addi	sp,sp,-16
    1244:  23 30 11 00                      sd	ra,0(sp)
    1248:  13 05 10 00                      li	a0,1
    124c:  ef f0 9f f8                      jal	leave
    1250:  93 05 20 00                      li	a1,2
    1254:  ef f0 df f0                      jal	sums
    1258:  73 10 00 c0                      unimp

; read-only data
     120:  .messages
     121:  .pairs
