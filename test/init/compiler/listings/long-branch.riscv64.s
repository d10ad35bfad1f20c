; linux/riscv64, entry 1124

_start:
    1124:  13 05 01 00                      mv	a0,sp
    1128:  97 11 00 00 93 81 81 6d          la	gp,.bss+0x800
    1130:  ef 00 40 06                      jal	start
    1134:  73 10 00 c0                      unimp

fill:
    1138:  13 01 01 ff                      addi	sp,sp,-16
    113c:  23 30 81 00                      sd	s0,0(sp)
    1140:  13 04 05 00                      mv	s0,a0
.label1_1:
    1144:  23 b0 81 90                      sd	s0,-1792(gp)
    1148:  23 b0 81 a0                      sd	s0,-1536(gp)
    114c:  23 b0 81 b0                      sd	s0,-1280(gp)
    1150:  23 b0 81 c0                      sd	s0,-1024(gp)
    1154:  23 b0 81 d0                      sd	s0,-768(gp)
    1158:  23 b0 81 e0                      sd	s0,-512(gp)
    115c:  23 b0 81 f0                      sd	s0,-256(gp)
    1160:  23 b0 81 00                      sd	s0,0(gp)
    1164:  23 b0 81 10                      sd	s0,256(gp)
    1168:  23 b0 81 20                      sd	s0,512(gp)
    116c:  23 b0 81 30                      sd	s0,768(gp)
    1170:  23 b0 81 40                      sd	s0,1024(gp)
    1174:  23 b0 81 50                      sd	s0,1280(gp)
.label_2:
    1178:  13 54 14 00                      srli	s0,s0,0x1
    117c:  93 02 80 3e                      li	t0,1000
    1180:  e3 ec 82 fe                      bltu	t0,s0,.label_2
    1184:  e3 10 04 fc                      bnez	s0,.label1_1
    1188:  03 34 01 00                      ld	s0,0(sp)
    118c:  13 01 01 01                      addi	sp,sp,16
    1190:  67 80 00 00                      ret

start:
    1194:  13 01 01 ff                      addi	sp,sp,-16
    1198:  23 30 81 00                      sd	s0,0(sp)
    119c:  23 34 11 00                      sd	ra,8(sp)
    11a0:  13 04 05 00                      mv	s0,a0
    11a4:  13 05 04 00                      mv	a0,s0
    11a8:  ef f0 1f f9                      jal	fill
    11ac:  73 10 00 c0                      unimp

; read-only data
     120:  .messages
     121:  .pairs
