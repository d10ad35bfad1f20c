; linux/s390x, entry 1124

_start:
    1124:  b9 04 00 2f                      lgr	%r2,%r15
    1128:  c0 d0 00 00 07 6c                larl	%r13,.bss
    112e:  a7 e5 00 3a                      bras	%r14,start
    1132:  00 01 00 00                      .long	0x00010000

zeros:
    1136:  a7 fb ff e0                      aghi	%r15,-32
    113a:  eb ce f0 08 00 24                stmg	%r12,%r14,8(%r15)
    1140:  b9 04 00 c2                      lgr	%r12,%r2
    1144:  b9 83 00 0c                      flogr	%r0,%r12
    1148:  b9 04 00 20                      lgr	%r2,%r0
    114c:  e3 20 f0 00 00 24                stg	%r2,0(%r15)
    1152:  b9 04 00 2c                      lgr	%r2,%r12
    1156:  a7 e5 00 43                      bras	%r14,i64.ctz
    115a:  b9 04 00 32                      lgr	%r3,%r2
    115e:  e3 20 f0 00 00 04                lg	%r2,0(%r15)
    1164:  b9 09 00 23                      sgr	%r2,%r3
.tail_1:
    1168:  eb ce f0 08 00 04                lmg	%r12,%r14,8(%r15)
    116e:  a7 fb 00 20                      aghi	%r15,32
    1172:  07 fe                            br	%r14

ones:
    1174:  a7 fb ff e8                      aghi	%r15,-24
    1178:  eb ce f0 00 00 24                stmg	%r12,%r14,0(%r15)
    117e:  18 c2                            lr	%r12,%r2
    1180:  18 2c                            lr	%r2,%r12
    1182:  a7 e5 00 4c                      bras	%r14,i32.popcnt
    1186:  b9 16 00 1c                      llgfr	%r1,%r12
    118a:  b9 83 00 01                      flogr	%r0,%r1
    118e:  18 30                            lr	%r3,%r0
    1190:  a7 3a ff e0                      ahi	%r3,-32
    1194:  1a 23                            ar	%r2,%r3
    1196:  eb ce f0 00 00 04                lmg	%r12,%r14,0(%r15)
    119c:  a7 fb 00 18                      aghi	%r15,24
    11a0:  07 fe                            br	%r14

start:
    11a2:  a7 fb ff e0                      aghi	%r15,-32
    11a6:  eb ce f0 08 00 24                stmg	%r12,%r14,8(%r15)
    11ac:  b9 04 00 c2                      lgr	%r12,%r2
    11b0:  b9 04 00 2c                      lgr	%r2,%r12
    11b4:  a7 e5 ff c1                      bras	%r14,zeros
    11b8:  e3 20 f0 00 00 24                stg	%r2,0(%r15)
    11be:  a7 29 00 05                      lghi	%r2,5
    11c2:  a7 e5 ff d9                      bras	%r14,ones
    11c6:  18 32                            lr	%r3,%r2
    11c8:  e3 20 f0 00 00 04                lg	%r2,0(%r15)
    11ce:  b9 16 00 33                      llgfr	%r3,%r3
    11d2:  b9 08 00 23                      agr	%r2,%r3
    11d6:  0a f8                            svc	248
    11d8:  a7 f4 ff c8                      j	.tail_1

i64.ctz:
    11dc:  a7 fb ff f8                      aghi	%r15,-8
    11e0:  e3 c0 f0 00 00 24                stg	%r12,0(%r15)
    11e6:  b9 04 00 c2                      lgr	%r12,%r2
    11ea:  a7 29 00 40                      lghi	%r2,64
    11ee:  a7 39 ff ff                      lghi	%r3,-1
    11f2:  b9 82 00 3c                      xgr	%r3,%r12
    11f6:  b9 04 00 4c                      lgr	%r4,%r12
    11fa:  a7 4b ff ff                      aghi	%r4,-1
    11fe:  b9 80 00 34                      ngr	%r3,%r4
    1202:  b9 83 00 03                      flogr	%r0,%r3
    1206:  b9 04 00 30                      lgr	%r3,%r0
    120a:  b9 09 00 23                      sgr	%r2,%r3
.tail_1:
    120e:  e3 c0 f0 00 00 04                lg	%r12,0(%r15)
    1214:  a7 fb 00 08                      aghi	%r15,8
    1218:  07 fe                            br	%r14

i32.popcnt:
    121a:  a7 fb ff f8                      aghi	%r15,-8
    121e:  e3 c0 f0 00 00 24                stg	%r12,0(%r15)
    1224:  18 c2                            lr	%r12,%r2
    1226:  18 2c                            lr	%r2,%r12
    1228:  88 20 00 01                      srl	%r2,1
    122c:  c0 2b 55 55 55 55                nilf	%r2,1431655765
    1232:  1b c2                            sr	%r12,%r2
    1234:  18 2c                            lr	%r2,%r12
    1236:  c0 2b 33 33 33 33                nilf	%r2,858993459
    123c:  18 3c                            lr	%r3,%r12
    123e:  88 30 00 02                      srl	%r3,2
    1242:  c0 3b 33 33 33 33                nilf	%r3,858993459
    1248:  18 c2                            lr	%r12,%r2
    124a:  1a c3                            ar	%r12,%r3
    124c:  18 2c                            lr	%r2,%r12
    124e:  88 20 00 04                      srl	%r2,4
    1252:  1a 2c                            ar	%r2,%r12
    1254:  18 c2                            lr	%r12,%r2
    1256:  c0 cb 0f 0f 0f 0f                nilf	%r12,252645135
    125c:  c0 21 01 01 01 01                lgfi	%r2,16843009
    1262:  b2 52 00 2c                      msr	%r2,%r12
    1266:  88 20 00 18                      srl	%r2,24
    126a:  a7 f4 ff d2                      j	.tail_1

; read-only data
     120:  .messages
     122:  .pairs
