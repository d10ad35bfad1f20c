; linux/s390x, entry 1124

_start:
    1124:  b9 04 00 2f                      lgr	%r2,%r15
    1128:  c0 d0 00 00 07 6c                larl	%r13,.bss
    112e:  a7 e5 00 1c                      bras	%r14,start
    1132:  00 01 00 00                      .long	0x00010000

name:
    1136:  12 22                            ltr	%r2,%r2
    1138:  a7 84 00 0c                      je	.block_1
    113c:  a7 2e 00 02                      chi	%r2,2
    1140:  a7 84 00 0c                      je	.block2_2
    1144:  a7 2e 00 04                      chi	%r2,4
    1148:  a7 84 00 08                      je	.block2_2
    114c:  a7 f4 00 0a                      j	.block1_3
.block_1:
    1150:  a7 29 00 0a                      lghi	%r2,10
    1154:  a7 f4 00 08                      j	.return_4
.block2_2:
    1158:  a7 29 00 14                      lghi	%r2,20
    115c:  a7 f4 00 04                      j	.return_4
.block1_3:
    1160:  a7 29 00 1e                      lghi	%r2,30
.return_4:
    1164:  07 fe                            br	%r14

start:
    1166:  a7 fb ff f8                      aghi	%r15,-8
    116a:  e3 e0 f0 00 00 24                stg	%r14,0(%r15)
    1170:  e3 20 20 00 00 04                lg	%r2,0(%r2)
    1176:  a7 e5 ff e0                      bras	%r14,name
    117a:  0a f8                            svc	248
    117c:  00 01 00 00                      .long	0x00010000

; read-only data
     120:  .messages
     122:  .pairs
