; linux/s390x, entry 1124

_start:
    1124:  b9 04 00 2f                      lgr	%r2,%r15
    1128:  c0 d0 00 00 07 6c                larl	%r13,.bss
    112e:  a7 e5 00 04                      bras	%r14,start
    1132:  00 01 00 00                      .long	0x00010000

start:
    1136:  a7 29 00 01                      lghi	%r2,1
    113a:  c0 30 ff ff f7 f3                larl	%r3,"hi"
    1140:  a7 49 00 02                      lghi	%r4,2
    1144:  0a 04                            svc	4
    1146:  0a f8                            svc	248
    1148:  07 fe                            br	%r14

; read-only data
     120:  "hi"
     122:  .messages
     124:  .pairs
