; linux/s390x, entry 1124

_start:
    1124:  b9 04 00 2f                      lgr	%r2,%r15
    1128:  c0 d0 00 00 07 6c                larl	%r13,.bss
    112e:  c0 e5 00 00 00 4c                brasl	%r14,start
    1134:  00 01 00 00                      .long	0x00010000

zeros:
    1138:  a7 fb ff e8                      aghi	%r15,-24
    113c:  e3 80 f0 08 00 24                stg	%r8,8(%r15)
    1142:  e3 e0 f0 10 00 24                stg	%r14,16(%r15)
    1148:  b9 04 00 82                      lgr	%r8,%r2
    114c:  b9 83 00 08                      flogr	%r0,%r8
    1150:  b9 04 00 20                      lgr	%r2,%r0
    1154:  e3 20 f0 00 00 24                stg	%r2,0(%r15)
    115a:  b9 04 00 28                      lgr	%r2,%r8
    115e:  c0 e5 00 00 00 57                brasl	%r14,i64.ctz
    1164:  b9 04 00 32                      lgr	%r3,%r2
    1168:  e3 20 f0 00 00 04                lg	%r2,0(%r15)
    116e:  b9 09 00 23                      sgr	%r2,%r3
.tail_1:
    1172:  e3 80 f0 08 00 04                lg	%r8,8(%r15)
    1178:  e3 e0 f0 10 00 04                lg	%r14,16(%r15)
    117e:  a7 fb 00 18                      aghi	%r15,24
    1182:  07 fe                            br	%r14

ones:
    1184:  a7 fb ff f0                      aghi	%r15,-16
    1188:  e3 80 f0 00 00 24                stg	%r8,0(%r15)
    118e:  e3 e0 f0 08 00 24                stg	%r14,8(%r15)
    1194:  b9 04 00 82                      lgr	%r8,%r2
    1198:  b9 04 00 28                      lgr	%r2,%r8
    119c:  c0 e5 00 00 00 57                brasl	%r14,i32.popcnt
    11a2:  b9 16 00 18                      llgfr	%r1,%r8
    11a6:  b9 83 00 01                      flogr	%r0,%r1
    11aa:  b9 04 00 30                      lgr	%r3,%r0
    11ae:  a7 3a ff e0                      ahi	%r3,-32
    11b2:  1a 23                            ar	%r2,%r3
    11b4:  e3 80 f0 00 00 04                lg	%r8,0(%r15)
    11ba:  e3 e0 f0 08 00 04                lg	%r14,8(%r15)
    11c0:  a7 fb 00 10                      aghi	%r15,16
    11c4:  07 fe                            br	%r14

start:
    11c6:  a7 fb ff e8                      aghi	%r15,-24
    11ca:  e3 80 f0 08 00 24                stg	%r8,8(%r15)
    11d0:  e3 e0 f0 10 00 24                stg	%r14,16(%r15)
    11d6:  b9 04 00 82                      lgr	%r8,%r2
    11da:  b9 04 00 28                      lgr	%r2,%r8
    11de:  c0 e5 ff ff ff ad                brasl	%r14,zeros
    11e4:  e3 20 f0 00 00 24                stg	%r2,0(%r15)
    11ea:  a7 29 00 05                      lghi	%r2,5
    11ee:  c0 e5 ff ff ff cb                brasl	%r14,ones
    11f4:  b9 04 00 32                      lgr	%r3,%r2
    11f8:  e3 20 f0 00 00 04                lg	%r2,0(%r15)
    11fe:  b9 16 00 33                      llgfr	%r3,%r3
    1202:  b9 08 00 23                      agr	%r2,%r3
    1206:  0a f8                            svc	248
    1208:  a7 f4 ff b5                      j	.tail_1

i64.ctz:
    120c:  a7 fb ff f8                      aghi	%r15,-8
    1210:  e3 80 f0 00 00 24                stg	%r8,0(%r15)
    1216:  b9 04 00 82                      lgr	%r8,%r2
    121a:  a7 29 00 40                      lghi	%r2,64
    121e:  a7 39 ff ff                      lghi	%r3,-1
    1222:  b9 82 00 38                      xgr	%r3,%r8
    1226:  b9 04 00 48                      lgr	%r4,%r8
    122a:  a7 4b ff ff                      aghi	%r4,-1
    122e:  b9 80 00 34                      ngr	%r3,%r4
    1232:  b9 83 00 03                      flogr	%r0,%r3
    1236:  b9 04 00 30                      lgr	%r3,%r0
    123a:  b9 09 00 23                      sgr	%r2,%r3
.tail_1:
    123e:  e3 80 f0 00 00 04                lg	%r8,0(%r15)
    1244:  a7 fb 00 08                      aghi	%r15,8
    1248:  07 fe                            br	%r14

i32.popcnt:
    124a:  a7 fb ff f8                      aghi	%r15,-8
    124e:  e3 80 f0 00 00 24                stg	%r8,0(%r15)
    1254:  b9 04 00 82                      lgr	%r8,%r2
    1258:  b9 04 00 28                      lgr	%r2,%r8
    125c:  88 20 00 01                      srl	%r2,1
    1260:  c0 2b 55 55 55 55                nilf	%r2,1431655765
    1266:  1b 82                            sr	%r8,%r2
    1268:  b9 04 00 28                      lgr	%r2,%r8
    126c:  c0 2b 33 33 33 33                nilf	%r2,858993459
    1272:  b9 04 00 38                      lgr	%r3,%r8
    1276:  88 30 00 02                      srl	%r3,2
    127a:  c0 3b 33 33 33 33                nilf	%r3,858993459
    1280:  b9 04 00 82                      lgr	%r8,%r2
    1284:  1a 83                            ar	%r8,%r3
    1286:  b9 04 00 28                      lgr	%r2,%r8
    128a:  88 20 00 04                      srl	%r2,4
    128e:  1a 28                            ar	%r2,%r8
    1290:  b9 04 00 82                      lgr	%r8,%r2
    1294:  c0 8b 0f 0f 0f 0f                nilf	%r8,252645135
    129a:  c0 21 01 01 01 01                lgfi	%r2,16843009
    12a0:  b2 52 00 28                      msr	%r2,%r8
    12a4:  88 20 00 18                      srl	%r2,24
    12a8:  a7 f4 ff cb                      j	.tail_1

; read-only data
     120:  .messages
     122:  .pairs
