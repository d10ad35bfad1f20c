; linux/arm64, entry 10124

_start:
   10124:  e0 03 00 91                      mov	x0, sp
   10128:  dc f6 07 10                      adr	x28, .bss
   1012c:  0e 00 00 94                      bl	start
   10130:  01 00 00 00                      udf	#1

zeros:
   10134:  01 10 c0 da                      clz	x1, x0
   10138:  02 00 c0 da                      rbit	x2, x0
   1013c:  42 10 c0 da                      clz	x2, x2
   10140:  20 00 02 cb                      sub	x0, x1, x2
   10144:  c0 03 5f d6                      ret

ones:
   10148:  f3 7b bf a9                      stp	x19, x30, [sp, #-16]!
   1014c:  f3 03 00 2a                      mov	w19, w0
   10150:  13 00 00 94                      bl	i32.popcnt
   10154:  61 12 c0 5a                      clz	w1, w19
   10158:  00 00 01 0b                      add	w0, w0, w1
   1015c:  f3 7b c1 a8                      ldp	x19, x30, [sp], #16
   10160:  c0 03 5f d6                      ret

start:
   10164:  fe 0f 1f f8                      str	x30, [sp, #-16]!
   10168:  ff 43 00 d1                      sub	sp, sp, #0x10
   1016c:  f2 ff ff 97                      bl	zeros
   10170:  e0 03 00 f9                      str	x0, [sp]
   10174:  a0 00 80 52                      mov	w0, #0x5
   10178:  f4 ff ff 97                      bl	ones
   1017c:  e1 03 00 2a                      mov	w1, w0
   10180:  e0 03 40 f9                      ldr	x0, [sp]
   10184:  00 00 01 8b                      add	x0, x0, x1
   10188:  c8 0b 80 52                      mov	w8, #0x5e
   1018c:  01 00 00 d4                      svc	#0x0
   10190:  ff 43 00 91                      add	sp, sp, #0x10
   10194:  fe 07 41 f8                      ldr	x30, [sp], #16
   10198:  c0 03 5f d6                      ret

i32.popcnt:
   1019c:  01 7c 01 53                      lsr	w1, w0, #1
   101a0:  21 f0 00 12                      and	w1, w1, #0x55555555
   101a4:  00 00 01 4b                      sub	w0, w0, w1
   101a8:  01 e4 00 12                      and	w1, w0, #0x33333333
   101ac:  02 7c 02 53                      lsr	w2, w0, #2
   101b0:  42 e4 00 12                      and	w2, w2, #0x33333333
   101b4:  20 00 02 0b                      add	w0, w1, w2
   101b8:  01 7c 04 53                      lsr	w1, w0, #4
   101bc:  01 00 01 0b                      add	w1, w0, w1
   101c0:  20 cc 00 12                      and	w0, w1, #0xf0f0f0f
   101c4:  e1 c3 00 32                      mov	w1, #0x1010101
   101c8:  01 7c 01 1b                      mul	w1, w0, w1
   101cc:  20 7c 18 53                      lsr	w0, w1, #24
   101d0:  c0 03 5f d6                      ret

; read-only data
     120:  .messages
     121:  .pairs
