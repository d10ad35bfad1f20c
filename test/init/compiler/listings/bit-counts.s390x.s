; linux/s390x, entry 1124

_start:
    1124:  b9 04 00 2f                      lgr	%r2,%r15
    1128:  c0 d0 00 00 07 6c                larl	%r13,.bss
    112e:  a7 e5 00 2f                      bras	%r14,start
    1132:  00 01 00 00                      .long	0x00010000

zeros:
    1136:  a7 fb ff e8                      aghi	%r15,-24
    113a:  eb ce f0 00 00 24                stmg	%r12,%r14,0(%r15)
    1140:  b9 04 00 c2                      lgr	%r12,%r2
    1144:  a7 e5 00 41                      bras	%r14,i64.ctz
    1148:  b9 83 00 0c                      flogr	%r0,%r12
    114c:  b9 04 00 30                      lgr	%r3,%r0
    1150:  b9 04 00 12                      lgr	%r1,%r2
    1154:  b9 04 00 23                      lgr	%r2,%r3
    1158:  b9 09 00 21                      sgr	%r2,%r1
.tail_1:
    115c:  eb ce f0 00 00 04                lmg	%r12,%r14,0(%r15)
    1162:  a7 fb 00 18                      aghi	%r15,24
    1166:  07 fe                            br	%r14

ones:
    1168:  a7 fb ff e8                      aghi	%r15,-24
    116c:  eb ce f0 00 00 24                stmg	%r12,%r14,0(%r15)
    1172:  18 c2                            lr	%r12,%r2
    1174:  a7 e5 00 3e                      bras	%r14,i32.popcnt
    1178:  b9 16 00 1c                      llgfr	%r1,%r12
    117c:  b9 83 00 01                      flogr	%r0,%r1
    1180:  18 30                            lr	%r3,%r0
    1182:  a7 3a ff e0                      ahi	%r3,-32
    1186:  1a 23                            ar	%r2,%r3
    1188:  a7 f4 ff ea                      j	.tail_1

start:
    118c:  a7 fb ff f0                      aghi	%r15,-16
    1190:  e3 e0 f0 08 00 24                stg	%r14,8(%r15)
    1196:  a7 e5 ff d0                      bras	%r14,zeros
    119a:  e3 20 f0 00 00 24                stg	%r2,0(%r15)
    11a0:  a7 29 00 05                      lghi	%r2,5
    11a4:  a7 e5 ff e2                      bras	%r14,ones
    11a8:  18 32                            lr	%r3,%r2
    11aa:  e3 20 f0 00 00 04                lg	%r2,0(%r15)
    11b0:  b9 16 00 33                      llgfr	%r3,%r3
    11b4:  b9 08 00 23                      agr	%r2,%r3
    11b8:  0a f8                            svc	248
    11ba:  e3 e0 f0 08 00 04                lg	%r14,8(%r15)
    11c0:  a7 fb 00 10                      aghi	%r15,16
    11c4:  07 fe                            br	%r14

i64.ctz:
    11c6:  a7 39 00 40                      lghi	%r3,64
    11ca:  a7 49 ff ff                      lghi	%r4,-1
    11ce:  b9 82 00 42                      xgr	%r4,%r2
    11d2:  b9 04 00 52                      lgr	%r5,%r2
    11d6:  a7 5b ff ff                      aghi	%r5,-1
    11da:  b9 80 00 45                      ngr	%r4,%r5
    11de:  b9 83 00 04                      flogr	%r0,%r4
    11e2:  b9 04 00 40                      lgr	%r4,%r0
    11e6:  b9 04 00 23                      lgr	%r2,%r3
    11ea:  b9 09 00 24                      sgr	%r2,%r4
    11ee:  07 fe                            br	%r14

i32.popcnt:
    11f0:  18 32                            lr	%r3,%r2
    11f2:  88 30 00 01                      srl	%r3,1
    11f6:  c0 3b 55 55 55 55                nilf	%r3,1431655765
    11fc:  1b 23                            sr	%r2,%r3
    11fe:  18 32                            lr	%r3,%r2
    1200:  c0 3b 33 33 33 33                nilf	%r3,858993459
    1206:  18 42                            lr	%r4,%r2
    1208:  88 40 00 02                      srl	%r4,2
    120c:  c0 4b 33 33 33 33                nilf	%r4,858993459
    1212:  18 23                            lr	%r2,%r3
    1214:  1a 24                            ar	%r2,%r4
    1216:  18 32                            lr	%r3,%r2
    1218:  88 30 00 04                      srl	%r3,4
    121c:  1a 32                            ar	%r3,%r2
    121e:  18 23                            lr	%r2,%r3
    1220:  c0 2b 0f 0f 0f 0f                nilf	%r2,252645135
    1226:  c0 31 01 01 01 01                lgfi	%r3,16843009
    122c:  b2 52 00 32                      msr	%r3,%r2
    1230:  18 23                            lr	%r2,%r3
    1232:  88 20 00 18                      srl	%r2,24
    1236:  07 fe                            br	%r14

; read-only data
     120:  .messages
     122:  .pairs
