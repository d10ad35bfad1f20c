; linux/s390x, entry 1124

_start:
    1124:  b9 04 00 2f                      lgr	%r2,%r15
    1128:  c0 d0 00 00 07 6c                larl	%r13,.bss
    112e:  c0 e5 00 00 00 71                brasl	%r14,start
    1134:  00 01 00 00                      .long	0x00010000

least:
    1138:  a7 fb ff f0                      aghi	%r15,-16
    113c:  e3 80 f0 00 00 24                stg	%r8,0(%r15)
    1142:  e3 90 f0 08 00 24                stg	%r9,8(%r15)
    1148:  b9 04 00 82                      lgr	%r8,%r2
    114c:  b9 04 00 93                      lgr	%r9,%r3
    1150:  b9 04 00 28                      lgr	%r2,%r8
    1154:  b9 20 00 89                      cgr	%r8,%r9
    1158:  a7 44 00 04                      jl	.selected_1
    115c:  b9 04 00 29                      lgr	%r2,%r9
.selected_1:
    1160:  e3 80 f0 00 00 04                lg	%r8,0(%r15)
    1166:  e3 90 f0 08 00 04                lg	%r9,8(%r15)
    116c:  a7 fb 00 10                      aghi	%r15,16
    1170:  07 fe                            br	%r14

is-digit:
    1172:  a7 fb ff f8                      aghi	%r15,-8
    1176:  e3 80 f0 00 00 24                stg	%r8,0(%r15)
    117c:  b9 04 00 82                      lgr	%r8,%r2
    1180:  c2 8f 00 00 00 30                clfi	%r8,48
    1186:  a7 29 00 01                      lghi	%r2,1
    118a:  a7 a4 00 04                      jhe	.set_1
    118e:  a7 29 00 00                      lghi	%r2,0
.set_1:
    1192:  c2 8f 00 00 00 39                clfi	%r8,57
    1198:  a7 39 00 01                      lghi	%r3,1
    119c:  a7 c4 00 04                      jle	.set_2
    11a0:  a7 39 00 00                      lghi	%r3,0
.set_2:
    11a4:  14 23                            nr	%r2,%r3
    11a6:  e3 80 f0 00 00 04                lg	%r8,0(%r15)
    11ac:  a7 fb 00 08                      aghi	%r15,8
    11b0:  07 fe                            br	%r14

kind:
    11b2:  a7 fb ff f0                      aghi	%r15,-16
    11b6:  e3 80 f0 00 00 24                stg	%r8,0(%r15)
    11bc:  e3 e0 f0 08 00 24                stg	%r14,8(%r15)
    11c2:  b9 04 00 82                      lgr	%r8,%r2
    11c6:  c2 8d 00 00 00 2d                cfi	%r8,45
    11cc:  a7 84 00 0c                      je	.skip_1
    11d0:  b9 04 00 28                      lgr	%r2,%r8
    11d4:  c0 e5 ff ff ff cf                brasl	%r14,is-digit
    11da:  c2 2d 00 00 00 00                cfi	%r2,0
    11e0:  a7 84 00 06                      je	.else_2
.skip_1:
    11e4:  a7 29 00 02                      lghi	%r2,2
    11e8:  a7 f4 00 0b                      j	.end_4
.else_2:
    11ec:  a7 29 00 03                      lghi	%r2,3
    11f0:  c2 8d 00 00 00 00                cfi	%r8,0
    11f6:  a7 84 00 04                      je	.selected_3
    11fa:  b9 04 00 28                      lgr	%r2,%r8
.selected_3:
.end_4:
    11fe:  e3 80 f0 00 00 04                lg	%r8,0(%r15)
    1204:  e3 e0 f0 08 00 04                lg	%r14,8(%r15)
    120a:  a7 fb 00 10                      aghi	%r15,16
    120e:  07 fe                            br	%r14

start:
    1210:  a7 fb ff f0                      aghi	%r15,-16
    1214:  e3 80 f0 00 00 24                stg	%r8,0(%r15)
    121a:  e3 e0 f0 08 00 24                stg	%r14,8(%r15)
    1220:  b9 04 00 82                      lgr	%r8,%r2
    1224:  b9 04 00 28                      lgr	%r2,%r8
    1228:  c0 31 00 01 00 00                lgfi	%r3,65536
    122e:  c0 e5 ff ff ff 85                brasl	%r14,least
    1234:  c0 e5 ff ff ff bf                brasl	%r14,kind
    123a:  00 01 00 00                      .long	0x00010000

; read-only data
     120:  .messages
     122:  .pairs
