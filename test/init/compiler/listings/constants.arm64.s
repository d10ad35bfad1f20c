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
   10144:  81 03 40 b9                      ldr	w1, [x28]
   10148:  21 04 00 11                      add	w1, w1, #0x1
   1014c:  81 03 00 b9                      str	w1, [x28]
   10150:  01 00 80 12                      mov	w1, #0xffffffff
   10154:  81 13 00 b9                      str	w1, [x28, #16]
   10158:  01 00 80 92                      mov	x1, #0xffffffffffffffff
   1015c:  81 07 00 f9                      str	x1, [x28, #8]
   10160:  01 00 b0 52                      mov	w1, #0x80000000
   10164:  81 07 00 f9                      str	x1, [x28, #8]
   10168:  e1 83 61 b2                      mov	x1, #0xffffffff80000000
   1016c:  81 07 00 f9                      str	x1, [x28, #8]
   10170:  01 de 9b d2                      mov	x1, #0xdef0
   10174:  81 57 b3 f2                      movk	x1, #0x9abc, lsl #16
   10178:  01 cf ca f2                      movk	x1, #0x5678, lsl #32
   1017c:  81 46 e2 f2                      movk	x1, #0x1234, lsl #48
   10180:  81 07 00 f9                      str	x1, [x28, #8]
   10184:  21 08 80 52                      mov	w1, #0x41
   10188:  90 47 40 91                      add	x16, x28, #0x11, lsl #12
   1018c:  01 1e 06 39                      strb	w1, [x16, #391]
   10190:  01 00 00 00                      udf	#1

; read-only data
     120:  .messages
     121:  .pairs
