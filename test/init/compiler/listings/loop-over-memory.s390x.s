; linux/s390x, entry 1124

_start:
    1124:  b9 04 00 2f                      lgr	%r2,%r15
    1128:  c0 d0 00 00 07 6c                larl	%r13,.bss
    112e:  c0 e5 00 00 00 2f                brasl	%r14,start
    1134:  00 01 00 00                      .long	0x00010000

sum:
    1138:  a7 fb ff e8                      aghi	%r15,-24
    113c:  e3 80 f0 00 00 24                stg	%r8,0(%r15)
    1142:  e3 90 f0 08 00 24                stg	%r9,8(%r15)
    1148:  e3 a0 f0 10 00 24                stg	%r10,16(%r15)
    114e:  b9 04 00 82                      lgr	%r8,%r2
    1152:  a7 99 00 00                      lghi	%r9,0
.label_1:
    1156:  e3 a0 80 00 00 90                llgc	%r10,0(%r8)
    115c:  c2 ad 00 00 00 00                cfi	%r10,0
    1162:  a7 84 00 07                      je	.else_2
    1166:  1a 9a                            ar	%r9,%r10
    1168:  a7 8b 00 01                      aghi	%r8,1
    116c:  a7 f4 ff f5                      j	.label_1
.else_2:
    1170:  b9 04 00 29                      lgr	%r2,%r9
    1174:  e3 80 f0 00 00 04                lg	%r8,0(%r15)
    117a:  e3 90 f0 08 00 04                lg	%r9,8(%r15)
    1180:  e3 a0 f0 10 00 04                lg	%r10,16(%r15)
    1186:  a7 fb 00 18                      aghi	%r15,24
    118a:  07 fe                            br	%r14

start:
    118c:  a7 fb ff f0                      aghi	%r15,-16
    1190:  e3 80 f0 00 00 24                stg	%r8,0(%r15)
    1196:  e3 e0 f0 08 00 24                stg	%r14,8(%r15)
    119c:  b9 04 00 82                      lgr	%r8,%r2
    11a0:  e3 20 80 08 00 04                lg	%r2,8(%r8)
    11a6:  c0 e5 ff ff ff c9                brasl	%r14,sum
    11ac:  e3 20 d0 00 00 50                sty	%r2,0(%r13)
    11b2:  00 01 00 00                      .long	0x00010000

; read-only data
     120:  .messages
     122:  .pairs
