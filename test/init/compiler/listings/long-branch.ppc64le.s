; linux/ppc64le, entry 10124

_start:
   10124:  78 0b 23 7c                      mr	r3,r1
   10128:  a6 02 08 7c 05 00 9f 42 a6 02 e8 7f a6 03 08 7c 01 00 ff 3f d0 7e ff 3b la	r31,.bss+0x8000
   10140:  69 00 00 48                      bl	start
   10144:  08 00 e0 7f                      trap

fill:
   10148:  f0 ff 21 38                      addi	r1,r1,-16
   1014c:  00 00 c1 f9                      std	r14,0(r1)
   10150:  78 1b 6e 7c                      mr	r14,r3
.label1_1:
   10154:  00 81 df f9                      std	r14,-32512(r31)
   10158:  00 82 df f9                      std	r14,-32256(r31)
   1015c:  00 83 df f9                      std	r14,-32000(r31)
   10160:  00 84 df f9                      std	r14,-31744(r31)
   10164:  00 85 df f9                      std	r14,-31488(r31)
   10168:  00 86 df f9                      std	r14,-31232(r31)
   1016c:  00 87 df f9                      std	r14,-30976(r31)
   10170:  00 88 df f9                      std	r14,-30720(r31)
   10174:  00 89 df f9                      std	r14,-30464(r31)
   10178:  00 8a df f9                      std	r14,-30208(r31)
   1017c:  00 8b df f9                      std	r14,-29952(r31)
   10180:  00 8c df f9                      std	r14,-29696(r31)
   10184:  00 8d df f9                      std	r14,-29440(r31)
.label_2:
   10188:  42 f8 ce 79                      srdi	r14,r14,1
   1018c:  e8 03 2e 28                      cmpldi	r14,1000
   10190:  f8 ff 81 41                      bgt	.label_2
   10194:  00 00 2e 2c                      cmpdi	r14,0
   10198:  bc ff 82 40                      bne	.label1_1
   1019c:  00 00 c1 e9                      ld	r14,0(r1)
   101a0:  10 00 21 38                      addi	r1,r1,16
   101a4:  20 00 80 4e                      blr

start:
   101a8:  f0 ff 21 38                      addi	r1,r1,-16
   101ac:  00 00 c1 f9                      std	r14,0(r1)
   101b0:  a6 02 08 7c                      mflr	r0
   101b4:  08 00 01 f8                      std	r0,8(r1)
   101b8:  78 1b 6e 7c                      mr	r14,r3
   101bc:  78 73 c3 7d                      mr	r3,r14
   101c0:  89 ff ff 4b                      bl	fill
   101c4:  08 00 e0 7f                      trap

; read-only data
     120:  .messages
     121:  .pairs
