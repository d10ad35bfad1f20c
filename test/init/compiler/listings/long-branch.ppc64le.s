; linux/ppc64le, entry 10124

_start:
   10124:  78 0b 23 7c                      mr	r3,r1
   10128:  a6 02 08 7c 05 00 9f 42 a6 02 e8 7f a6 03 08 7c 01 00 ff 3f d0 7e ff 3b la	r31,.bss+0x8000
   10140:  55 00 00 48                      bl	start
   10144:  08 00 e0 7f                      trap

fill:
.label1_1:
   10148:  00 81 7f f8                      std	r3,-32512(r31)
   1014c:  00 82 7f f8                      std	r3,-32256(r31)
   10150:  00 83 7f f8                      std	r3,-32000(r31)
   10154:  00 84 7f f8                      std	r3,-31744(r31)
   10158:  00 85 7f f8                      std	r3,-31488(r31)
   1015c:  00 86 7f f8                      std	r3,-31232(r31)
   10160:  00 87 7f f8                      std	r3,-30976(r31)
   10164:  00 88 7f f8                      std	r3,-30720(r31)
   10168:  00 89 7f f8                      std	r3,-30464(r31)
   1016c:  00 8a 7f f8                      std	r3,-30208(r31)
   10170:  00 8b 7f f8                      std	r3,-29952(r31)
   10174:  00 8c 7f f8                      std	r3,-29696(r31)
   10178:  00 8d 7f f8                      std	r3,-29440(r31)
.label_2:
   1017c:  42 f8 63 78                      srdi	r3,r3,1
   10180:  e8 03 23 28                      cmpldi	r3,1000
   10184:  f8 ff 81 41                      bgt	.label_2
   10188:  00 00 23 2c                      cmpdi	r3,0
   1018c:  bc ff 82 40                      bne	.label1_1
   10190:  20 00 80 4e                      blr

start:
   10194:  f0 ff 21 38                      addi	r1,r1,-16
   10198:  a6 02 08 7c                      mflr	r0
   1019c:  08 00 01 f8                      std	r0,8(r1)
   101a0:  a9 ff ff 4b                      bl	fill
   101a4:  08 00 e0 7f                      trap

; read-only data
     120:  .messages
     121:  .pairs
