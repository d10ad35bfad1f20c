; linux/s390x, entry 1124

_start:
    1124:  b9 04 00 2f                      lgr	%r2,%r15
    1128:  c0 d0 00 00 07 6c                larl	%r13,.bss
    112e:  a7 e5 00 43                      bras	%r14,start
    1132:  00 01 00 00                      .long	0x00010000

least:
    1136:  b9 04 00 42                      lgr	%r4,%r2
    113a:  b9 20 00 43                      cgr	%r4,%r3
    113e:  a7 44 00 04                      jl	.selected_1
    1142:  b9 04 00 43                      lgr	%r4,%r3
.selected_1:
    1146:  b9 04 00 24                      lgr	%r2,%r4
    114a:  07 fe                            br	%r14

is-digit:
    114c:  c2 2f 00 00 00 30                clfi	%r2,48
    1152:  a7 39 00 01                      lghi	%r3,1
    1156:  a7 a4 00 04                      jhe	.set_1
    115a:  a7 39 00 00                      lghi	%r3,0
.set_1:
    115e:  c2 2f 00 00 00 39                clfi	%r2,57
    1164:  a7 49 00 01                      lghi	%r4,1
    1168:  a7 c4 00 04                      jle	.set_2
    116c:  a7 49 00 00                      lghi	%r4,0
.set_2:
    1170:  18 23                            lr	%r2,%r3
    1172:  14 24                            nr	%r2,%r4
    1174:  07 fe                            br	%r14

kind:
    1176:  a7 fb ff e8                      aghi	%r15,-24
    117a:  eb ce f0 00 00 24                stmg	%r12,%r14,0(%r15)
    1180:  18 c2                            lr	%r12,%r2
    1182:  a7 2e 00 2d                      chi	%r2,45
    1186:  a7 84 00 07                      je	.skip_1
    118a:  a7 e5 ff e1                      bras	%r14,is-digit
    118e:  12 22                            ltr	%r2,%r2
    1190:  a7 84 00 06                      je	.else_2
.skip_1:
    1194:  a7 29 00 02                      lghi	%r2,2
    1198:  a7 f4 00 08                      j	.end_4
.else_2:
    119c:  a7 29 00 03                      lghi	%r2,3
    11a0:  12 cc                            ltr	%r12,%r12
    11a2:  a7 84 00 03                      je	.selected_3
    11a6:  18 2c                            lr	%r2,%r12
.selected_3:
.end_4:
    11a8:  eb ce f0 00 00 04                lmg	%r12,%r14,0(%r15)
    11ae:  a7 fb 00 18                      aghi	%r15,24
    11b2:  07 fe                            br	%r14

start:
    11b4:  a7 fb ff f8                      aghi	%r15,-8
    11b8:  e3 e0 f0 00 00 24                stg	%r14,0(%r15)
    11be:  c0 31 00 01 00 00                lgfi	%r3,65536
    11c4:  a7 e5 ff b9                      bras	%r14,least
    11c8:  a7 e5 ff d7                      bras	%r14,kind
    11cc:  00 01 00 00                      .long	0x00010000

; read-only data
     120:  .messages
     122:  .pairs
