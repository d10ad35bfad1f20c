; linux/s390x, entry 1124

_start:
    1124:  b9 04 00 2f                      lgr	%r2,%r15
    1128:  c0 d0 00 00 07 6c                larl	%r13,.bss
    112e:  c0 e5 00 00 00 81                brasl	%r14,start
    1134:  00 01 00 00                      .long	0x00010000

all:
    1138:  a7 fb ff e0                      aghi	%r15,-32
    113c:  e3 80 f0 00 00 24                stg	%r8,0(%r15)
    1142:  e3 90 f0 08 00 24                stg	%r9,8(%r15)
    1148:  e3 a0 f0 10 00 24                stg	%r10,16(%r15)
    114e:  e3 b0 f0 18 00 24                stg	%r11,24(%r15)
    1154:  b9 04 00 82                      lgr	%r8,%r2
    1158:  b9 04 00 93                      lgr	%r9,%r3
    115c:  b9 04 00 a4                      lgr	%r10,%r4
    1160:  b9 04 00 b5                      lgr	%r11,%r5
    1164:  c2 9d 00 00 00 00                cfi	%r9,0
    116a:  a7 74 00 04                      jne	.divisible_1
    116e:  00 01 00 00                      .long	0x00010000
.divisible_1:
    1172:  a7 09 ff ff                      lghi	%r0,-1
    1176:  19 90                            cr	%r9,%r0
    1178:  a7 74 00 0a                      jne	.ordinary_2
    117c:  c0 11 80 00 00 00                lgfi	%r1,-2147483648
    1182:  19 81                            cr	%r8,%r1
    1184:  a7 74 00 04                      jne	.ordinary_2
    1188:  00 01 00 00                      .long	0x00010000
.ordinary_2:
    118c:  b9 14 00 18                      lgfr	%r1,%r8
    1190:  b9 1d 00 09                      dsgfr	%r0,%r9
    1194:  b9 04 00 21                      lgr	%r2,%r1
    1198:  c2 9d 00 00 00 00                cfi	%r9,0
    119e:  a7 74 00 04                      jne	.divisible_3
    11a2:  00 01 00 00                      .long	0x00010000
.divisible_3:
    11a6:  a7 09 ff ff                      lghi	%r0,-1
    11aa:  19 90                            cr	%r9,%r0
    11ac:  a7 74 00 06                      jne	.ordinary_4
    11b0:  a7 09 00 00                      lghi	%r0,0
    11b4:  a7 f4 00 06                      j	.divided_5
.ordinary_4:
    11b8:  b9 14 00 18                      lgfr	%r1,%r8
    11bc:  b9 1d 00 09                      dsgfr	%r0,%r9
.divided_5:
    11c0:  b9 04 00 30                      lgr	%r3,%r0
    11c4:  17 23                            xr	%r2,%r3
    11c6:  b9 14 00 22                      lgfr	%r2,%r2
    11ca:  c2 bc 00 00 00 00                cgfi	%r11,0
    11d0:  a7 74 00 04                      jne	.divisible_6
    11d4:  00 01 00 00                      .long	0x00010000
.divisible_6:
    11d8:  a7 09 00 00                      lghi	%r0,0
    11dc:  b9 04 00 1a                      lgr	%r1,%r10
    11e0:  b9 87 00 0b                      dlgr	%r0,%r11
    11e4:  b9 04 00 31                      lgr	%r3,%r1
    11e8:  a7 49 00 0a                      lghi	%r4,10
    11ec:  c2 4c 00 00 00 00                cgfi	%r4,0
    11f2:  a7 74 00 04                      jne	.divisible_7
    11f6:  00 01 00 00                      .long	0x00010000
.divisible_7:
    11fa:  a7 09 00 00                      lghi	%r0,0
    11fe:  b9 04 00 1a                      lgr	%r1,%r10
    1202:  b9 87 00 04                      dlgr	%r0,%r4
    1206:  b9 04 00 40                      lgr	%r4,%r0
    120a:  b9 82 00 34                      xgr	%r3,%r4
    120e:  b9 08 00 23                      agr	%r2,%r3
    1212:  e3 80 f0 00 00 04                lg	%r8,0(%r15)
    1218:  e3 90 f0 08 00 04                lg	%r9,8(%r15)
    121e:  e3 a0 f0 10 00 04                lg	%r10,16(%r15)
    1224:  e3 b0 f0 18 00 04                lg	%r11,24(%r15)
    122a:  a7 fb 00 20                      aghi	%r15,32
    122e:  07 fe                            br	%r14

start:
    1230:  a7 fb ff f0                      aghi	%r15,-16
    1234:  e3 80 f0 00 00 24                stg	%r8,0(%r15)
    123a:  e3 e0 f0 08 00 24                stg	%r14,8(%r15)
    1240:  b9 04 00 82                      lgr	%r8,%r2
    1244:  a7 29 00 01                      lghi	%r2,1
    1248:  a7 39 00 02                      lghi	%r3,2
    124c:  b9 04 00 48                      lgr	%r4,%r8
    1250:  a7 59 ff ff                      lghi	%r5,-1
    1254:  c0 e5 ff ff ff 72                brasl	%r14,all
    125a:  00 01 00 00                      .long	0x00010000

; read-only data
     120:  .messages
     122:  .pairs
