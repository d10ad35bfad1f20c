; linux/arm64, entry 10124

_start:
   10124:  e0 03 00 91                      mov	x0, sp
   10128:  dc f6 07 10                      adr	x28, .bss
   1012c:  2d 00 00 94                      bl	start
   10130:  01 00 00 00                      udf	#1

sign:
   10134:  60 00 00 35                      cbnz	w0, .else_1
   10138:  00 00 80 52                      mov	w0, #0x0
   1013c:  06 00 00 14                      b	.return_3
.else_1:
   10140:  21 00 80 52                      mov	w1, #0x1
   10144:  1f 00 00 71                      cmp	w0, #0x0
   10148:  4c 00 00 54                      b.gt	.selected_2
   1014c:  01 00 80 12                      mov	w1, #0xffffffff
.selected_2:
   10150:  e0 03 01 2a                      mov	w0, w1
.return_3:
   10154:  c0 03 5f d6                      ret

step:
   10158:  e0 00 00 34                      cbz	w0, .return_1
   1015c:  81 03 40 b9                      ldr	w1, [x28]
   10160:  21 04 00 11                      add	w1, w1, #0x1
   10164:  81 03 00 b9                      str	w1, [x28]
   10168:  81 07 40 b9                      ldr	w1, [x28, #4]
   1016c:  21 00 00 4b                      sub	w1, w1, w0
   10170:  81 07 00 b9                      str	w1, [x28, #4]
.return_1:
   10174:  c0 03 5f d6                      ret

run:
   10178:  f3 53 be a9                      stp	x19, x20, [sp, #-32]!
   1017c:  fe 0b 00 f9                      str	x30, [sp, #16]
   10180:  ff 43 00 d1                      sub	sp, sp, #0x10
   10184:  f4 03 00 2a                      mov	w20, w0
   10188:  f4 ff ff 97                      bl	step
   1018c:  80 03 40 b9                      ldr	w0, [x28]
   10190:  13 00 00 0b                      add	w19, w0, w0
   10194:  80 07 40 b9                      ldr	w0, [x28, #4]
   10198:  7f 02 00 6b                      cmp	w19, w0
   1019c:  aa 00 00 54                      b.ge	.else_1
   101a0:  e0 03 14 2a                      mov	w0, w20
   101a4:  ed ff ff 97                      bl	step
   101a8:  80 03 40 b9                      ldr	w0, [x28]
   101ac:  73 02 00 0b                      add	w19, w19, w0
.else_1:
   101b0:  60 00 80 52                      mov	w0, #0x3
   101b4:  60 7e 00 1b                      mul	w0, w19, w0
   101b8:  e0 03 00 f9                      str	x0, [sp]
   101bc:  e0 03 13 2a                      mov	w0, w19
   101c0:  dd ff ff 97                      bl	sign
   101c4:  e1 03 00 2a                      mov	w1, w0
   101c8:  e0 03 40 f9                      ldr	x0, [sp]
   101cc:  00 00 01 0b                      add	w0, w0, w1
   101d0:  ff 43 00 91                      add	sp, sp, #0x10
   101d4:  fe 0b 40 f9                      ldr	x30, [sp, #16]
   101d8:  f3 53 c2 a8                      ldp	x19, x20, [sp], #32
   101dc:  c0 03 5f d6                      ret

start:
   101e0:  fe 0f 1f f8                      str	x30, [sp, #-16]!
   101e4:  a0 00 80 52                      mov	w0, #0x5
   101e8:  e4 ff ff 97                      bl	run
   101ec:  01 00 00 00                      udf	#1

; read-only data
     120:  .messages
     121:  .pairs
