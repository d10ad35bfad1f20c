; linux/arm/v5, entry 100b8

_start:
   100b8:  0d 00 a0 e1                      mov	r0, sp
   100bc:  cf bf 8f e2 01 b8 8b e2          adr	fp, .bss+0x400
   100c4:  0f 00 00 eb                      bl	start
   100c8:  f0 00 f0 e7                      udf	#0

name:
   100cc:  40 40 2d e9                      push	{r6, lr}
   100d0:  00 60 a0 e1                      mov	r6, r0
   100d4:  00 00 56 e3                      cmp	r6, #0
   100d8:  04 00 00 0a                      beq	.block_1
   100dc:  02 00 56 e3                      cmp	r6, #2
   100e0:  04 00 00 0a                      beq	.block2_2
   100e4:  04 00 56 e3                      cmp	r6, #4
   100e8:  02 00 00 0a                      beq	.block2_2
   100ec:  03 00 00 ea                      b	.block1_3
.block_1:
   100f0:  0a 00 a0 e3                      mov	r0, #10
   100f4:  02 00 00 ea                      b	.return_4
.block2_2:
   100f8:  14 00 a0 e3                      mov	r0, #20
   100fc:  00 00 00 ea                      b	.return_4
.block1_3:
   10100:  1e 00 a0 e3                      mov	r0, #30
.return_4:
   10104:  40 80 bd e8                      pop	{r6, pc}

start:
   10108:  40 40 2d e9                      push	{r6, lr}
   1010c:  00 60 a0 e1                      mov	r6, r0
   10110:  00 00 96 e5                      ldr	r0, [r6]
   10114:  00 00 20 e2                      eor	r0, r0, #0
   10118:  eb ff ff eb                      bl	name
   1011c:  f8 70 a0 e3                      mov	r7, #248
   10120:  00 00 00 ef                      svc	0x00000000
   10124:  f0 00 f0 e7                      udf	#0

; read-only data
      b4:  .messages
      b8:  .pairs
