; linux/s390x, entry 1124

_start:
    1124:  b9 04 00 2f                      lgr	%r2,%r15
    1128:  c0 d0 00 00 07 6c                larl	%r13,.bss
    112e:  a7 e5 00 14                      bras	%r14,start
    1132:  00 01 00 00                      .long	0x00010000

sum:
    1136:  a7 39 00 00                      lghi	%r3,0
.label_1:
    113a:  e3 40 20 00 00 90                llgc	%r4,0(%r2)
    1140:  12 44                            ltr	%r4,%r4
    1142:  a7 84 00 07                      je	.else_2
    1146:  1a 34                            ar	%r3,%r4
    1148:  a7 2b 00 01                      aghi	%r2,1
    114c:  a7 f4 ff f7                      j	.label_1
.else_2:
    1150:  18 53                            lr	%r5,%r3
    1152:  18 25                            lr	%r2,%r5
    1154:  07 fe                            br	%r14

start:
    1156:  a7 fb ff f8                      aghi	%r15,-8
    115a:  e3 e0 f0 00 00 24                stg	%r14,0(%r15)
    1160:  e3 20 20 08 00 04                lg	%r2,8(%r2)
    1166:  a7 e5 ff e8                      bras	%r14,sum
    116a:  50 20 d0 00                      st	%r2,0(%r13)
    116e:  00 01 00 00                      .long	0x00010000

; read-only data
     120:  .messages
     122:  .pairs
