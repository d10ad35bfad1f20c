; linux/riscv64, entry 1124

_start:
    1124:  13 05 01 00                      mv	a0,sp
    1128:  97 11 00 00 93 81 81 6d          la	gp,.bss+0x800
    1130:  ef 00 00 05                      jal	start
    1134:  73 10 00 c0                      unimp

fill:
.label1_1:
    1138:  23 b0 a1 90                      sd	a0,-1792(gp)
    113c:  23 b0 a1 a0                      sd	a0,-1536(gp)
    1140:  23 b0 a1 b0                      sd	a0,-1280(gp)
    1144:  23 b0 a1 c0                      sd	a0,-1024(gp)
    1148:  23 b0 a1 d0                      sd	a0,-768(gp)
    114c:  23 b0 a1 e0                      sd	a0,-512(gp)
    1150:  23 b0 a1 f0                      sd	a0,-256(gp)
    1154:  23 b0 a1 00                      sd	a0,0(gp)
    1158:  23 b0 a1 10                      sd	a0,256(gp)
    115c:  23 b0 a1 20                      sd	a0,512(gp)
    1160:  23 b0 a1 30                      sd	a0,768(gp)
    1164:  23 b0 a1 40                      sd	a0,1024(gp)
    1168:  23 b0 a1 50                      sd	a0,1280(gp)
.label_2:
    116c:  13 55 15 00                      srli	a0,a0,0x1
    1170:  93 02 80 3e                      li	t0,1000
    1174:  e3 ec a2 fe                      bltu	t0,a0,.label_2
    1178:  e3 10 05 fc                      bnez	a0,.label1_1
    117c:  67 80 00 00                      ret

start:
    1180:  13 01 01 ff                      addi	sp,sp,-16
    1184:  23 30 11 00                      sd	ra,0(sp)
    1188:  ef f0 1f fb                      jal	fill
    118c:  73 10 00 c0                      unimp

; read-only data
     120:  .messages
     121:  .pairs
