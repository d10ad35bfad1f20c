; linux/arm64, entry 10124

_start:
   10124:  e0 03 00 91                      mov	x0, sp
   10128:  dc f6 07 10                      adr	x28, .bss
   1012c:  0f 00 00 94                      bl	start
   10130:  01 00 00 00                      udf	#1

sum:
   10134:  f3 53 be a9                      stp	x19, x20, [sp, #-32]!
   10138:  f5 0b 00 f9                      str	x21, [sp, #16]
   1013c:  f3 03 00 aa                      mov	x19, x0
   10140:  14 00 80 52                      mov	w20, #0x0
.label_1:
   10144:  75 02 40 39                      ldrb	w21, [x19]
   10148:  95 00 00 34                      cbz	w21, .else_2
   1014c:  94 02 15 0b                      add	w20, w20, w21
   10150:  73 06 00 91                      add	x19, x19, #0x1
   10154:  fc ff ff 17                      b	.label_1
.else_2:
   10158:  e0 03 14 2a                      mov	w0, w20
   1015c:  f5 0b 40 f9                      ldr	x21, [sp, #16]
   10160:  f3 53 c2 a8                      ldp	x19, x20, [sp], #32
   10164:  c0 03 5f d6                      ret

start:
   10168:  f3 7b bf a9                      stp	x19, x30, [sp, #-16]!
   1016c:  f3 03 00 aa                      mov	x19, x0
   10170:  60 06 40 f9                      ldr	x0, [x19, #8]
   10174:  f0 ff ff 97                      bl	sum
   10178:  80 03 00 b9                      str	w0, [x28]
   1017c:  01 00 00 00                      udf	#1

; read-only data
     120:  .messages
     121:  .pairs
