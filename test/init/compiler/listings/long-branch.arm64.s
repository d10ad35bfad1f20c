; linux/arm64, entry 10124

_start:
   10124:  e0 03 00 91                      mov	x0, sp
   10128:  dc f6 07 10                      adr	x28, .bss
   1012c:  14 00 00 94                      bl	start
   10130:  01 00 00 00                      udf	#1

fill:
.label1_1:
   10134:  80 83 00 f9                      str	x0, [x28, #256]
   10138:  80 03 01 f9                      str	x0, [x28, #512]
   1013c:  80 83 01 f9                      str	x0, [x28, #768]
   10140:  80 03 02 f9                      str	x0, [x28, #1024]
   10144:  80 83 02 f9                      str	x0, [x28, #1280]
   10148:  80 03 03 f9                      str	x0, [x28, #1536]
   1014c:  80 83 03 f9                      str	x0, [x28, #1792]
   10150:  80 03 04 f9                      str	x0, [x28, #2048]
   10154:  80 83 04 f9                      str	x0, [x28, #2304]
   10158:  80 03 05 f9                      str	x0, [x28, #2560]
   1015c:  80 83 05 f9                      str	x0, [x28, #2816]
   10160:  80 03 06 f9                      str	x0, [x28, #3072]
   10164:  80 83 06 f9                      str	x0, [x28, #3328]
.label_2:
   10168:  00 fc 41 d3                      lsr	x0, x0, #1
   1016c:  1f a0 0f f1                      cmp	x0, #0x3e8
   10170:  c8 ff ff 54                      b.hi	.label_2
   10174:  00 fe ff b5                      cbnz	x0, .label1_1
   10178:  c0 03 5f d6                      ret

start:
   1017c:  fe 0f 1f f8                      str	x30, [sp, #-16]!
   10180:  ed ff ff 97                      bl	fill
   10184:  01 00 00 00                      udf	#1

; read-only data
     120:  .messages
     121:  .pairs
