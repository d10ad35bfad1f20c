; linux/s390x, entry 1124

_start:
    1124:  b9 04 00 2f                      lgr	%r2,%r15
    1128:  c0 d0 00 00 07 6c                larl	%r13,.bss
    112e:  a7 e5 00 7a                      bras	%r14,start
    1132:  00 01 00 00                      .long	0x00010000

add:
    1136:  a7 fb ff f0                      aghi	%r15,-16
    113a:  eb bc f0 00 00 24                stmg	%r11,%r12,0(%r15)
    1140:  18 c2                            lr	%r12,%r2
    1142:  18 b3                            lr	%r11,%r3
    1144:  18 2c                            lr	%r2,%r12
    1146:  1a 2b                            ar	%r2,%r11
    1148:  eb bc f0 00 00 04                lmg	%r11,%r12,0(%r15)
    114e:  a7 fb 00 10                      aghi	%r15,16
    1152:  07 fe                            br	%r14

sums:
    1154:  a7 fb ff c8                      aghi	%r15,-56
    1158:  eb be f0 18 00 24                stmg	%r11,%r14,24(%r15)
    115e:  18 c2                            lr	%r12,%r2
    1160:  18 b3                            lr	%r11,%r3
    1162:  18 2c                            lr	%r2,%r12
    1164:  b2 52 00 2b                      msr	%r2,%r11
    1168:  e3 20 f0 00 00 24                stg	%r2,0(%r15)
    116e:  18 1b                            lr	%r1,%r11
    1170:  a5 17 00 1f                      nill	%r1,31
    1174:  18 2c                            lr	%r2,%r12
    1176:  89 20 10 00                      sll	%r2,0(%r1)
    117a:  e3 20 f0 08 00 24                stg	%r2,8(%r15)
    1180:  18 2b                            lr	%r2,%r11
    1182:  e3 20 f0 10 00 24                stg	%r2,16(%r15)
    1188:  18 2c                            lr	%r2,%r12
    118a:  a7 39 00 07                      lghi	%r3,7
    118e:  a7 e5 ff d4                      bras	%r14,add
    1192:  18 32                            lr	%r3,%r2
    1194:  e3 20 f0 10 00 04                lg	%r2,16(%r15)
    119a:  a7 e5 ff ce                      bras	%r14,add
    119e:  18 32                            lr	%r3,%r2
    11a0:  e3 20 f0 08 00 04                lg	%r2,8(%r15)
    11a6:  17 23                            xr	%r2,%r3
    11a8:  18 32                            lr	%r3,%r2
    11aa:  e3 20 f0 00 00 04                lg	%r2,0(%r15)
    11b0:  1b 23                            sr	%r2,%r3
    11b2:  eb be f0 18 00 04                lmg	%r11,%r14,24(%r15)
    11b8:  a7 fb 00 38                      aghi	%r15,56
    11bc:  07 fe                            br	%r14

leave:
    11be:  a7 fb ff d8                      aghi	%r15,-40
    11c2:  eb ce f0 10 00 24                stmg	%r12,%r14,16(%r15)
    11c8:  18 c2                            lr	%r12,%r2
    11ca:  18 2c                            lr	%r2,%r12
    11cc:  b2 52 00 2c                      msr	%r2,%r12
    11d0:  18 3c                            lr	%r3,%r12
    11d2:  a7 3a ff ff                      ahi	%r3,-1
    11d6:  e3 20 f0 00 00 24                stg	%r2,0(%r15)
    11dc:  e3 30 f0 08 00 24                stg	%r3,8(%r15)
    11e2:  18 2c                            lr	%r2,%r12
    11e4:  a7 39 00 03                      lghi	%r3,3
    11e8:  c2 cf 00 00 00 64                clfi	%r12,100
    11ee:  a7 c4 00 07                      jle	.skip_1
    11f2:  e3 20 f0 00 00 04                lg	%r2,0(%r15)
    11f8:  a7 f4 00 0e                      j	.block_2
.skip_1:
    11fc:  a7 e5 ff 9d                      bras	%r14,add
    1200:  18 42                            lr	%r4,%r2
    1202:  e3 20 f0 00 00 04                lg	%r2,0(%r15)
    1208:  e3 30 f0 08 00 04                lg	%r3,8(%r15)
    120e:  eb 33 40 00 00 1d                rll	%r3,%r3,0(%r4)
.block_2:
    1214:  1a 23                            ar	%r2,%r3
    1216:  eb ce f0 10 00 04                lmg	%r12,%r14,16(%r15)
    121c:  a7 fb 00 28                      aghi	%r15,40
    1220:  07 fe                            br	%r14

start:
    1222:  a7 fb ff f8                      aghi	%r15,-8
    1226:  e3 e0 f0 00 00 24                stg	%r14,0(%r15)
    122c:  a7 29 00 01                      lghi	%r2,1
    1230:  a7 e5 ff c7                      bras	%r14,leave
    1234:  a7 39 00 02                      lghi	%r3,2
    1238:  a7 e5 ff 8e                      bras	%r14,sums
    123c:  00 01 00 00                      .long	0x00010000

; read-only data
     120:  .messages
     122:  .pairs
