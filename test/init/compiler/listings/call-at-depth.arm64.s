; linux/arm64, entry 10124

_start:
   10124:  e0 03 00 91                      mov	x0, sp
   10128:  dc f6 07 10                      adr	x28, .bss
   1012c:  34 00 00 94                      bl	start
   10130:  01 00 00 00                      udf	#1

add:
   10134:  00 00 01 0b                      add	w0, w0, w1
   10138:  c0 03 5f d6                      ret

sums:
   1013c:  f3 53 be a9                      stp	x19, x20, [sp, #-32]!
   10140:  fe 0b 00 f9                      str	x30, [sp, #16]
   10144:  ff 43 00 d1                      sub	sp, sp, #0x10
   10148:  f3 03 00 2a                      mov	w19, w0
   1014c:  f4 03 01 2a                      mov	w20, w1
   10150:  00 7c 01 1b                      mul	w0, w0, w1
   10154:  e0 03 00 f9                      str	x0, [sp]
   10158:  60 22 c1 1a                      lsl	w0, w19, w1
   1015c:  e0 07 00 f9                      str	x0, [sp, #8]
   10160:  e0 03 13 2a                      mov	w0, w19
   10164:  e1 00 80 52                      mov	w1, #0x7
   10168:  f3 ff ff 97                      bl	add
   1016c:  e1 03 00 2a                      mov	w1, w0
   10170:  e0 03 14 2a                      mov	w0, w20
   10174:  f0 ff ff 97                      bl	add
   10178:  e1 03 00 2a                      mov	w1, w0
   1017c:  e0 07 40 f9                      ldr	x0, [sp, #8]
   10180:  00 00 01 4a                      eor	w0, w0, w1
   10184:  e1 03 00 2a                      mov	w1, w0
   10188:  e0 03 40 f9                      ldr	x0, [sp]
   1018c:  00 00 01 4b                      sub	w0, w0, w1
   10190:  ff 43 00 91                      add	sp, sp, #0x10
   10194:  fe 0b 40 f9                      ldr	x30, [sp, #16]
   10198:  f3 53 c2 a8                      ldp	x19, x20, [sp], #32
   1019c:  c0 03 5f d6                      ret

leave:
   101a0:  f3 7b bf a9                      stp	x19, x30, [sp, #-16]!
   101a4:  ff 43 00 d1                      sub	sp, sp, #0x10
   101a8:  f3 03 00 2a                      mov	w19, w0
   101ac:  00 7c 00 1b                      mul	w0, w0, w0
   101b0:  61 06 00 51                      sub	w1, w19, #0x1
   101b4:  e0 03 00 f9                      str	x0, [sp]
   101b8:  e1 07 00 f9                      str	x1, [sp, #8]
   101bc:  e0 03 13 2a                      mov	w0, w19
   101c0:  61 00 80 52                      mov	w1, #0x3
   101c4:  1f 90 01 71                      cmp	w0, #0x64
   101c8:  69 00 00 54                      b.ls	.skip_1
   101cc:  e0 03 40 f9                      ldr	x0, [sp]
   101d0:  07 00 00 14                      b	.block_2
.skip_1:
   101d4:  d8 ff ff 97                      bl	add
   101d8:  e2 03 00 2a                      mov	w2, w0
   101dc:  e0 03 40 f9                      ldr	x0, [sp]
   101e0:  e1 07 40 f9                      ldr	x1, [sp, #8]
   101e4:  f0 03 02 4b                      neg	w16, w2
   101e8:  21 2c d0 1a                      ror	w1, w1, w16
.block_2:
   101ec:  00 00 01 0b                      add	w0, w0, w1
   101f0:  ff 43 00 91                      add	sp, sp, #0x10
   101f4:  f3 7b c1 a8                      ldp	x19, x30, [sp], #16
   101f8:  c0 03 5f d6                      ret

start:
   101fc:  fe 0f 1f f8                      str	x30, [sp, #-16]!
   10200:  20 00 80 52                      mov	w0, #0x1
   10204:  e7 ff ff 97                      bl	leave
   10208:  41 00 80 52                      mov	w1, #0x2
   1020c:  cc ff ff 97                      bl	sums
   10210:  01 00 00 00                      udf	#1

; read-only data
     120:  .messages
     121:  .pairs
