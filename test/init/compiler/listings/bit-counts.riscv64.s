; linux/riscv64, entry 1124

_start:
    1124:  13 05 01 00                      mv	a0,sp
    1128:  97 11 00 00 93 81 81 6d          la	gp,.bss+0x800
    1130:  ef 00 40 07                      jal	start
    1134:  73 10 00 c0                      unimp

zeros:
    1138:  13 01 01 fe                      addi	sp,sp,-32
    113c:  23 34 81 00                      sd	s0,8(sp)
    1140:  23 38 11 00                      sd	ra,16(sp)
    1144:  13 04 05 00                      mv	s0,a0
    1148:  ef 00 80 16                      jal	i64.clz
    114c:  23 30 a1 00                      sd	a0,0(sp)
    1150:  13 05 04 00                      mv	a0,s0
    1154:  ef 00 c0 1a                      jal	i64.ctz
    1158:  93 05 05 00                      mv	a1,a0
    115c:  03 35 01 00                      ld	a0,0(sp)
    1160:  33 05 b5 40                      sub	a0,a0,a1
.tail_1:
    1164:  03 34 81 00                      ld	s0,8(sp)
    1168:  83 30 01 01                      ld	ra,16(sp)
    116c:  13 01 01 02                      addi	sp,sp,32
    1170:  67 80 00 00                      ret

ones:
    1174:  13 01 01 fe                      addi	sp,sp,-32
    1178:  23 34 81 00                      sd	s0,8(sp)
    117c:  23 38 11 00                      sd	ra,16(sp)
    1180:  13 04 05 00                      mv	s0,a0
    1184:  ef 00 c0 19                      jal	i32.popcnt
    1188:  23 30 a1 00                      sd	a0,0(sp)
    118c:  13 05 04 00                      mv	a0,s0
    1190:  ef 00 c0 1e                      jal	i32.clz
    1194:  93 05 05 00                      mv	a1,a0
    1198:  03 35 01 00                      ld	a0,0(sp)
    119c:  3b 05 b5 00                      addw	a0,a0,a1
    11a0:  6f f0 5f fc                      j	.tail_1

start:
    11a4:  13 01 01 ff                      addi	sp,sp,-16
    11a8:  23 34 11 00                      sd	ra,8(sp)
    11ac:  ef f0 df f8                      jal	zeros
    11b0:  23 30 a1 00                      sd	a0,0(sp)
    11b4:  13 05 50 00                      li	a0,5
    11b8:  ef f0 df fb                      jal	ones
    11bc:  93 05 05 00                      mv	a1,a0
    11c0:  03 35 01 00                      ld	a0,0(sp)
    11c4:  93 95 05 02                      slli	a1,a1,0x20
    11c8:  93 d5 05 02                      srli	a1,a1,0x20
    11cc:  33 05 b5 00                      add	a0,a0,a1
    11d0:  93 08 e0 05                      li	a7,94
    11d4:  73 00 00 00                      ecall
.tail_1:
    11d8:  83 30 81 00                      ld	ra,8(sp)
    11dc:  13 01 01 01                      addi	sp,sp,16
    11e0:  67 80 00 00                      ret

i64.popcnt:
    11e4:  93 55 15 00                      srli	a1,a0,0x1
    11e8:  37 56 55 05                      lui	a2,0x5555
    11ec:  1b 06 56 55                      addiw	a2,a2,1365
    11f0:  13 16 c6 00                      slli	a2,a2,0xc
    11f4:  13 06 56 55                      addi	a2,a2,1365
    11f8:  13 16 c6 00                      slli	a2,a2,0xc
    11fc:  13 06 56 55                      addi	a2,a2,1365
    1200:  13 16 c6 00                      slli	a2,a2,0xc
    1204:  13 06 56 55                      addi	a2,a2,1365
    1208:  b3 f5 c5 00                      and	a1,a1,a2
    120c:  33 05 b5 40                      sub	a0,a0,a1
    1210:  b7 35 33 03                      lui	a1,0x3333
    1214:  9b 85 35 33                      addiw	a1,a1,819
    1218:  93 95 c5 00                      slli	a1,a1,0xc
    121c:  93 85 35 33                      addi	a1,a1,819
    1220:  93 95 c5 00                      slli	a1,a1,0xc
    1224:  93 85 35 33                      addi	a1,a1,819
    1228:  93 95 c5 00                      slli	a1,a1,0xc
    122c:  93 85 35 33                      addi	a1,a1,819
    1230:  b3 75 b5 00                      and	a1,a0,a1
    1234:  13 56 25 00                      srli	a2,a0,0x2
    1238:  b7 36 33 03                      lui	a3,0x3333
    123c:  9b 86 36 33                      addiw	a3,a3,819
    1240:  93 96 c6 00                      slli	a3,a3,0xc
    1244:  93 86 36 33                      addi	a3,a3,819
    1248:  93 96 c6 00                      slli	a3,a3,0xc
    124c:  93 86 36 33                      addi	a3,a3,819
    1250:  93 96 c6 00                      slli	a3,a3,0xc
    1254:  93 86 36 33                      addi	a3,a3,819
    1258:  33 76 d6 00                      and	a2,a2,a3
    125c:  33 85 c5 00                      add	a0,a1,a2
    1260:  93 55 45 00                      srli	a1,a0,0x4
    1264:  b3 05 b5 00                      add	a1,a0,a1
    1268:  37 f6 f0 00                      lui	a2,0xf0f
    126c:  1b 06 16 0f                      addiw	a2,a2,241
    1270:  13 16 c6 00                      slli	a2,a2,0xc
    1274:  13 06 f6 f0                      addi	a2,a2,-241
    1278:  13 16 c6 00                      slli	a2,a2,0xc
    127c:  13 06 16 0f                      addi	a2,a2,241
    1280:  13 16 c6 00                      slli	a2,a2,0xc
    1284:  13 06 f6 f0                      addi	a2,a2,-241
    1288:  33 f5 c5 00                      and	a0,a1,a2
    128c:  b7 05 01 01                      lui	a1,0x1010
    1290:  9b 85 15 10                      addiw	a1,a1,257
    1294:  93 95 05 01                      slli	a1,a1,0x10
    1298:  93 85 15 10                      addi	a1,a1,257
    129c:  93 95 05 01                      slli	a1,a1,0x10
    12a0:  93 85 15 10                      addi	a1,a1,257
    12a4:  b3 05 b5 02                      mul	a1,a0,a1
    12a8:  13 d5 85 03                      srli	a0,a1,0x38
    12ac:  67 80 00 00                      ret

