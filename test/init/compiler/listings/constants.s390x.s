; linux/s390x, entry 1124

_start:
    1124:  b9 04 00 2f                      lgr	%r2,%r15
    1128:  c0 d0 00 00 07 6c                larl	%r13,.bss
    112e:  a7 19 ff 00                      lghi	%r1,-256
    1132:  e3 10 d0 08 00 24                stg	%r1,8(%r13)
    1138:  a7 19 01 2c                      lghi	%r1,300
    113c:  50 10 d0 10                      st	%r1,16(%r13)
    1140:  a7 e5 00 04                      bras	%r14,start
    1144:  00 01 00 00                      .long	0x00010000

start:
    1148:  58 30 d0 00                      l	%r3,0(%r13)
    114c:  a7 3a 00 01                      ahi	%r3,1
    1150:  50 30 d0 00                      st	%r3,0(%r13)
    1154:  a7 39 ff ff                      lghi	%r3,-1
    1158:  50 30 d0 10                      st	%r3,16(%r13)
    115c:  a7 39 ff ff                      lghi	%r3,-1
    1160:  e3 30 d0 08 00 24                stg	%r3,8(%r13)
    1166:  c0 3f 80 00 00 00                llilf	%r3,2147483648
    116c:  e3 30 d0 08 00 24                stg	%r3,8(%r13)
    1172:  c0 31 80 00 00 00                lgfi	%r3,-2147483648
    1178:  e3 30 d0 08 00 24                stg	%r3,8(%r13)
    117e:  c0 3f 9a bc de f0                llilf	%r3,2596069104
    1184:  c0 38 12 34 56 78                iihf	%r3,305419896
    118a:  e3 30 d0 08 00 24                stg	%r3,8(%r13)
    1190:  a7 39 00 41                      lghi	%r3,65
    1194:  e3 30 d1 87 11 72                stcy	%r3,70023(%r13)
    119a:  00 01 00 00                      .long	0x00010000

; read-only data
     120:  .messages
     122:  .pairs
