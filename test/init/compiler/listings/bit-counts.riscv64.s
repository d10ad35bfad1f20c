; linux/riscv64, entry 1124

_start:
    1124:  13 05 01 00                      mv	a0,sp
    1128:  97 11 00 00 93 81 81 6d          la	gp,.bss+0x800
    1130:  ef 00 c0 07                      jal	start
    1134:  73 10 00 c0                      unimp

zeros:
    1138:  13 01 01 fe                      addi	sp,sp,-32
    113c:  23 34 81 00                      sd	s0,8(sp)
    1140:  23 38 11 00                      sd	ra,16(sp)
    1144:  13 04 05 00                      mv	s0,a0
    1148:  13 05 04 00                      mv	a0,s0
    114c:  ef 00 40 18                      jal	i64.clz
    1150:  23 30 a1 00                      sd	a0,0(sp)
    1154:  13 05 04 00                      mv	a0,s0
    1158:  ef 00 c0 1c                      jal	i64.ctz
    115c:  93 05 05 00                      mv	a1,a0
    1160:  03 35 01 00                      ld	a0,0(sp)
    1164:  33 05 b5 40                      sub	a0,a0,a1
.tail_1:
    1168:  03 34 81 00                      ld	s0,8(sp)
    116c:  83 30 01 01                      ld	ra,16(sp)
    1170:  13 01 01 02                      addi	sp,sp,32
    1174:  67 80 00 00                      ret

ones:
    1178:  13 01 01 fe                      addi	sp,sp,-32
    117c:  23 34 81 00                      sd	s0,8(sp)
    1180:  23 38 11 00                      sd	ra,16(sp)
    1184:  13 04 05 00                      mv	s0,a0
    1188:  13 05 04 00                      mv	a0,s0
    118c:  ef 00 80 1b                      jal	i32.popcnt
    1190:  23 30 a1 00                      sd	a0,0(sp)
    1194:  13 05 04 00                      mv	a0,s0
    1198:  ef 00 40 21                      jal	i32.clz
    119c:  93 05 05 00                      mv	a1,a0
    11a0:  03 35 01 00                      ld	a0,0(sp)
    11a4:  3b 05 b5 00                      addw	a0,a0,a1
    11a8:  6f f0 1f fc                      j	.tail_1

start:
    11ac:  13 01 01 fe                      addi	sp,sp,-32
    11b0:  23 34 81 00                      sd	s0,8(sp)
    11b4:  23 38 11 00                      sd	ra,16(sp)
    11b8:  13 04 05 00                      mv	s0,a0
    11bc:  13 05 04 00                      mv	a0,s0
    11c0:  ef f0 9f f7                      jal	zeros
    11c4:  23 30 a1 00                      sd	a0,0(sp)
    11c8:  13 05 50 00                      li	a0,5
    11cc:  ef f0 df fa                      jal	ones
    11d0:  93 05 05 00                      mv	a1,a0
    11d4:  03 35 01 00                      ld	a0,0(sp)
    11d8:  93 95 05 02                      slli	a1,a1,0x20
    11dc:  93 d5 05 02                      srli	a1,a1,0x20
    11e0:  33 05 b5 00                      add	a0,a0,a1
    11e4:  93 08 e0 05                      li	a7,94
    11e8:  73 00 00 00                      ecall
    11ec:  6f f0 df f7                      j	.tail_1

