; linux/arm/v6, entry 100b8

_start:
   100b8:  0d 00 a0 e1                      mov	r0, sp
   100bc:  cf bf 8f e2 01 b8 8b e2          adr	fp, .bss+0x400
   100c4:  15 00 00 eb                      bl	start
   100c8:  f0 00 f0 e7                      udf	#0

fill:
   100cc:  40 40 2d e9                      push	{r6, lr}
   100d0:  00 60 a0 e1                      mov	r6, r0
.label1_1:
   100d4:  00 63 0b e5                      str	r6, [fp, #-768]
   100d8:  00 62 0b e5                      str	r6, [fp, #-512]
   100dc:  00 61 0b e5                      str	r6, [fp, #-256]
   100e0:  00 60 8b e5                      str	r6, [fp]
   100e4:  00 61 8b e5                      str	r6, [fp, #256]
   100e8:  00 62 8b e5                      str	r6, [fp, #512]
   100ec:  00 63 8b e5                      str	r6, [fp, #768]
   100f0:  00 64 8b e5                      str	r6, [fp, #1024]
   100f4:  00 65 8b e5                      str	r6, [fp, #1280]
   100f8:  00 66 8b e5                      str	r6, [fp, #1536]
   100fc:  00 67 8b e5                      str	r6, [fp, #1792]
   10100:  00 68 8b e5                      str	r6, [fp, #2048]
   10104:  00 69 8b e5                      str	r6, [fp, #2304]
.label_2:
   10108:  a6 60 a0 e1                      lsr	r6, r6, #1
   1010c:  fa 0f 56 e3                      cmp	r6, #1000
   10110:  fc ff ff 8a                      bhi	.label_2
   10114:  00 00 56 e3                      cmp	r6, #0
   10118:  ed ff ff 1a                      bne	.label1_1
   1011c:  40 80 bd e8                      pop	{r6, pc}

start:
   10120:  40 40 2d e9                      push	{r6, lr}
   10124:  00 60 a0 e1                      mov	r6, r0
   10128:  06 00 a0 e1                      mov	r0, r6
   1012c:  e6 ff ff eb                      bl	fill
   10130:  f0 00 f0 e7                      udf	#0

; read-only data
      b4:  .messages
      b8:  .pairs
