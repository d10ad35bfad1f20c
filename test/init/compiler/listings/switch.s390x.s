; linux/s390x, entry 1124

_start:
    1124:  b9 04 00 2f                      lgr	%r2,%r15
    1128:  c0 d0 00 00 07 6c                larl	%r13,.bss
    112e:  a7 e5 00 27                      bras	%r14,start
    1132:  00 01 00 00                      .long	0x00010000

name:
    1136:  a7 fb ff f8                      aghi	%r15,-8
    113a:  e3 c0 f0 00 00 24                stg	%r12,0(%r15)
    1140:  18 c2                            lr	%r12,%r2
    1142:  12 cc                            ltr	%r12,%r12
    1144:  a7 84 00 0c                      je	.block_1
    1148:  a7 ce 00 02                      chi	%r12,2
    114c:  a7 84 00 0c                      je	.block2_2
    1150:  a7 ce 00 04                      chi	%r12,4
    1154:  a7 84 00 08                      je	.block2_2
    1158:  a7 f4 00 0a                      j	.block1_3
.block_1:
    115c:  a7 29 00 0a                      lghi	%r2,10
    1160:  a7 f4 00 08                      j	.return_4
.block2_2:
    1164:  a7 29 00 14                      lghi	%r2,20
    1168:  a7 f4 00 04                      j	.return_4
.block1_3:
    116c:  a7 29 00 1e                      lghi	%r2,30
.return_4:
    1170:  e3 c0 f0 00 00 04                lg	%r12,0(%r15)
    1176:  a7 fb 00 08                      aghi	%r15,8
    117a:  07 fe                            br	%r14

start:
    117c:  a7 fb ff e8                      aghi	%r15,-24
    1180:  eb ce f0 00 00 24                stmg	%r12,%r14,0(%r15)
    1186:  b9 04 00 c2                      lgr	%r12,%r2
    118a:  e3 20 c0 00 00 04                lg	%r2,0(%r12)
    1190:  a7 e5 ff d3                      bras	%r14,name
    1194:  0a f8                            svc	248
    1196:  00 01 00 00                      .long	0x00010000

; read-only data
     120:  .messages
     122:  .pairs
