; linux/s390x, entry 1124

_start:
    1124:  b9 04 00 2f                      lgr	%r2,%r15
    1128:  c0 d0 00 00 07 6c                larl	%r13,.bss
    112e:  a7 e5 00 61                      bras	%r14,start
    1132:  00 01 00 00                      .long	0x00010000

all:
    1136:  a7 fb ff e8                      aghi	%r15,-24
    113a:  eb ac f0 00 00 24                stmg	%r10,%r12,0(%r15)
    1140:  18 c2                            lr	%r12,%r2
    1142:  b9 04 00 a4                      lgr	%r10,%r4
    1146:  12 33                            ltr	%r3,%r3
    1148:  a7 74 00 04                      jne	.divisible_1
    114c:  00 01 00 00                      .long	0x00010000
.divisible_1:
    1150:  a7 09 ff ff                      lghi	%r0,-1
    1154:  19 30                            cr	%r3,%r0
    1156:  a7 74 00 0a                      jne	.ordinary_2
    115a:  c0 11 80 00 00 00                lgfi	%r1,-2147483648
    1160:  19 21                            cr	%r2,%r1
    1162:  a7 74 00 04                      jne	.ordinary_2
    1166:  00 01 00 00                      .long	0x00010000
.ordinary_2:
    116a:  b9 14 00 12                      lgfr	%r1,%r2
    116e:  b9 1d 00 03                      dsgfr	%r0,%r3
    1172:  18 21                            lr	%r2,%r1
    1174:  12 33                            ltr	%r3,%r3
    1176:  a7 74 00 04                      jne	.divisible_3
    117a:  00 01 00 00                      .long	0x00010000
.divisible_3:
    117e:  a7 09 ff ff                      lghi	%r0,-1
    1182:  19 30                            cr	%r3,%r0
    1184:  a7 74 00 06                      jne	.ordinary_4
    1188:  a7 09 00 00                      lghi	%r0,0
    118c:  a7 f4 00 06                      j	.divided_5
.ordinary_4:
    1190:  b9 14 00 1c                      lgfr	%r1,%r12
    1194:  b9 1d 00 03                      dsgfr	%r0,%r3
.divided_5:
    1198:  18 30                            lr	%r3,%r0
    119a:  17 23                            xr	%r2,%r3
    119c:  b9 14 00 22                      lgfr	%r2,%r2
    11a0:  b9 02 00 55                      ltgr	%r5,%r5
    11a4:  a7 74 00 04                      jne	.divisible_6
    11a8:  00 01 00 00                      .long	0x00010000
.divisible_6:
    11ac:  a7 09 00 00                      lghi	%r0,0
    11b0:  b9 04 00 1a                      lgr	%r1,%r10
    11b4:  b9 87 00 05                      dlgr	%r0,%r5
    11b8:  b9 04 00 31                      lgr	%r3,%r1
    11bc:  a7 59 00 0a                      lghi	%r5,10
    11c0:  b9 02 00 55                      ltgr	%r5,%r5
    11c4:  a7 74 00 04                      jne	.divisible_7
    11c8:  00 01 00 00                      .long	0x00010000
.divisible_7:
    11cc:  a7 09 00 00                      lghi	%r0,0
    11d0:  b9 04 00 14                      lgr	%r1,%r4
    11d4:  b9 87 00 05                      dlgr	%r0,%r5
    11d8:  b9 04 00 40                      lgr	%r4,%r0
    11dc:  b9 82 00 34                      xgr	%r3,%r4
    11e0:  b9 08 00 23                      agr	%r2,%r3
    11e4:  eb ac f0 00 00 04                lmg	%r10,%r12,0(%r15)
    11ea:  a7 fb 00 18                      aghi	%r15,24
    11ee:  07 fe                            br	%r14

start:
    11f0:  a7 fb ff e8                      aghi	%r15,-24
    11f4:  eb ce f0 00 00 24                stmg	%r12,%r14,0(%r15)
    11fa:  b9 04 00 c2                      lgr	%r12,%r2
    11fe:  a7 29 00 01                      lghi	%r2,1
    1202:  a7 39 00 02                      lghi	%r3,2
    1206:  b9 04 00 4c                      lgr	%r4,%r12
    120a:  a7 59 ff ff                      lghi	%r5,-1
    120e:  a7 e5 ff 94                      bras	%r14,all
    1212:  00 01 00 00                      .long	0x00010000

; read-only data
     120:  .messages
     122:  .pairs
