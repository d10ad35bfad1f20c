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
   100dc:  fc 03 1b e5                      ldr	r0, [fp, #-1020]
   100e0:  01 00 80 e2                      add	r0, r0, #1
   100e4:  fc 03 0b e5                      str	r0, [fp, #-1020]
   100e8:  00 00 e0 e3                      mvn	r0, #0
   100ec:  f8 03 0b e5                      str	r0, [fp, #-1016]
   100f0:  00 00 e0 e3                      mvn	r0, #0
   100f4:  00 04 0b e5                      str	r0, [fp, #-1024]
   100f8:  02 01 a0 e3                      mov	r0, #-2147483648
   100fc:  00 04 0b e5                      str	r0, [fp, #-1024]
   10100:  02 01 a0 e3                      mov	r0, #-2147483648
   10104:  00 04 0b e5                      str	r0, [fp, #-1024]
   10108:  ef 0e a0 e3                      mov	r0, #3824
   1010c:  cd 0a 80 e3                      orr	r0, r0, #839680
   10110:  ab 06 80 e3                      orr	r0, r0, #179306496
   10114:  09 02 80 e3                      orr	r0, r0, #-1879048192
   10118:  00 04 0b e5                      str	r0, [fp, #-1024]
   1011c:  41 00 a0 e3                      mov	r0, #65
   10120:  01 c8 8b e2                      add	ip, fp, #65536
   10124:  7f 0d cc e5                      strb	r0, [ip, #3455]
   10128:  f0 00 f0 e7                      udf	#0

; read-only data
      b4:  .messages
      b8:  .pairs