i64.clz:
    12b0:  13 01 01 ff                      addi	sp,sp,-16
    12b4:  23 30 81 00                      sd	s0,0(sp)
    12b8:  23 34 11 00                      sd	ra,8(sp)
    12bc:  13 04 05 00                      mv	s0,a0
    12c0:  93 55 15 00                      srli	a1,a0,0x1
    12c4:  33 64 b5 00                      or	s0,a0,a1
    12c8:  13 55 24 00                      srli	a0,s0,0x2
    12cc:  33 64 a4 00                      or	s0,s0,a0
    12d0:  13 55 44 00                      srli	a0,s0,0x4
    12d4:  33 64 a4 00                      or	s0,s0,a0
    12d8:  13 55 84 00                      srli	a0,s0,0x8
    12dc:  33 64 a4 00                      or	s0,s0,a0
    12e0:  13 55 04 01                      srli	a0,s0,0x10
    12e4:  33 64 a4 00                      or	s0,s0,a0
    12e8:  13 55 04 02                      srli	a0,s0,0x20
    12ec:  33 64 a4 00                      or	s0,s0,a0
    12f0:  13 45 f4 ff                      not	a0,s0
.tail_1:
    12f4:  ef f0 1f ef                      jal	i64.popcnt
.tail_2:
    12f8:  03 34 01 00                      ld	s0,0(sp)
    12fc:  6f f0 df ed                      j	.tail_1

i64.ctz:
    1300:  13 01 01 ff                      addi	sp,sp,-16
    1304:  23 30 81 00                      sd	s0,0(sp)
    1308:  23 34 11 00                      sd	ra,8(sp)
    130c:  13 04 05 00                      mv	s0,a0
    1310:  13 45 f5 ff                      not	a0,a0
    1314:  93 05 f4 ff                      addi	a1,s0,-1
    1318:  33 75 b5 00                      and	a0,a0,a1
    131c:  6f f0 9f fd                      j	.tail_1

i32.popcnt:
    1320:  9b 55 15 00                      srliw	a1,a0,0x1
    1324:  37 56 55 55                      lui	a2,0x55555
    1328:  1b 06 56 55                      addiw	a2,a2,1365
    132c:  b3 f5 c5 00                      and	a1,a1,a2
    1330:  3b 05 b5 40                      subw	a0,a0,a1
    1334:  b7 35 33 33                      lui	a1,0x33333
    1338:  9b 85 35 33                      addiw	a1,a1,819
    133c:  b3 75 b5 00                      and	a1,a0,a1
    1340:  1b 56 25 00                      srliw	a2,a0,0x2
    1344:  b7 36 33 33                      lui	a3,0x33333
    1348:  9b 86 36 33                      addiw	a3,a3,819
    134c:  33 76 d6 00                      and	a2,a2,a3
    1350:  3b 85 c5 00                      addw	a0,a1,a2
    1354:  9b 55 45 00                      srliw	a1,a0,0x4
    1358:  bb 05 b5 00                      addw	a1,a0,a1
    135c:  37 16 0f 0f                      lui	a2,0xf0f1
    1360:  1b 06 f6 f0                      addiw	a2,a2,-241
    1364:  33 f5 c5 00                      and	a0,a1,a2
    1368:  b7 05 01 01                      lui	a1,0x1010
    136c:  9b 85 15 10                      addiw	a1,a1,257
    1370:  bb 05 b5 02                      mulw	a1,a0,a1
    1374:  1b d5 85 01                      srliw	a0,a1,0x18
    1378:  67 80 00 00                      ret

i32.clz:
    137c:  13 01 01 ff                      addi	sp,sp,-16
    1380:  23 30 81 00                      sd	s0,0(sp)
    1384:  23 34 11 00                      sd	ra,8(sp)
    1388:  13 04 05 00                      mv	s0,a0
    138c:  9b 55 15 00                      srliw	a1,a0,0x1
    1390:  33 64 b5 00                      or	s0,a0,a1
    1394:  1b 55 24 00                      srliw	a0,s0,0x2
    1398:  33 64 a4 00                      or	s0,s0,a0
    139c:  1b 55 44 00                      srliw	a0,s0,0x4
    13a0:  33 64 a4 00                      or	s0,s0,a0
    13a4:  1b 55 84 00                      srliw	a0,s0,0x8
    13a8:  33 64 a4 00                      or	s0,s0,a0
    13ac:  1b 55 04 01                      srliw	a0,s0,0x10
    13b0:  33 64 a4 00                      or	s0,s0,a0
    13b4:  13 45 f4 ff                      not	a0,s0
    13b8:  ef f0 9f f6                      jal	i32.popcnt
    13bc:  6f f0 df f3                      j	.tail_2

; read-only data
     120:  .messages
     121:  .pairs
