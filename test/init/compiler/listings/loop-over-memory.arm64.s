; linux/arm64, entry 10124

_start:
   10124:  e0 03 00 91                      mov	x0, sp
   10128:  dc f6 07 10                      adr	x28, .bss
   1012c:  0b 00 00 94                      bl	start
   10130:  01 00 00 00                      udf	#1

sum:
   10134:  01 00 80 52                      mov	w1, #0x0
.label_1:
   10138:  02 00 40 39                      ldrb	w2, [x0]
   1013c:  82 00 00 34                      cbz	w2, .else_2
   10140:  21 00 02 0b                      add	w1, w1, w2
   10144:  00 04 00 91                      add	x0, x0, #0x1
   10148:  fc ff ff 17                      b	.label_1
.else_2:
   1014c:  e3 03 01 2a                      mov	w3, w1
   10150:  e0 03 03 2a                      mov	w0, w3
   10154:  c0 03 5f d6                      ret

start:
   10158:  fe 0f 1f f8                      str	x30, [sp, #-16]!
   1015c:  00 04 40 f9                      ldr	x0, [x0, #8]
   10160:  f5 ff ff 97                      bl	sum
   10164:  80 03 00 b9                      str	w0, [x28]
   10168:  01 00 00 00                      udf	#1

; read-only data
     120:  .messages
     121:  .pairs
