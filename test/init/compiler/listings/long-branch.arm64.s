; linux/arm64, entry 10124

_start:
   10124:  e0 03 00 91                      mov	x0, sp
   10128:  dc f6 07 10                      adr	x28, .bss
   1012c:  17 00 00 94                      bl	start
   10130:  01 00 00 00                      udf	#1

fill:
   10134:  f3 0f 1f f8                      str	x19, [sp, #-16]!
   10138:  f3 03 00 aa                      mov	x19, x0
.label1_1:
   1013c:  93 83 00 f9                      str	x19, [x28, #256]
   10140:  93 03 01 f9                      str	x19, [x28, #512]
   10144:  93 83 01 f9                      str	x19, [x28, #768]
   10148:  93 03 02 f9                      str	x19, [x28, #1024]
   1014c:  93 83 02 f9                      str	x19, [x28, #1280]
   10150:  93 03 03 f9                      str	x19, [x28, #1536]
   10154:  93 83 03 f9                      str	x19, [x28, #1792]
   10158:  93 03 04 f9                      str	x19, [x28, #2048]
   1015c:  93 83 04 f9                      str	x19, [x28, #2304]
   10160:  93 03 05 f9                      str	x19, [x28, #2560]
   10164:  93 83 05 f9                      str	x19, [x28, #2816]
   10168:  93 03 06 f9                      str	x19, [x28, #3072]
   1016c:  93 83 06 f9                      str	x19, [x28, #3328]
.label_2:
   10170:  73 fe 41 d3                      lsr	x19, x19, #1
   10174:  7f a2 0f f1                      cmp	x19, #0x3e8
   10178:  c8 ff ff 54                      b.hi	.label_2
   1017c:  13 fe ff b5                      cbnz	x19, .label1_1
   10180:  f3 07 41 f8                      ldr	x19, [sp], #16
   10184:  c0 03 5f d6                      ret

start:
   10188:  f3 7b bf a9                      stp	x19, x30, [sp, #-16]!
   1018c:  f3 03 00 aa                      mov	x19, x0
   10190:  e0 03 13 aa                      mov	x0, x19
   10194:  e8 ff ff 97                      bl	fill
   10198:  01 00 00 00                      udf	#1

; read-only data
     120:  .messages
     121:  .pairs
