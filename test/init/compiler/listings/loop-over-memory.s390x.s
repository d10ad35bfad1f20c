; linux/s390x, entry 1124

_start:
    1124:  b9 04 00 2f                      lgr	%r2,%r15
    1128:  c0 d0 00 00 07 6c                larl	%r13,.bss
    112e:  a7 e5 00 1f                      bras	%r14,start
    1132:  00 01 00 00                      .long	0x00010000

sum:
    1136:  a7 fb ff e8                      aghi	%r15,-24
    113a:  eb ac f0 00 00 24                stmg	%r10,%r12,0(%r15)
    1140:  b9 04 00 c2                      lgr	%r12,%r2
    1144:  a7 b9 00 00                      lghi	%r11,0
.label_1:
    1148:  e3 a0 c0 00 00 90                llgc	%r10,0(%r12)
    114e:  12 aa                            ltr	%r10,%r10
    1150:  a7 84 00 07                      je	.else_2
    1154:  1a ba                            ar	%r11,%r10
    1156:  a7 cb 00 01                      aghi	%r12,1
    115a:  a7 f4 ff f7                      j	.label_1
.else_2:
    115e:  18 2b                            lr	%r2,%r11
    1160:  eb ac f0 00 00 04                lmg	%r10,%r12,0(%r15)
    1166:  a7 fb 00 18                      aghi	%r15,24
    116a:  07 fe                            br	%r14

start:
    116c:  a7 fb ff e8                      aghi	%r15,-24
    1170:  eb ce f0 00 00 24                stmg	%r12,%r14,0(%r15)
    1176:  b9 04 00 c2                      lgr	%r12,%r2
    117a:  e3 20 c0 08 00 04                lg	%r2,8(%r12)
    1180:  a7 e5 ff db                      bras	%r14,sum
    1184:  50 20 d0 00                      st	%r2,0(%r13)
    1188:  00 01 00 00                      .long	0x00010000

; read-only data
     120:  .messages
     122:  .pairs
