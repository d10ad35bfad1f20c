; linux/s390x, entry 1124

_start:
    1124:  b9 04 00 2f                      lgr	%r2,%r15
    1128:  c0 d0 00 00 07 6c                larl	%r13,.bss
    112e:  a7 e5 00 64                      bras	%r14,start
    1132:  00 01 00 00                      .long	0x00010000

all:
    1136:  a7 fb ff e0                      aghi	%r15,-32
    113a:  eb 9c f0 00 00 24                stmg	%r9,%r12,0(%r15)
    1140:  18 c2                            lr	%r12,%r2
    1142:  18 b3                            lr	%r11,%r3
    1144:  b9 04 00 a4                      lgr	%r10,%r4
    1148:  b9 04 00 95                      lgr	%r9,%r5
    114c:  12 bb                            ltr	%r11,%r11
    114e:  a7 74 00 04                      jne	.divisible_1
    1152:  00 01 00 00                      .long	0x00010000
.divisible_1:
    1156:  a7 09 ff ff                      lghi	%r0,-1
    115a:  19 b0                            cr	%r11,%r0
    115c:  a7 74 00 0a                      jne	.ordinary_2
    1160:  c0 11 80 00 00 00                lgfi	%r1,-2147483648
    1166:  19 c1                            cr	%r12,%r1
    1168:  a7 74 00 04                      jne	.ordinary_2
    116c:  00 01 00 00                      .long	0x00010000
.ordinary_2:
    1170:  b9 14 00 1c                      lgfr	%r1,%r12
    1174:  b9 1d 00 0b                      dsgfr	%r0,%r11
    1178:  18 21                            lr	%r2,%r1
    117a:  12 bb                            ltr	%r11,%r11
    117c:  a7 74 00 04                      jne	.divisible_3
    1180:  00 01 00 00                      .long	0x00010000
.divisible_3:
    1184:  a7 09 ff ff                      lghi	%r0,-1
    1188:  19 b0                            cr	%r11,%r0
    118a:  a7 74 00 06                      jne	.ordinary_4
    118e:  a7 09 00 00                      lghi	%r0,0
    1192:  a7 f4 00 06                      j	.divided_5
.ordinary_4:
    1196:  b9 14 00 1c                      lgfr	%r1,%r12
    119a:  b9 1d 00 0b                      dsgfr	%r0,%r11
.divided_5:
    119e:  18 30                            lr	%r3,%r0
    11a0:  17 23                            xr	%r2,%r3
    11a2:  b9 14 00 22                      lgfr	%r2,%r2
    11a6:  b9 02 00 99                      ltgr	%r9,%r9
    11aa:  a7 74 00 04                      jne	.divisible_6
    11ae:  00 01 00 00                      .long	0x00010000
.divisible_6:
    11b2:  a7 09 00 00                      lghi	%r0,0
    11b6:  b9 04 00 1a                      lgr	%r1,%r10
    11ba:  b9 87 00 09                      dlgr	%r0,%r9
    11be:  b9 04 00 31                      lgr	%r3,%r1
    11c2:  a7 49 00 0a                      lghi	%r4,10
    11c6:  b9 02 00 44                      ltgr	%r4,%r4
    11ca:  a7 74 00 04                      jne	.divisible_7
    11ce:  00 01 00 00                      .long	0x00010000
.divisible_7:
    11d2:  a7 09 00 00                      lghi	%r0,0
    11d6:  b9 04 00 1a                      lgr	%r1,%r10
    11da:  b9 87 00 04                      dlgr	%r0,%r4
    11de:  b9 04 00 40                      lgr	%r4,%r0
    11e2:  b9 82 00 34                      xgr	%r3,%r4
    11e6:  b9 08 00 23                      agr	%r2,%r3
    11ea:  eb 9c f0 00 00 04                lmg	%r9,%r12,0(%r15)
    11f0:  a7 fb 00 20                      aghi	%r15,32
    11f4:  07 fe                            br	%r14

start:
    11f6:  a7 fb ff e8                      aghi	%r15,-24
    11fa:  eb ce f0 00 00 24                stmg	%r12,%r14,0(%r15)
    1200:  b9 04 00 c2                      lgr	%r12,%r2
    1204:  a7 29 00 01                      lghi	%r2,1
    1208:  a7 39 00 02                      lghi	%r3,2
    120c:  b9 04 00 4c                      lgr	%r4,%r12
    1210:  a7 59 ff ff                      lghi	%r5,-1
    1214:  a7 e5 ff 91                      bras	%r14,all
    1218:  00 01 00 00                      .long	0x00010000

; read-only data
     120:  .messages
     122:  .pairs
