; linux/s390x, entry 1124

_start:
    1124:  b9 04 00 2f                      lgr	%r2,%r15
    1128:  c0 d0 00 00 07 6c                larl	%r13,.bss
    112e:  c0 e5 00 00 00 05                brasl	%r14,start
    1134:  00 01 00 00                      .long	0x00010000

start:
    1138:  a7 29 00 01                      lghi	%r2,1
    113c:  c0 30 ff ff f7 f2                larl	%r3,"hi"
    1142:  a7 49 00 02                      lghi	%r4,2
    1146:  0a 04                            svc	4
    1148:  0a f8                            svc	248
    114a:  07 fe                            br	%r14

; read-only data
     120:  "hi"
     122:  .messages
     124:  .pairs
