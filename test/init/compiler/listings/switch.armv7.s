; linux/arm/v7, entry 100b8

_start:
   100b8:  0d 00 a0 e1                      mov	r0, sp
   100bc:  cf bf 8f e2 01 b8 8b e2          adr	fp, .bss+0x400
   100c4:  0d 00 00 eb                      bl	start
   100c8:  f0 00 f0 e7                      udf	#0

name:
   100cc:  00 00 50 e3                      cmp	r0, #0
   100d0:  04 00 00 0a                      beq	.block_1
   100d4:  02 00 50 e3                      cmp	r0, #2
   100d8:  04 00 00 0a                      beq	.block2_2
   100dc:  04 00 50 e3                      cmp	r0, #4
   100e0:  02 00 00 0a                      beq	.block2_2
   100e4:  03 00 00 ea                      b	.block1_3
.block_1:
   100e8:  0a 00 a0 e3                      mov	r0, #10
   100ec:  02 00 00 ea                      b	.return_4
.block2_2:
   100f0:  14 00 a0 e3                      mov	r0, #20
   100f4:  00 00 00 ea                      b	.return_4
.block1_3:
   100f8:  1e 00 a0 e3                      mov	r0, #30
.return_4:
   100fc:  1e ff 2f e1                      bx	lr

start:
   10100:  04 e0 2d e5                      push	{lr}
   10104:  00 00 90 e5                      ldr	r0, [r0]
   10108:  00 00 20 e2                      eor	r0, r0, #0
   1010c:  ee ff ff eb                      bl	name
   10110:  f8 70 a0 e3                      mov	r7, #248
   10114:  00 00 00 ef                      svc	0x00000000
   10118:  f0 00 f0 e7                      udf	#0

; read-only data
      b4:  .messages
      b8:  .pairs