i64.popcnt:
    11f0:  13 01 01 ff                      addi	sp,sp,-16
    11f4:  23 30 81 00                      sd	s0,0(sp)
    11f8:  13 04 05 00                      mv	s0,a0
    11fc:  13 55 14 00                      srli	a0,s0,0x1
    1200:  b7 55 55 05                      lui	a1,0x5555
    1204:  9b 85 55 55                      addiw	a1,a1,1365
    1208:  93 95 c5 00                      slli	a1,a1,0xc
    120c:  93 85 55 55                      addi	a1,a1,1365
    1210:  93 95 c5 00                      slli	a1,a1,0xc
    1214:  93 85 55 55                      addi	a1,a1,1365
    1218:  93 95 c5 00                      slli	a1,a1,0xc
    121c:  93 85 55 55                      addi	a1,a1,1365
    1220:  33 75 b5 00                      and	a0,a0,a1
    1224:  33 04 a4 40                      sub	s0,s0,a0
    1228:  37 35 33 03                      lui	a0,0x3333
    122c:  1b 05 35 33                      addiw	a0,a0,819
    1230:  13 15 c5 00                      slli	a0,a0,0xc
    1234:  13 05 35 33                      addi	a0,a0,819
    1238:  13 15 c5 00                      slli	a0,a0,0xc
    123c:  13 05 35 33                      addi	a0,a0,819
    1240:  13 15 c5 00                      slli	a0,a0,0xc
    1244:  13 05 35 33                      addi	a0,a0,819
    1248:  33 75 a4 00                      and	a0,s0,a0
    124c:  93 55 24 00                      srli	a1,s0,0x2
    1250:  37 36 33 03                      lui	a2,0x3333
    1254:  1b 06 36 33                      addiw	a2,a2,819
    1258:  13 16 c6 00                      slli	a2,a2,0xc
    125c:  13 06 36 33                      addi	a2,a2,819
    1260:  13 16 c6 00                      slli	a2,a2,0xc
    1264:  13 06 36 33                      addi	a2,a2,819
    1268:  13 16 c6 00                      slli	a2,a2,0xc
    126c:  13 06 36 33                      addi	a2,a2,819
    1270:  b3 f5 c5 00                      and	a1,a1,a2
    1274:  33 04 b5 00                      add	s0,a0,a1
    1278:  13 55 44 00                      srli	a0,s0,0x4
    127c:  33 05 a4 00                      add	a0,s0,a0
    1280:  b7 f5 f0 00                      lui	a1,0xf0f
    1284:  9b 85 15 0f                      addiw	a1,a1,241
    1288:  93 95 c5 00                      slli	a1,a1,0xc
    128c:  93 85 f5 f0                      addi	a1,a1,-241
    1290:  93 95 c5 00                      slli	a1,a1,0xc
    1294:  93 85 15 0f                      addi	a1,a1,241
    1298:  93 95 c5 00                      slli	a1,a1,0xc
    129c:  93 85 f5 f0                      addi	a1,a1,-241
    12a0:  33 74 b5 00                      and	s0,a0,a1
    12a4:  37 05 01 01                      lui	a0,0x1010
    12a8:  1b 05 15 10                      addiw	a0,a0,257
    12ac:  13 15 05 01                      slli	a0,a0,0x10
    12b0:  13 05 15 10                      addi	a0,a0,257
    12b4:  13 15 05 01                      slli	a0,a0,0x10
    12b8:  13 05 15 10                      addi	a0,a0,257
    12bc:  33 05 a4 02                      mul	a0,s0,a0
    12c0:  13 55 85 03                      srli	a0,a0,0x38
.tail_1:
    12c4:  03 34 01 00                      ld	s0,0(sp)
.tail_2:
    12c8:  13 01 01 01                      addi	sp,sp,16
    12cc:  67 80 00 00                      ret

i64.clz:
    12d0:  13 01 01 ff                      addi	sp,sp,-16
    12d4:  23 30 81 00                      sd	s0,0(sp)
    12d8:  23 34 11 00                      sd	ra,8(sp)
    12dc:  13 04 05 00                      mv	s0,a0
    12e0:  13 55 14 00                      srli	a0,s0,0x1
    12e4:  33 64 a4 00                      or	s0,s0,a0
    12e8:  13 55 24 00                      srli	a0,s0,0x2
    12ec:  33 64 a4 00                      or	s0,s0,a0
    12f0:  13 55 44 00                      srli	a0,s0,0x4
    12f4:  33 64 a4 00                      or	s0,s0,a0
    12f8:  13 55 84 00                      srli	a0,s0,0x8
    12fc:  33 64 a4 00                      or	s0,s0,a0
    1300:  13 55 04 01                      srli	a0,s0,0x10
    1304:  33 64 a4 00                      or	s0,s0,a0
    1308:  13 55 04 02                      srli	a0,s0,0x20
    130c:  33 64 a4 00                      or	s0,s0,a0
    1310:  13 45 f4 ff                      not	a0,s0
