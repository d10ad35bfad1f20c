; linux/s390x, entry 1124

_start:
    1124:  b9 04 00 2f                      lgr	%r2,%r15
    1128:  c0 d0 00 00 07 6c                larl	%r13,.bss
    112e:  a7 e5 00 4e                      bras	%r14,start
    1132:  00 01 00 00                      .long	0x00010000

sign:
    1136:  12 22                            ltr	%r2,%r2
    1138:  a7 74 00 06                      jne	.else_1
    113c:  a7 29 00 00                      lghi	%r2,0
    1140:  a7 f4 00 0a                      j	.return_3
.else_1:
    1144:  a7 39 00 01                      lghi	%r3,1
    1148:  12 22                            ltr	%r2,%r2
    114a:  a7 24 00 04                      jh	.selected_2
    114e:  a7 39 ff ff                      lghi	%r3,-1
.selected_2:
    1152:  18 23                            lr	%r2,%r3
.return_3:
    1154:  07 fe                            br	%r14

step:
    1156:  12 22                            ltr	%r2,%r2
    1158:  a7 84 00 0d                      je	.return_1
    115c:  58 30 d0 00                      l	%r3,0(%r13)
    1160:  a7 3a 00 01                      ahi	%r3,1
    1164:  50 30 d0 00                      st	%r3,0(%r13)
    1168:  58 30 d0 04                      l	%r3,4(%r13)
    116c:  1b 32                            sr	%r3,%r2
    116e:  50 30 d0 04                      st	%r3,4(%r13)
.return_1:
    1172:  07 fe                            br	%r14

run:
    1174:  a7 fb ff d8                      aghi	%r15,-40
    1178:  eb be f0 08 00 24                stmg	%r11,%r14,8(%r15)
    117e:  18 b2                            lr	%r11,%r2
    1180:  a7 e5 ff eb                      bras	%r14,step
    1184:  58 20 d0 00                      l	%r2,0(%r13)
    1188:  18 c2                            lr	%r12,%r2
    118a:  1a c2                            ar	%r12,%r2
    118c:  58 20 d0 04                      l	%r2,4(%r13)
    1190:  19 c2                            cr	%r12,%r2
    1192:  a7 a4 00 08                      jhe	.else_1
    1196:  18 2b                            lr	%r2,%r11
    1198:  a7 e5 ff df                      bras	%r14,step
    119c:  58 20 d0 00                      l	%r2,0(%r13)
    11a0:  1a c2                            ar	%r12,%r2
.else_1:
    11a2:  18 2c                            lr	%r2,%r12
    11a4:  a7 2c 00 03                      mhi	%r2,3
    11a8:  e3 20 f0 00 00 24                stg	%r2,0(%r15)
    11ae:  18 2c                            lr	%r2,%r12
    11b0:  a7 e5 ff c3                      bras	%r14,sign
    11b4:  18 32                            lr	%r3,%r2
    11b6:  e3 20 f0 00 00 04                lg	%r2,0(%r15)
    11bc:  1a 23                            ar	%r2,%r3
    11be:  eb be f0 08 00 04                lmg	%r11,%r14,8(%r15)
    11c4:  a7 fb 00 28                      aghi	%r15,40
    11c8:  07 fe                            br	%r14

start:
    11ca:  a7 fb ff f8                      aghi	%r15,-8
    11ce:  e3 e0 f0 00 00 24                stg	%r14,0(%r15)
    11d4:  a7 29 00 05                      lghi	%r2,5
    11d8:  a7 e5 ff ce                      bras	%r14,run
    11dc:  00 01 00 00                      .long	0x00010000

; read-only data
     120:  .messages
     122:  .pairs
