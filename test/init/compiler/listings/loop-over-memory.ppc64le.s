; linux/ppc64le, entry 10124

_start:
   10124:  78 0b 23 7c                      mr	r3,r1
   10128:  a6 02 08 7c 05 00 9f 42 a6 02 e8 7f a6 03 08 7c 01 00 ff 3f d0 7e ff 3b la	r31,.bss+0x8000
   10140:  31 00 00 48                      bl	start
   10144:  08 00 e0 7f                      trap

sum:
   10148:  00 00 80 38                      li	r4,0
.label_1:
   1014c:  00 00 a3 88                      lbz	r5,0(r3)
   10150:  00 00 05 2c                      cmpwi	r5,0
   10154:  10 00 82 41                      beq	.else_2
   10158:  14 2a 84 7c                      add	r4,r4,r5
   1015c:  01 00 63 38                      addi	r3,r3,1
   10160:  ec ff ff 4b                      b	.label_1
.else_2:
   10164:  78 23 86 7c                      mr	r6,r4
   10168:  78 33 c3 7c                      mr	r3,r6
   1016c:  20 00 80 4e                      blr

start:
   10170:  f0 ff 21 38                      addi	r1,r1,-16
   10174:  a6 02 08 7c                      mflr	r0
   10178:  08 00 01 f8                      std	r0,8(r1)
   1017c:  08 00 63 e8                      ld	r3,8(r3)
   10180:  c9 ff ff 4b                      bl	sum
   10184:  00 80 7f 90                      stw	r3,-32768(r31)
   10188:  08 00 e0 7f                      trap

; read-only data
     120:  .messages
     121:  .pairs
