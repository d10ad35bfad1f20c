; linux/arm/v5, entry 100b8

_start:
   100b8:  0d 00 a0 e1                      mov	r0, sp
   100bc:  cf bf 8f e2 01 b8 8b e2          adr	fp, .bss+0x400
   100c4:  13 00 00 eb                      bl	start
   100c8:  f0 00 f0 e7                      udf	#0

fill:
.label1_1:
   100cc:  00 03 0b e5                      str	r0, [fp, #-768]
   100d0:  00 02 0b e5                      str	r0, [fp, #-512]
   100d4:  00 01 0b e5                      str	r0, [fp, #-256]
   100d8:  00 00 8b e5                      str	r0, [fp]
   100dc:  00 01 8b e5                      str	r0, [fp, #256]
   100e0:  00 02 8b e5                      str	r0, [fp, #512]
   100e4:  00 03 8b e5                      str	r0, [fp, #768]
   100e8:  00 04 8b e5                      str	r0, [fp, #1024]
   100ec:  00 05 8b e5                      str	r0, [fp, #1280]
   100f0:  00 06 8b e5                      str	r0, [fp, #1536]
   100f4:  00 07 8b e5                      str	r0, [fp, #1792]
   100f8:  00 08 8b e5                      str	r0, [fp, #2048]
   100fc:  00 09 8b e5                      str	r0, [fp, #2304]
.label_2:
   10100:  a0 00 a0 e1                      lsr	r0, r0, #1
   10104:  fa 0f 50 e3                      cmp	r0, #1000
   10108:  fc ff ff 8a                      bhi	.label_2
   1010c:  00 00 50 e3                      cmp	r0, #0
   10110:  ed ff ff 1a                      bne	.label1_1
   10114:  1e ff 2f e1                      bx	lr

start:
   10118:  04 e0 2d e5                      push	{lr}
   1011c:  ea ff ff eb                      bl	fill
   10120:  f0 00 f0 e7                      udf	#0

; read-only data
      b4:  .messages
      b8:  .pairs
