; linux/s390x, entry 1124

_start:
    1124:  b9 04 00 2f                      lgr	%r2,%r15
    1128:  c0 d0 00 00 07 6c                larl	%r13,.bss
    112e:  a7 e5 00 38                      bras	%r14,start
    1132:  00 01 00 00                      .long	0x00010000

fill:
.label1_1:
    1136:  e3 20 d1 00 00 24                stg	%r2,256(%r13)
    113c:  e3 20 d2 00 00 24                stg	%r2,512(%r13)
    1142:  e3 20 d3 00 00 24                stg	%r2,768(%r13)
    1148:  e3 20 d4 00 00 24                stg	%r2,1024(%r13)
    114e:  e3 20 d5 00 00 24                stg	%r2,1280(%r13)
    1154:  e3 20 d6 00 00 24                stg	%r2,1536(%r13)
    115a:  e3 20 d7 00 00 24                stg	%r2,1792(%r13)
    1160:  e3 20 d8 00 00 24                stg	%r2,2048(%r13)
    1166:  e3 20 d9 00 00 24                stg	%r2,2304(%r13)
    116c:  e3 20 da 00 00 24                stg	%r2,2560(%r13)
    1172:  e3 20 db 00 00 24                stg	%r2,2816(%r13)
    1178:  e3 20 dc 00 00 24                stg	%r2,3072(%r13)
    117e:  e3 20 dd 00 00 24                stg	%r2,3328(%r13)
.label_2:
    1184:  eb 22 00 01 00 0c                srlg	%r2,%r2,1
    118a:  c2 2e 00 00 03 e8                clgfi	%r2,1000
    1190:  a7 24 ff fa                      jh	.label_2
    1194:  b9 02 00 22                      ltgr	%r2,%r2
    1198:  a7 74 ff cf                      jne	.label1_1
    119c:  07 fe                            br	%r14

start:
    119e:  a7 fb ff f8                      aghi	%r15,-8
    11a2:  e3 e0 f0 00 00 24                stg	%r14,0(%r15)
    11a8:  a7 e5 ff c7                      bras	%r14,fill
    11ac:  00 01 00 00                      .long	0x00010000

; read-only data
     120:  .messages
     122:  .pairs
