; linux/arm/v6, entry 100b8

_start:
   100b8:  0d 00 a0 e1                      mov	r0, sp
   100bc:  cf bf 8f e2 01 b8 8b e2          adr	fp, .bss+0x400
   100c4:  0a 00 00 eb                      bl	start
   100c8:  f0 00 f0 e7                      udf	#0

sum:
   100cc:  00 10 a0 e3                      mov	r1, #0
.label_1:
   100d0:  00 20 d0 e5                      ldrb	r2, [r0]
   100d4:  00 00 52 e3                      cmp	r2, #0
   100d8:  02 00 00 0a                      beq	.else_2
   100dc:  02 10 81 e0                      add	r1, r1, r2
   100e0:  01 00 80 e2                      add	r0, r0, #1
   100e4:  f9 ff ff ea                      b	.label_1
.else_2:
   100e8:  01 30 a0 e1                      mov	r3, r1
   100ec:  03 00 a0 e1                      mov	r0, r3
   100f0:  1e ff 2f e1                      bx	lr

start:
   100f4:  04 e0 2d e5                      push	{lr}
   100f8:  08 00 90 e5                      ldr	r0, [r0, #8]
   100fc:  f2 ff ff eb                      bl	sum
   10100:  00 04 0b e5                      str	r0, [fp, #-1024]
   10104:  f0 00 f0 e7                      udf	#0

; read-only data
      b4:  .messages
      b8:  .pairs
