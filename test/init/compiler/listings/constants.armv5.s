; linux/arm/v5, entry 100b8

_start:
   100b8:  0d 00 a0 e1                      mov	r0, sp
   100bc:  cf bf 8f e2 01 b8 8b e2          adr	fp, .bss+0x400
   100c4:  ff 70 e0 e3                      mvn	r7, #255
   100c8:  00 74 0b e5                      str	r7, [fp, #-1024]
   100cc:  4b 7f a0 e3                      mov	r7, #300
   100d0:  f8 73 0b e5                      str	r7, [fp, #-1016]
   100d4:  00 00 00 eb                      bl	start
   100d8:  f0 00 f0 e7                      udf	#0

start:
   100dc:  fc 13 1b e5                      ldr	r1, [fp, #-1020]
   100e0:  01 10 81 e2                      add	r1, r1, #1
   100e4:  fc 13 0b e5                      str	r1, [fp, #-1020]
   100e8:  00 10 e0 e3                      mvn	r1, #0
   100ec:  f8 13 0b e5                      str	r1, [fp, #-1016]
   100f0:  00 14 0b e5                      str	r1, [fp, #-1024]
   100f4:  02 11 a0 e3                      mov	r1, #-2147483648
   100f8:  00 14 0b e5                      str	r1, [fp, #-1024]
   100fc:  00 14 0b e5                      str	r1, [fp, #-1024]
   10100:  ef 1e a0 e3                      mov	r1, #3824
   10104:  cd 1a 81 e3                      orr	r1, r1, #839680
   10108:  ab 16 81 e3                      orr	r1, r1, #179306496
   1010c:  09 12 81 e3                      orr	r1, r1, #-1879048192
   10110:  00 14 0b e5                      str	r1, [fp, #-1024]
   10114:  41 10 a0 e3                      mov	r1, #65
   10118:  01 c8 8b e2                      add	ip, fp, #65536
   1011c:  7f 1d cc e5                      strb	r1, [ip, #3455]
   10120:  f0 00 f0 e7                      udf	#0

; read-only data
      b4:  .messages
      b8:  .pairs
