; linux/riscv64, entry 1124

_start:
    1124:  13 05 01 00                      mv	a0,sp
    1128:  97 11 00 00 93 81 81 6d          la	gp,.bss+0x800
    1130:  93 02 00 f0                      li	t0,-256
    1134:  23 b4 51 80                      sd	t0,-2040(gp)
    1138:  93 02 c0 12                      li	t0,300
    113c:  23 a8 51 80                      sw	t0,-2032(gp)
    1140:  ef 00 80 00                      jal	start
    1144:  73 10 00 c0                      unimp

start:
    1148:  83 a5 01 80                      lw	a1,-2048(gp)
    114c:  9b 85 15 00                      addiw	a1,a1,1
    1150:  23 a0 b1 80                      sw	a1,-2048(gp)
    1154:  93 05 f0 ff                      li	a1,-1
    1158:  23 a8 b1 80                      sw	a1,-2032(gp)
    115c:  93 05 f0 ff                      li	a1,-1
    1160:  23 b4 b1 80                      sd	a1,-2040(gp)
    1164:  93 05 10 00                      li	a1,1
    1168:  93 95 f5 01                      slli	a1,a1,0x1f
    116c:  23 b4 b1 80                      sd	a1,-2040(gp)
    1170:  b7 05 00 80                      lui	a1,0x80000
    1174:  23 b4 b1 80                      sd	a1,-2040(gp)
    1178:  b7 75 24 00                      lui	a1,0x247
    117c:  9b 85 d5 8a                      addiw	a1,a1,-1875
    1180:  93 95 e5 00                      slli	a1,a1,0xe
    1184:  93 85 d5 c4                      addi	a1,a1,-947
    1188:  93 95 c5 00                      slli	a1,a1,0xc
    118c:  93 85 75 5e                      addi	a1,a1,1511
    1190:  93 95 d5 00                      slli	a1,a1,0xd
    1194:  93 85 05 ef                      addi	a1,a1,-272
    1198:  23 b4 b1 80                      sd	a1,-2040(gp)
    119c:  93 05 10 04                      li	a1,65
    11a0:  37 13 01 00                      lui	t1,0x11
    11a4:  33 03 33 00                      add	t1,t1,gp
    11a8:  a3 03 b3 98                      sb	a1,-1657(t1)
    11ac:  73 10 00 c0                      unimp

; read-only data
     120:  .messages
     121:  .pairs
