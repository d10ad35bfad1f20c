; linux/s390x, entry 1124

_start:
    1124:  b9 04 00 2f                      lgr	%r2,%r15
    1128:  c0 d0 00 00 07 6c                larl	%r13,.bss
    112e:  a7 19 ff 00                      lghi	%r1,-256
    1132:  e3 10 d0 08 00 24                stg	%r1,8(%r13)
    1138:  a7 19 01 2c                      lghi	%r1,300
    113c:  e3 10 d0 10 00 50                sty	%r1,16(%r13)
    1142:  c0 e5 00 00 00 05                brasl	%r14,start
    1148:  00 01 00 00                      .long	0x00010000

start:
    114c:  e3 20 d0 00 00 58                ly	%r2,0(%r13)
    1152:  a7 2a 00 01                      ahi	%r2,1
    1156:  e3 20 d0 00 00 50                sty	%r2,0(%r13)
    115c:  a7 29 ff ff                      lghi	%r2,-1
    1160:  e3 20 d0 10 00 50                sty	%r2,16(%r13)
    1166:  a7 29 ff ff                      lghi	%r2,-1
    116a:  e3 20 d0 08 00 24                stg	%r2,8(%r13)
    1170:  c0 2f 80 00 00 00                llilf	%r2,2147483648
    1176:  e3 20 d0 08 00 24                stg	%r2,8(%r13)
    117c:  c0 21 80 00 00 00                lgfi	%r2,-2147483648
    1182:  e3 20 d0 08 00 24                stg	%r2,8(%r13)
    1188:  c0 2f 9a bc de f0                llilf	%r2,2596069104
    118e:  c0 28 12 34 56 78                iihf	%r2,305419896
    1194:  e3 20 d0 08 00 24                stg	%r2,8(%r13)
    119a:  a7 29 00 41                      lghi	%r2,65
    119e:  e3 20 d1 87 11 72                stcy	%r2,70023(%r13)
    11a4:  00 01 00 00                      .long	0x00010000

; read-only data
     120:  .messages
     122:  .pairs
