; linux/s390x, entry 1124

_start:
    1124:  b9 04 00 2f                      lgr	%r2,%r15
    1128:  c0 d0 00 00 07 6c                larl	%r13,.bss
    112e:  c0 e5 00 00 00 a8                brasl	%r14,start
    1134:  00 01 00 00                      .long	0x00010000

add:
    1138:  a7 fb ff f0                      aghi	%r15,-16
    113c:  e3 80 f0 00 00 24                stg	%r8,0(%r15)
    1142:  e3 90 f0 08 00 24                stg	%r9,8(%r15)
    1148:  b9 04 00 82                      lgr	%r8,%r2
    114c:  b9 04 00 93                      lgr	%r9,%r3
    1150:  b9 04 00 28                      lgr	%r2,%r8
    1154:  1a 29                            ar	%r2,%r9
    1156:  e3 80 f0 00 00 04                lg	%r8,0(%r15)
    115c:  e3 90 f0 08 00 04                lg	%r9,8(%r15)
    1162:  a7 fb 00 10                      aghi	%r15,16
    1166:  07 fe                            br	%r14

sums:
    1168:  a7 fb ff d0                      aghi	%r15,-48
    116c:  e3 80 f0 18 00 24                stg	%r8,24(%r15)
    1172:  e3 90 f0 20 00 24                stg	%r9,32(%r15)
    1178:  e3 e0 f0 28 00 24                stg	%r14,40(%r15)
    117e:  b9 04 00 82                      lgr	%r8,%r2
    1182:  b9 04 00 93                      lgr	%r9,%r3
    1186:  b9 04 00 28                      lgr	%r2,%r8
    118a:  b2 52 00 29                      msr	%r2,%r9
    118e:  e3 20 f0 00 00 24                stg	%r2,0(%r15)
    1194:  b9 04 00 19                      lgr	%r1,%r9
    1198:  a5 17 00 1f                      nill	%r1,31
    119c:  b9 04 00 28                      lgr	%r2,%r8
    11a0:  89 20 10 00                      sll	%r2,0(%r1)
    11a4:  e3 20 f0 08 00 24                stg	%r2,8(%r15)
    11aa:  b9 04 00 29                      lgr	%r2,%r9
    11ae:  e3 20 f0 10 00 24                stg	%r2,16(%r15)
    11b4:  b9 04 00 28                      lgr	%r2,%r8
    11b8:  a7 39 00 07                      lghi	%r3,7
    11bc:  c0 e5 ff ff ff be                brasl	%r14,add
    11c2:  b9 04 00 32                      lgr	%r3,%r2
    11c6:  e3 20 f0 10 00 04                lg	%r2,16(%r15)
    11cc:  c0 e5 ff ff ff b6                brasl	%r14,add
    11d2:  b9 04 00 32                      lgr	%r3,%r2
    11d6:  e3 20 f0 08 00 04                lg	%r2,8(%r15)
    11dc:  17 23                            xr	%r2,%r3
    11de:  b9 04 00 32                      lgr	%r3,%r2
    11e2:  e3 20 f0 00 00 04                lg	%r2,0(%r15)
    11e8:  1b 23                            sr	%r2,%r3
    11ea:  e3 80 f0 18 00 04                lg	%r8,24(%r15)
    11f0:  e3 90 f0 20 00 04                lg	%r9,32(%r15)
    11f6:  e3 e0 f0 28 00 04                lg	%r14,40(%r15)
    11fc:  a7 fb 00 30                      aghi	%r15,48
    1200:  07 fe                            br	%r14

leave:
    1202:  a7 fb ff e0                      aghi	%r15,-32
    1206:  e3 80 f0 10 00 24                stg	%r8,16(%r15)
    120c:  e3 e0 f0 18 00 24                stg	%r14,24(%r15)
    1212:  b9 04 00 82                      lgr	%r8,%r2
    1216:  b9 04 00 28                      lgr	%r2,%r8
    121a:  b2 52 00 28                      msr	%r2,%r8
    121e:  b9 04 00 38                      lgr	%r3,%r8
    1222:  a7 3a ff ff                      ahi	%r3,-1
    1226:  e3 20 f0 00 00 24                stg	%r2,0(%r15)
    122c:  e3 30 f0 08 00 24                stg	%r3,8(%r15)
    1232:  b9 04 00 28                      lgr	%r2,%r8
    1236:  a7 39 00 03                      lghi	%r3,3
    123a:  c2 8f 00 00 00 64                clfi	%r8,100
    1240:  a7 c4 00 07                      jle	.skip_1
    1244:  e3 20 f0 00 00 04                lg	%r2,0(%r15)
    124a:  a7 f4 00 10                      j	.block_2
.skip_1:
    124e:  c0 e5 ff ff ff 75                brasl	%r14,add
    1254:  b9 04 00 42                      lgr	%r4,%r2
    1258:  e3 20 f0 00 00 04                lg	%r2,0(%r15)
    125e:  e3 30 f0 08 00 04                lg	%r3,8(%r15)
    1264:  eb 33 40 00 00 1d                rll	%r3,%r3,0(%r4)
.block_2:
    126a:  1a 23                            ar	%r2,%r3
    126c:  e3 80 f0 10 00 04                lg	%r8,16(%r15)
    1272:  e3 e0 f0 18 00 04                lg	%r14,24(%r15)
    1278:  a7 fb 00 20                      aghi	%r15,32
    127c:  07 fe                            br	%r14

start:
    127e:  a7 fb ff f8                      aghi	%r15,-8
    1282:  e3 e0 f0 00 00 24                stg	%r14,0(%r15)
    1288:  a7 29 00 01                      lghi	%r2,1
    128c:  c0 e5 ff ff ff bb                brasl	%r14,leave
    1292:  a7 39 00 02                      lghi	%r3,2
    1296:  c0 e5 ff ff ff 69                brasl	%r14,sums
    129c:  00 01 00 00                      .long	0x00010000

; read-only data
     120:  .messages
     122:  .pairs
