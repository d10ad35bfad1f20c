; linux/arm64, entry 10124

_start:
   10124:  e0 03 00 91                      mov	x0, sp
   10128:  dc f6 07 10                      adr	x28, .bss
   1012c:  3a 00 00 94                      bl	start
   10130:  01 00 00 00                      udf	#1

add:
   10134:  f3 53 bf a9                      stp	x19, x20, [sp, #-16]!
   10138:  f3 03 00 2a                      mov	w19, w0
   1013c:  f4 03 01 2a                      mov	w20, w1
   10140:  60 02 14 0b                      add	w0, w19, w20
   10144:  f3 53 c1 a8                      ldp	x19, x20, [sp], #16
   10148:  c0 03 5f d6                      ret

sums:
   1014c:  f3 53 be a9                      stp	x19, x20, [sp, #-32]!
   10150:  fe 0b 00 f9                      str	x30, [sp, #16]
   10154:  ff 83 00 d1                      sub	sp, sp, #0x20
   10158:  f3 03 00 2a                      mov	w19, w0
   1015c:  f4 03 01 2a                      mov	w20, w1
   10160:  60 7e 14 1b                      mul	w0, w19, w20
   10164:  e0 03 00 f9                      str	x0, [sp]
   10168:  60 22 d4 1a                      lsl	w0, w19, w20
   1016c:  e0 07 00 f9                      str	x0, [sp, #8]
   10170:  e0 03 14 2a                      mov	w0, w20
   10174:  e0 0b 00 f9                      str	x0, [sp, #16]
   10178:  e0 03 13 2a                      mov	w0, w19
   1017c:  e1 00 80 52                      mov	w1, #0x7
   10180:  ed ff ff 97                      bl	add
   10184:  e1 03 00 2a                      mov	w1, w0
   10188:  e0 0b 40 f9                      ldr	x0, [sp, #16]
   1018c:  ea ff ff 97                      bl	add
   10190:  e1 03 00 2a                      mov	w1, w0
   10194:  e0 07 40 f9                      ldr	x0, [sp, #8]
   10198:  00 00 01 4a                      eor	w0, w0, w1
   1019c:  e1 03 00 2a                      mov	w1, w0
   101a0:  e0 03 40 f9                      ldr	x0, [sp]
   101a4:  00 00 01 4b                      sub	w0, w0, w1
   101a8:  ff 83 00 91                      add	sp, sp, #0x20
   101ac:  fe 0b 40 f9                      ldr	x30, [sp, #16]
   101b0:  f3 53 c2 a8                      ldp	x19, x20, [sp], #32
   101b4:  c0 03 5f d6                      ret

leave:
   101b8:  f3 7b bf a9                      stp	x19, x30, [sp, #-16]!
   101bc:  ff 43 00 d1                      sub	sp, sp, #0x10
   101c0:  f3 03 00 2a                      mov	w19, w0
   101c4:  60 7e 13 1b                      mul	w0, w19, w19
   101c8:  61 06 00 51                      sub	w1, w19, #0x1
   101cc:  e0 03 00 f9                      str	x0, [sp]
   101d0:  e1 07 00 f9                      str	x1, [sp, #8]
   101d4:  e0 03 13 2a                      mov	w0, w19
   101d8:  61 00 80 52                      mov	w1, #0x3
   101dc:  7f 92 01 71                      cmp	w19, #0x64
   101e0:  69 00 00 54                      b.ls	.skip_1
   101e4:  e0 03 40 f9                      ldr	x0, [sp]
   101e8:  07 00 00 14                      b	.block_2
.skip_1:
   101ec:  d2 ff ff 97                      bl	add
   101f0:  e2 03 00 2a                      mov	w2, w0
   101f4:  e0 03 40 f9                      ldr	x0, [sp]
   101f8:  e1 07 40 f9                      ldr	x1, [sp, #8]
   101fc:  f0 03 02 4b                      neg	w16, w2
   10200:  21 2c d0 1a                      ror	w1, w1, w16
.block_2:
   10204:  00 00 01 0b                      add	w0, w0, w1
   10208:  ff 43 00 91                      add	sp, sp, #0x10
   1020c:  f3 7b c1 a8                      ldp	x19, x30, [sp], #16
   10210:  c0 03 5f d6                      ret

start:
   10214:  fe 0f 1f f8                      str	x30, [sp, #-16]!
   10218:  20 00 80 52                      mov	w0, #0x1
   1021c:  e7 ff ff 97                      bl	leave
   10220:  41 00 80 52                      mov	w1, #0x2
   10224:  ca ff ff 97                      bl	sums
   10228:  01 00 00 00                      udf	#1

; read-only data
     120:  .messages
     121:  .pairs
