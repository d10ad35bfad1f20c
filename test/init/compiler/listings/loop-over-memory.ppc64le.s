; linux/ppc64le, entry 10124

_start:
   10124:  78 0b 23 7c                      mr	r3,r1
   10128:  a6 02 08 7c 05 00 9f 42 a6 02 e8 7f a6 03 08 7c 01 00 ff 3f d0 7e ff 3b la	r31,.bss+0x8000
   10140:  51 00 00 48                      bl	start
   10144:  08 00 e0 7f                      trap

sum:
   10148:  e0 ff 21 38                      addi	r1,r1,-32
   1014c:  00 00 c1 f9                      std	r14,0(r1)
   10150:  08 00 e1 f9                      std	r15,8(r1)
   10154:  10 00 01 fa                      std	r16,16(r1)
   10158:  78 1b 6e 7c                      mr	r14,r3
   1015c:  00 00 e0 39                      li	r15,0
.label_1:
   10160:  00 00 0e 8a                      lbz	r16,0(r14)
   10164:  00 00 10 2c                      cmpwi	r16,0
   10168:  10 00 82 41                      beq	.else_2
   1016c:  14 82 ef 7d                      add	r15,r15,r16
   10170:  01 00 ce 39                      addi	r14,r14,1
   10174:  ec ff ff 4b                      b	.label_1
.else_2:
   10178:  78 7b e3 7d                      mr	r3,r15
   1017c:  00 00 c1 e9                      ld	r14,0(r1)
   10180:  08 00 e1 e9                      ld	r15,8(r1)
   10184:  10 00 01 ea                      ld	r16,16(r1)
   10188:  20 00 21 38                      addi	r1,r1,32
   1018c:  20 00 80 4e                      blr

start:
   10190:  f0 ff 21 38                      addi	r1,r1,-16
   10194:  00 00 c1 f9                      std	r14,0(r1)
   10198:  a6 02 08 7c                      mflr	r0
   1019c:  08 00 01 f8                      std	r0,8(r1)
   101a0:  78 1b 6e 7c                      mr	r14,r3
   101a4:  08 00 6e e8                      ld	r3,8(r14)
   101a8:  a1 ff ff 4b                      bl	sum
   101ac:  00 80 7f 90                      stw	r3,-32768(r31)
   101b0:  08 00 e0 7f                      trap

; read-only data
     120:  .messages
     121:  .pairs
