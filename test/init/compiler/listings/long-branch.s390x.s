; linux/s390x, entry 1124

_start:
    1124:  b9 04 00 2f                      lgr	%r2,%r15
    1128:  c0 d0 00 00 07 6c                larl	%r13,.bss
    112e:  c0 e5 00 00 00 46                brasl	%r14,start
    1134:  00 01 00 00                      .long	0x00010000

fill:
    1138:  a7 fb ff f8                      aghi	%r15,-8
    113c:  e3 80 f0 00 00 24                stg	%r8,0(%r15)
    1142:  b9 04 00 82                      lgr	%r8,%r2
.label1_1:
    1146:  e3 80 d1 00 00 24                stg	%r8,256(%r13)
    114c:  e3 80 d2 00 00 24                stg	%r8,512(%r13)
    1152:  e3 80 d3 00 00 24                stg	%r8,768(%r13)
    1158:  e3 80 d4 00 00 24                stg	%r8,1024(%r13)
    115e:  e3 80 d5 00 00 24                stg	%r8,1280(%r13)
    1164:  e3 80 d6 00 00 24                stg	%r8,1536(%r13)
    116a:  e3 80 d7 00 00 24                stg	%r8,1792(%r13)
    1170:  e3 80 d8 00 00 24                stg	%r8,2048(%r13)
    1176:  e3 80 d9 00 00 24                stg	%r8,2304(%r13)
    117c:  e3 80 da 00 00 24                stg	%r8,2560(%r13)
    1182:  e3 80 db 00 00 24                stg	%r8,2816(%r13)
    1188:  e3 80 dc 00 00 24                stg	%r8,3072(%r13)
    118e:  e3 80 dd 00 00 24                stg	%r8,3328(%r13)
.label_2:
    1194:  eb 88 00 01 00 0c                srlg	%r8,%r8,1
    119a:  c2 8e 00 00 03 e8                clgfi	%r8,1000
    11a0:  a7 24 ff fa                      jh	.label_2
    11a4:  c2 8c 00 00 00 00                cgfi	%r8,0
    11aa:  a7 74 ff ce                      jne	.label1_1
    11ae:  e3 80 f0 00 00 04                lg	%r8,0(%r15)
    11b4:  a7 fb 00 08                      aghi	%r15,8
    11b8:  07 fe                            br	%r14

start:
    11ba:  a7 fb ff f0                      aghi	%r15,-16
    11be:  e3 80 f0 00 00 24                stg	%r8,0(%r15)
    11c4:  e3 e0 f0 08 00 24                stg	%r14,8(%r15)
    11ca:  b9 04 00 82                      lgr	%r8,%r2
    11ce:  b9 04 00 28                      lgr	%r2,%r8
    11d2:  c0 e5 ff ff ff b3                brasl	%r14,fill
    11d8:  00 01 00 00                      .long	0x00010000

; read-only data
     120:  .messages
     122:  .pairs
