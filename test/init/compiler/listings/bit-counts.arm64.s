; linux/arm64, entry 10124

_start:
   10124:  e0 03 00 91                      mov	x0, sp
   10128:  dc f6 07 10                      adr	x28, .bss
   1012c:  12 00 00 94                      bl	start
   10130:  01 00 00 00                      udf	#1

zeros:
   10134:  f3 0f 1f f8                      str	x19, [sp, #-16]!
   10138:  f3 03 00 aa                      mov	x19, x0
   1013c:  60 12 c0 da                      clz	x0, x19
   10140:  61 02 c0 da                      rbit	x1, x19
   10144:  21 10 c0 da                      clz	x1, x1
   10148:  00 00 01 cb                      sub	x0, x0, x1
.tail_1:
   1014c:  f3 07 41 f8                      ldr	x19, [sp], #16
   10150:  c0 03 5f d6                      ret

ones:
   10154:  f3 7b bf a9                      stp	x19, x30, [sp, #-16]!
   10158:  f3 03 00 2a                      mov	w19, w0
   1015c:  e0 03 13 2a                      mov	w0, w19
   10160:  14 00 00 94                      bl	i32.popcnt
   10164:  61 12 c0 5a                      clz	w1, w19
   10168:  00 00 01 0b                      add	w0, w0, w1
.tail_1:
   1016c:  f3 7b c1 a8                      ldp	x19, x30, [sp], #16
   10170:  c0 03 5f d6                      ret

start:
   10174:  f3 7b bf a9                      stp	x19, x30, [sp, #-16]!
   10178:  ff 43 00 d1                      sub	sp, sp, #0x10
   1017c:  f3 03 00 aa                      mov	x19, x0
   10180:  e0 03 13 aa                      mov	x0, x19
   10184:  ec ff ff 97                      bl	zeros
   10188:  e0 03 00 f9                      str	x0, [sp]
   1018c:  a0 00 80 52                      mov	w0, #0x5
   10190:  f1 ff ff 97                      bl	ones
   10194:  e1 03 00 2a                      mov	w1, w0
   10198:  e0 03 40 f9                      ldr	x0, [sp]
   1019c:  00 00 01 8b                      add	x0, x0, x1
   101a0:  c8 0b 80 52                      mov	w8, #0x5e
   101a4:  01 00 00 d4                      svc	#0x0
   101a8:  ff 43 00 91                      add	sp, sp, #0x10
   101ac:  f0 ff ff 17                      b	.tail_1

i32.popcnt:
   101b0:  f3 0f 1f f8                      str	x19, [sp, #-16]!
   101b4:  f3 03 00 2a                      mov	w19, w0
   101b8:  60 7e 01 53                      lsr	w0, w19, #1
   101bc:  00 f0 00 12                      and	w0, w0, #0x55555555
   101c0:  73 02 00 4b                      sub	w19, w19, w0
   101c4:  60 e6 00 12                      and	w0, w19, #0x33333333
   101c8:  61 7e 02 53                      lsr	w1, w19, #2
   101cc:  21 e4 00 12                      and	w1, w1, #0x33333333
   101d0:  13 00 01 0b                      add	w19, w0, w1
   101d4:  60 7e 04 53                      lsr	w0, w19, #4
   101d8:  60 02 00 0b                      add	w0, w19, w0
   101dc:  13 cc 00 12                      and	w19, w0, #0xf0f0f0f
   101e0:  e0 c3 00 32                      mov	w0, #0x1010101
   101e4:  60 7e 00 1b                      mul	w0, w19, w0
   101e8:  00 7c 18 53                      lsr	w0, w0, #24
   101ec:  d8 ff ff 17                      b	.tail_1

; read-only data
     120:  .messages
     121:  .pairs
