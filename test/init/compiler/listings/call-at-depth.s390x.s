; linux/s390x, entry 1124

_start:
    1124:  b9 04 00 2f                      lgr	%r2,%r15
    1128:  c0 d0 00 00 07 6c                larl	%r13,.bss
    112e:  a7 e5 00 65                      bras	%r14,start
    1132:  00 01 00 00                      .long	0x00010000

add:
    1136:  1a 23                            ar	%r2,%r3
    1138:  07 fe                            br	%r14

sums:
    113a:  a7 fb ff d0                      aghi	%r15,-48
    113e:  eb be f0 10 00 24                stmg	%r11,%r14,16(%r15)
    1144:  18 c2                            lr	%r12,%r2
    1146:  18 b3                            lr	%r11,%r3
    1148:  b2 52 00 23                      msr	%r2,%r3
    114c:  e3 20 f0 00 00 24                stg	%r2,0(%r15)
    1152:  18 13                            lr	%r1,%r3
    1154:  a5 17 00 1f                      nill	%r1,31
    1158:  18 2c                            lr	%r2,%r12
    115a:  89 20 10 00                      sll	%r2,0(%r1)
    115e:  e3 20 f0 08 00 24                stg	%r2,8(%r15)
    1164:  18 2c                            lr	%r2,%r12
    1166:  a7 39 00 07                      lghi	%r3,7
    116a:  a7 e5 ff e6                      bras	%r14,add
    116e:  18 32                            lr	%r3,%r2
    1170:  18 2b                            lr	%r2,%r11
    1172:  a7 e5 ff e2                      bras	%r14,add
    1176:  18 32                            lr	%r3,%r2
    1178:  e3 20 f0 08 00 04                lg	%r2,8(%r15)
    117e:  17 23                            xr	%r2,%r3
    1180:  18 32                            lr	%r3,%r2
    1182:  e3 20 f0 00 00 04                lg	%r2,0(%r15)
    1188:  1b 23                            sr	%r2,%r3
    118a:  eb be f0 10 00 04                lmg	%r11,%r14,16(%r15)
    1190:  a7 fb 00 30                      aghi	%r15,48
    1194:  07 fe                            br	%r14

leave:
    1196:  a7 fb ff d8                      aghi	%r15,-40
    119a:  eb ce f0 10 00 24                stmg	%r12,%r14,16(%r15)
    11a0:  18 c2                            lr	%r12,%r2
    11a2:  b2 52 00 22                      msr	%r2,%r2
    11a6:  18 3c                            lr	%r3,%r12
    11a8:  a7 3a ff ff                      ahi	%r3,-1
    11ac:  e3 20 f0 00 00 24                stg	%r2,0(%r15)
    11b2:  e3 30 f0 08 00 24                stg	%r3,8(%r15)
    11b8:  18 2c                            lr	%r2,%r12
    11ba:  a7 39 00 03                      lghi	%r3,3
    11be:  c2 2f 00 00 00 64                clfi	%r2,100
    11c4:  a7 c4 00 07                      jle	.skip_1
    11c8:  e3 20 f0 00 00 04                lg	%r2,0(%r15)
    11ce:  a7 f4 00 0e                      j	.block_2
.skip_1:
    11d2:  a7 e5 ff b2                      bras	%r14,add
    11d6:  18 42                            lr	%r4,%r2
    11d8:  e3 20 f0 00 00 04                lg	%r2,0(%r15)
    11de:  e3 30 f0 08 00 04                lg	%r3,8(%r15)
    11e4:  eb 33 40 00 00 1d                rll	%r3,%r3,0(%r4)
.block_2:
    11ea:  1a 23                            ar	%r2,%r3
    11ec:  eb ce f0 10 00 04                lmg	%r12,%r14,16(%r15)
    11f2:  a7 fb 00 28                      aghi	%r15,40
    11f6:  07 fe                            br	%r14

start:
    11f8:  a7 fb ff f8                      aghi	%r15,-8
    11fc:  e3 e0 f0 00 00 24                stg	%r14,0(%r15)
    1202:  a7 29 00 01                      lghi	%r2,1
    1206:  a7 e5 ff c8                      bras	%r14,leave
    120a:  a7 39 00 02                      lghi	%r3,2
    120e:  a7 e5 ff 96                      bras	%r14,sums
    1212:  00 01 00 00                      .long	0x00010000

; read-only data
     120:  .messages
     122:  .pairs
