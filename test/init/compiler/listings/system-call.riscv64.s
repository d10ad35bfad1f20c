; linux/riscv64, entry 1124

_start:
    1124:  13 05 01 00                      mv	a0,sp
    1128:  97 11 00 00 93 81 81 6d          la	gp,.bss+0x800
    1130:  ef 00 80 00                      jal	start
    1134:  73 10 00 c0                      unimp

start:
    1138:  13 05 10 00                      li	a0,1
    113c:  97 f5 ff ff 93 85 45 fe          la	a1,"hi"
    1144:  13 06 20 00                      li	a2,2
    1148:  93 08 00 04                      li	a7,64
    114c:  73 00 00 00                      ecall
    1150:  93 08 e0 05                      li	a7,94
    1154:  73 00 00 00                      ecall
    1158:  67 80 00 00                      ret

; read-only data
     120:  "hi"
     122:  .messages
     123:  .pairs
