; linux/arm64, entry 10124

_start:
   10124:  e0 03 00 91                      mov	x0, sp
   10128:  dc f6 07 10                      adr	x28, .bss
   1012c:  f1 1f 80 92                      mov	x17, #0xffffffffffffff00
   10130:  91 07 00 f9                      str	x17, [x28, #8]
   10134:  91 25 80 52                      mov	w17, #0x12c
   10138:  91 13 00 b9                      str	w17, [x28, #16]
   1013c:  02 00 00 94                      bl	start
   10140:  01 00 00 00                      udf	#1

start:
   10144:  80 03 40 b9                      ldr	w0, [x28]
   10148:  00 04 00 11                      add	w0, w0, #0x1
   1014c:  80 03 00 b9                      str	w0, [x28]
   10150:  00 00 80 12                      mov	w0, #0xffffffff
   10154:  80 13 00 b9                      str	w0, [x28, #16]
   10158:  00 00 80 92                      mov	x0, #0xffffffffffffffff
   1015c:  80 07 00 f9                      str	x0, [x28, #8]
   10160:  00 00 b0 52                      mov	w0, #0x80000000
   10164:  80 07 00 f9                      str	x0, [x28, #8]
   10168:  e0 83 61 b2                      mov	x0, #0xffffffff80000000
   1016c:  80 07 00 f9                      str	x0, [x28, #8]
   10170:  00 de 9b d2                      mov	x0, #0xdef0
   10174:  80 57 b3 f2                      movk	x0, #0x9abc, lsl #16
   10178:  00 cf ca f2                      movk	x0, #0x5678, lsl #32
   1017c:  80 46 e2 f2                      movk	x0, #0x1234, lsl #48
   10180:  80 07 00 f9                      str	x0, [x28, #8]
   10184:  20 08 80 52                      mov	w0, #0x41
   10188:  90 47 40 91                      add	x16, x28, #0x11, lsl #12
   1018c:  00 1e 06 39                      strb	w0, [x16, #391]
   10190:  01 00 00 00                      udf	#1

; read-only data
     120:  .messages
     121:  .pairs