.tail_1:
    1314:  ef f0 df ed                      jal	i64.popcnt
.tail_2:
    1318:  03 34 01 00                      ld	s0,0(sp)
    131c:  83 30 81 00                      ld	ra,8(sp)
    1320:  6f f0 9f fa                      j	.tail_2

i64.ctz:
    1324:  13 01 01 ff                      addi	sp,sp,-16
    1328:  23 30 81 00                      sd	s0,0(sp)
    132c:  23 34 11 00                      sd	ra,8(sp)
    1330:  13 04 05 00                      mv	s0,a0
    1334:  13 45 f4 ff                      not	a0,s0
    1338:  93 05 f4 ff                      addi	a1,s0,-1
    133c:  33 75 b5 00                      and	a0,a0,a1
    1340:  6f f0 5f fd                      j	.tail_1

i32.popcnt:
    1344:  13 01 01 ff                      addi	sp,sp,-16
    1348:  23 30 81 00                      sd	s0,0(sp)
    134c:  13 04 05 00                      mv	s0,a0
    1350:  1b 55 14 00                      srliw	a0,s0,0x1
    1354:  b7 55 55 55                      lui	a1,0x55555
    1358:  9b 85 55 55                      addiw	a1,a1,1365
    135c:  33 75 b5 00                      and	a0,a0,a1
    1360:  3b 04 a4 40                      subw	s0,s0,a0
    1364:  37 35 33 33                      lui	a0,0x33333
    1368:  1b 05 35 33                      addiw	a0,a0,819
    136c:  33 75 a4 00                      and	a0,s0,a0
    1370:  9b 55 24 00                      srliw	a1,s0,0x2
    1374:  37 36 33 33                      lui	a2,0x33333
    1378:  1b 06 36 33                      addiw	a2,a2,819
    137c:  b3 f5 c5 00                      and	a1,a1,a2
    1380:  3b 04 b5 00                      addw	s0,a0,a1
    1384:  1b 55 44 00                      srliw	a0,s0,0x4
    1388:  3b 05 a4 00                      addw	a0,s0,a0
    138c:  b7 15 0f 0f                      lui	a1,0xf0f1
    1390:  9b 85 f5 f0                      addiw	a1,a1,-241
    1394:  33 74 b5 00                      and	s0,a0,a1
    1398:  37 05 01 01                      lui	a0,0x1010
    139c:  1b 05 15 10                      addiw	a0,a0,257
    13a0:  3b 05 a4 02                      mulw	a0,s0,a0
    13a4:  1b 55 85 01                      srliw	a0,a0,0x18
    13a8:  6f f0 df f1                      j	.tail_1

i32.clz:
    13ac:  13 01 01 ff                      addi	sp,sp,-16
    13b0:  23 30 81 00                      sd	s0,0(sp)
    13b4:  23 34 11 00                      sd	ra,8(sp)
    13b8:  13 04 05 00                      mv	s0,a0
    13bc:  1b 55 14 00                      srliw	a0,s0,0x1
    13c0:  33 64 a4 00                      or	s0,s0,a0
    13c4:  1b 55 24 00                      srliw	a0,s0,0x2
    13c8:  33 64 a4 00                      or	s0,s0,a0
    13cc:  1b 55 44 00                      srliw	a0,s0,0x4
    13d0:  33 64 a4 00                      or	s0,s0,a0
    13d4:  1b 55 84 00                      srliw	a0,s0,0x8
    13d8:  33 64 a4 00                      or	s0,s0,a0
    13dc:  1b 55 04 01                      srliw	a0,s0,0x10
    13e0:  33 64 a4 00                      or	s0,s0,a0
    13e4:  13 45 f4 ff                      not	a0,s0
    13e8:  ef f0 df f5                      jal	i32.popcnt
    13ec:  6f f0 df f2                      j	.tail_2

; read-only data
     120:  .messages
     121:  .pairs
