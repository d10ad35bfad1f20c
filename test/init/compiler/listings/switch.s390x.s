; linux/s390x, entry 1124

_start:
    1124:  b9 04 00 2f                      lgr	%r2,%r15
    1128:  c0 d0 00 00 07 6c                larl	%r13,.bss
    112e:  c0 e5 00 00 00 2d                brasl	%r14,start
    1134:  00 01 00 00                      .long	0x00010000

name:
    1138:  a7 fb ff f8                      aghi	%r15,-8
    113c:  e3 80 f0 00 00 24                stg	%r8,0(%r15)
    1142:  b9 04 00 82                      lgr	%r8,%r2
    1146:  c2 8d 00 00 00 00                cfi	%r8,0
    114c:  a7 84 00 0e                      je	.block_1
    1150:  c2 8d 00 00 00 02                cfi	%r8,2
    1156:  a7 84 00 0d                      je	.block2_2
    115a:  c2 8d 00 00 00 04                cfi	%r8,4
    1160:  a7 84 00 08                      je	.block2_2
    1164:  a7 f4 00 0a                      j	.block1_3
.block_1:
    1168:  a7 29 00 0a                      lghi	%r2,10
    116c:  a7 f4 00 08                      j	.return_4
.block2_2:
    1170:  a7 29 00 14                      lghi	%r2,20
    1174:  a7 f4 00 04                      j	.return_4
.block1_3:
    1178:  a7 29 00 1e                      lghi	%r2,30
.return_4:
    117c:  e3 80 f0 00 00 04                lg	%r8,0(%r15)
    1182:  a7 fb 00 08                      aghi	%r15,8
    1186:  07 fe                            br	%r14

start:
    1188:  a7 fb ff f0                      aghi	%r15,-16
    118c:  e3 80 f0 00 00 24                stg	%r8,0(%r15)
    1192:  e3 e0 f0 08 00 24                stg	%r14,8(%r15)
    1198:  b9 04 00 82                      lgr	%r8,%r2
    119c:  e3 20 80 00 00 04                lg	%r2,0(%r8)
    11a2:  c0 e5 ff ff ff cb                brasl	%r14,name
    11a8:  0a f8                            svc	248
    11aa:  00 01 00 00                      .long	0x00010000

; read-only data
     120:  .messages
     122:  .pairs
