; linux/arm/v5, entry 100b8

_start:
   100b8:  0d 00 a0 e1                      mov	r0, sp
   100bc:  cf bf 8f e2 01 b8 8b e2          adr	fp, .bss+0x400
   100c4:  0b 00 00 eb                      bl	start
   100c8:  f0 00 f0 e7                      udf	#0

sum:
   100cc:  40 43 2d e9                      push	{r6, r8, r9, lr}
   100d0:  00 60 a0 e1                      mov	r6, r0
   100d4:  00 80 a0 e3                      mov	r8, #0
.label_1:
   100d8:  00 90 d6 e5                      ldrb	r9, [r6]
   100dc:  00 00 59 e3                      cmp	r9, #0
   100e0:  02 00 00 0a                      beq	.else_2
   100e4:  09 80 88 e0                      add	r8, r8, r9
   100e8:  01 60 86 e2                      add	r6, r6, #1
   100ec:  f9 ff ff ea                      b	.label_1
.else_2:
   100f0:  08 00 a0 e1                      mov	r0, r8
   100f4:  40 83 bd e8                      pop	{r6, r8, r9, pc}

start:
   100f8:  40 40 2d e9                      push	{r6, lr}
   100fc:  00 60 a0 e1                      mov	r6, r0
   10100:  08 00 96 e5                      ldr	r0, [r6, #8]
   10104:  f0 ff ff eb                      bl	sum
   10108:  00 04 0b e5                      str	r0, [fp, #-1024]
   1010c:  f0 00 f0 e7                      udf	#0

; read-only data
      b4:  .messages
      b8:  .pairs
