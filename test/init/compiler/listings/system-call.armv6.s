; linux/arm/v6, entry 100bc

_start:
   100bc:  0d 00 a0 e1                      mov	r0, sp
   100c0:  ce bf 8f e2 01 b8 8b e2          adr	fp, .bss+0x400
   100c8:  00 00 00 eb                      bl	start
   100cc:  f0 00 f0 e7                      udf	#0

start:
   100d0:  01 00 a0 e3                      mov	r0, #1
   100d4:  28 10 4f e2 01 18 41 e2          adr	r1, "hi"
   100dc:  02 20 a0 e3                      mov	r2, #2
   100e0:  04 70 a0 e3                      mov	r7, #4
   100e4:  00 00 00 ef                      svc	0x00000000
   100e8:  f8 70 a0 e3                      mov	r7, #248
   100ec:  00 00 00 ef                      svc	0x00000000
   100f0:  1e ff 2f e1                      bx	lr

; read-only data
      b4:  "hi"
      b8:  .messages
      bc:  .pairs
