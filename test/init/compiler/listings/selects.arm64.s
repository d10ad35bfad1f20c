; linux/arm64, entry 10124

_start:
   10124:  e0 03 00 91                      mov	x0, sp
   10128:  dc f6 07 10                      adr	x28, .bss
   1012c:  1b 00 00 94                      bl	start
   10130:  01 00 00 00                      udf	#1

least:
   10134:  e2 03 00 aa                      mov	x2, x0
   10138:  5f 00 01 eb                      cmp	x2, x1
   1013c:  4b 00 00 54                      b.lt	.selected_1
   10140:  e2 03 01 aa                      mov	x2, x1
.selected_1:
   10144:  e0 03 02 aa                      mov	x0, x2
   10148:  c0 03 5f d6                      ret

is-digit:
   1014c:  1f c0 00 71                      cmp	w0, #0x30
   10150:  e1 37 9f 1a                      cset	w1, cs
   10154:  1f e4 00 71                      cmp	w0, #0x39
   10158:  e2 87 9f 1a                      cset	w2, ls
   1015c:  20 00 02 0a                      and	w0, w1, w2
   10160:  c0 03 5f d6                      ret

kind:
   10164:  f3 7b bf a9                      stp	x19, x30, [sp, #-16]!
   10168:  f3 03 00 2a                      mov	w19, w0
   1016c:  1f b4 00 71                      cmp	w0, #0x2d
   10170:  60 00 00 54                      b.eq	.skip_1
   10174:  f6 ff ff 97                      bl	is-digit
   10178:  60 00 00 34                      cbz	w0, .else_2
.skip_1:
   1017c:  40 00 80 52                      mov	w0, #0x2
   10180:  04 00 00 14                      b	.end_4
.else_2:
   10184:  60 00 80 52                      mov	w0, #0x3
   10188:  53 00 00 34                      cbz	w19, .selected_3
   1018c:  e0 03 13 2a                      mov	w0, w19
.selected_3:
.end_4:
   10190:  f3 7b c1 a8                      ldp	x19, x30, [sp], #16
   10194:  c0 03 5f d6                      ret

start:
   10198:  fe 0f 1f f8                      str	x30, [sp, #-16]!
   1019c:  21 00 a0 52                      mov	w1, #0x10000
   101a0:  e5 ff ff 97                      bl	least
   101a4:  e0 03 00 2a                      mov	w0, w0
   101a8:  ef ff ff 97                      bl	kind
   101ac:  01 00 00 00                      udf	#1

; read-only data
     120:  .messages
     121:  .pairs
