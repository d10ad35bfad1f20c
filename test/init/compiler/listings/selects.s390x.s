; linux/s390x, entry 1124

_start:
    1124:  b9 04 00 2f                      lgr	%r2,%r15
    1128:  c0 d0 00 00 07 6c                larl	%r13,.bss
    112e:  a7 e5 00 5a                      bras	%r14,start
    1132:  00 01 00 00                      .long	0x00010000

least:
    1136:  a7 fb ff f0                      aghi	%r15,-16
    113a:  eb bc f0 00 00 24                stmg	%r11,%r12,0(%r15)
    1140:  b9 04 00 c2                      lgr	%r12,%r2
    1144:  b9 04 00 b3                      lgr	%r11,%r3
    1148:  b9 04 00 2c                      lgr	%r2,%r12
    114c:  b9 20 00 cb                      cgr	%r12,%r11
    1150:  a7 44 00 04                      jl	.selected_1
    1154:  b9 04 00 2b                      lgr	%r2,%r11
.selected_1:
    1158:  eb bc f0 00 00 04                lmg	%r11,%r12,0(%r15)
    115e:  a7 fb 00 10                      aghi	%r15,16
    1162:  07 fe                            br	%r14

is-digit:
    1164:  a7 fb ff f8                      aghi	%r15,-8
    1168:  e3 c0 f0 00 00 24                stg	%r12,0(%r15)
    116e:  18 c2                            lr	%r12,%r2
    1170:  c2 cf 00 00 00 30                clfi	%r12,48
    1176:  a7 29 00 01                      lghi	%r2,1
    117a:  a7 a4 00 04                      jhe	.set_1
    117e:  a7 29 00 00                      lghi	%r2,0
.set_1:
    1182:  c2 cf 00 00 00 39                clfi	%r12,57
    1188:  a7 39 00 01                      lghi	%r3,1
    118c:  a7 c4 00 04                      jle	.set_2
    1190:  a7 39 00 00                      lghi	%r3,0
.set_2:
    1194:  14 23                            nr	%r2,%r3
    1196:  e3 c0 f0 00 00 04                lg	%r12,0(%r15)
    119c:  a7 fb 00 08                      aghi	%r15,8
    11a0:  07 fe                            br	%r14

kind:
    11a2:  a7 fb ff e8                      aghi	%r15,-24
    11a6:  eb ce f0 00 00 24                stmg	%r12,%r14,0(%r15)
    11ac:  18 c2                            lr	%r12,%r2
    11ae:  a7 ce 00 2d                      chi	%r12,45
    11b2:  a7 84 00 08                      je	.skip_1
    11b6:  18 2c                            lr	%r2,%r12
    11b8:  a7 e5 ff d6                      bras	%r14,is-digit
    11bc:  12 22                            ltr	%r2,%r2
    11be:  a7 84 00 06                      je	.else_2
.skip_1:
    11c2:  a7 29 00 02                      lghi	%r2,2
    11c6:  a7 f4 00 08                      j	.end_4
.else_2:
    11ca:  a7 29 00 03                      lghi	%r2,3
    11ce:  12 cc                            ltr	%r12,%r12
    11d0:  a7 84 00 03                      je	.selected_3
    11d4:  18 2c                            lr	%r2,%r12
.selected_3:
.end_4:
    11d6:  eb ce f0 00 00 04                lmg	%r12,%r14,0(%r15)
    11dc:  a7 fb 00 18                      aghi	%r15,24
    11e0:  07 fe                            br	%r14

start:
    11e2:  a7 fb ff e8                      aghi	%r15,-24
    11e6:  eb ce f0 00 00 24                stmg	%r12,%r14,0(%r15)
    11ec:  b9 04 00 c2                      lgr	%r12,%r2
    11f0:  b9 04 00 2c                      lgr	%r2,%r12
    11f4:  c0 31 00 01 00 00                lgfi	%r3,65536
    11fa:  a7 e5 ff 9e                      bras	%r14,least
    11fe:  a7 e5 ff d2                      bras	%r14,kind
    1202:  00 01 00 00                      .long	0x00010000

; read-only data
     120:  .messages
     122:  .pairs
