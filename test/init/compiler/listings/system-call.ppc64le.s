; linux/ppc64le, entry 10124

_start:
   10124:  78 0b 23 7c                      mr	r3,r1
   10128:  a6 02 08 7c 05 00 9f 42 a6 02 e8 7f a6 03 08 7c 01 00 ff 3f d0 7e ff 3b la	r31,.bss+0x8000
   10140:  09 00 00 48                      bl	start
   10144:  08 00 e0 7f                      trap

start:
   10148:  01 00 60 38                      li	r3,1
   1014c:  a6 02 08 7c 05 00 9f 42 a6 02 88 7c a6 03 08 7c ff ff 84 3c cc ff 84 38 la	r4,"hi"
   10164:  02 00 a0 38                      li	r5,2
   10168:  04 00 00 38                      li	r0,4
   1016c:  02 00 00 44                      sc
   10170:  08 00 83 40                      bns	.no error_1
   10174:  d0 00 63 7c                      neg	r3,r3
.no error_1:
   10178:  ea 00 00 38                      li	r0,234
   1017c:  02 00 00 44                      sc
   10180:  20 00 80 4e                      blr

; read-only data
     120:  "hi"
     122:  .messages
     123:  .pairs
