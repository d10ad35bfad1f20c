; linux/arm64, entry 10124

_start:
   10124:  e0 03 00 91                      mov	x0, sp
   10128:  dc f6 07 10                      adr	x28, .bss
   1012c:  22 00 00 94                      bl	start
   10130:  01 00 00 00                      udf	#1

least:
   10134:  f3 53 bf a9                      stp	x19, x20, [sp, #-16]!
   10138:  f3 03 00 aa                      mov	x19, x0
   1013c:  f4 03 01 aa                      mov	x20, x1
   10140:  e0 03 13 aa                      mov	x0, x19
   10144:  7f 02 14 eb                      cmp	x19, x20
   10148:  4b 00 00 54                      b.lt	.selected_1
   1014c:  e0 03 14 aa                      mov	x0, x20
.selected_1:
   10150:  f3 53 c1 a8                      ldp	x19, x20, [sp], #16
   10154:  c0 03 5f d6                      ret

is-digit:
   10158:  f3 0f 1f f8                      str	x19, [sp, #-16]!
   1015c:  f3 03 00 2a                      mov	w19, w0
   10160:  7f c2 00 71                      cmp	w19, #0x30
   10164:  e0 37 9f 1a                      cset	w0, cs
   10168:  7f e6 00 71                      cmp	w19, #0x39
   1016c:  e1 87 9f 1a                      cset	w1, ls
   10170:  00 00 01 0a                      and	w0, w0, w1
   10174:  f3 07 41 f8                      ldr	x19, [sp], #16
   10178:  c0 03 5f d6                      ret

kind:
   1017c:  f3 7b bf a9                      stp	x19, x30, [sp, #-16]!
   10180:  f3 03 00 2a                      mov	w19, w0
   10184:  7f b6 00 71                      cmp	w19, #0x2d
   10188:  80 00 00 54                      b.eq	.skip_1
   1018c:  e0 03 13 2a                      mov	w0, w19
   10190:  f2 ff ff 97                      bl	is-digit
   10194:  60 00 00 34                      cbz	w0, .else_2
.skip_1:
   10198:  40 00 80 52                      mov	w0, #0x2
   1019c:  04 00 00 14                      b	.end_4
.else_2:
   101a0:  60 00 80 52                      mov	w0, #0x3
   101a4:  53 00 00 34                      cbz	w19, .selected_3
   101a8:  e0 03 13 2a                      mov	w0, w19
.selected_3:
.end_4:
   101ac:  f3 7b c1 a8                      ldp	x19, x30, [sp], #16
   101b0:  c0 03 5f d6                      ret

start:
   101b4:  f3 7b bf a9                      stp	x19, x30, [sp, #-16]!
   101b8:  f3 03 00 aa                      mov	x19, x0
   101bc:  e0 03 13 aa                      mov	x0, x19
   101c0:  21 00 a0 52                      mov	w1, #0x10000
   101c4:  dc ff ff 97                      bl	least
   101c8:  e0 03 00 2a                      mov	w0, w0
   101cc:  ec ff ff 97                      bl	kind
   101d0:  01 00 00 00                      udf	#1

; read-only data
     120:  .messages
     121:  .pairs
