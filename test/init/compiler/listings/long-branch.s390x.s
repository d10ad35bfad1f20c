; linux/s390x, entry 1124

_start:
    1124:  b9 04 00 2f                      lgr	%r2,%r15
    1128:  c0 d0 00 00 07 6c                larl	%r13,.bss
    112e:  a7 e5 00 44                      bras	%r14,start
    1132:  00 01 00 00                      .long	0x00010000

fill:
    1136:  a7 fb ff f8                      aghi	%r15,-8
    113a:  e3 c0 f0 00 00 24                stg	%r12,0(%r15)
    1140:  b9 04 00 c2                      lgr	%r12,%r2
.label1_1:
    1144:  e3 c0 d1 00 00 24                stg	%r12,256(%r13)
    114a:  e3 c0 d2 00 00 24                stg	%r12,512(%r13)
    1150:  e3 c0 d3 00 00 24                stg	%r12,768(%r13)
    1156:  e3 c0 d4 00 00 24                stg	%r12,1024(%r13)
    115c:  e3 c0 d5 00 00 24                stg	%r12,1280(%r13)
    1162:  e3 c0 d6 00 00 24                stg	%r12,1536(%r13)
    1168:  e3 c0 d7 00 00 24                stg	%r12,1792(%r13)
    116e:  e3 c0 d8 00 00 24                stg	%r12,2048(%r13)
    1174:  e3 c0 d9 00 00 24                stg	%r12,2304(%r13)
    117a:  e3 c0 da 00 00 24                stg	%r12,2560(%r13)
    1180:  e3 c0 db 00 00 24                stg	%r12,2816(%r13)
    1186:  e3 c0 dc 00 00 24                stg	%r12,3072(%r13)
    118c:  e3 c0 dd 00 00 24                stg	%r12,3328(%r13)
.label_2:
    1192:  eb cc 00 01 00 0c                srlg	%r12,%r12,1
    1198:  c2 ce 00 00 03 e8                clgfi	%r12,1000
    119e:  a7 24 ff fa                      jh	.label_2
    11a2:  b9 02 00 cc                      ltgr	%r12,%r12
    11a6:  a7 74 ff cf                      jne	.label1_1
    11aa:  e3 c0 f0 00 00 04                lg	%r12,0(%r15)
    11b0:  a7 fb 00 08                      aghi	%r15,8
    11b4:  07 fe                            br	%r14

start:
    11b6:  a7 fb ff e8                      aghi	%r15,-24
    11ba:  eb ce f0 00 00 24                stmg	%r12,%r14,0(%r15)
    11c0:  b9 04 00 c2                      lgr	%r12,%r2
    11c4:  b9 04 00 2c                      lgr	%r2,%r12
    11c8:  a7 e5 ff b7                      bras	%r14,fill
    11cc:  00 01 00 00                      .long	0x00010000

; read-only data
     120:  .messages
     122:  .pairs
