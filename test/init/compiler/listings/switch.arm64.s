; linux/arm64, entry 10124

_start:
   10124:  e0 03 00 91                      mov	x0, sp
   10128:  dc f6 07 10                      adr	x28, .bss
   1012c:  11 00 00 94                      bl	start
   10130:  01 00 00 00                      udf	#1

name:
   10134:  f3 0f 1f f8                      str	x19, [sp, #-16]!
   10138:  f3 03 00 2a                      mov	w19, w0
   1013c:  d3 00 00 34                      cbz	w19, .block_1
   10140:  7f 0a 00 71                      cmp	w19, #0x2
   10144:  c0 00 00 54                      b.eq	.block2_2
   10148:  7f 12 00 71                      cmp	w19, #0x4
   1014c:  80 00 00 54                      b.eq	.block2_2
   10150:  05 00 00 14                      b	.block1_3
.block_1:
   10154:  40 01 80 52                      mov	w0, #0xa
   10158:  04 00 00 14                      b	.return_4
.block2_2:
   1015c:  80 02 80 52                      mov	w0, #0x14
   10160:  02 00 00 14                      b	.return_4
.block1_3:
   10164:  c0 03 80 52                      mov	w0, #0x1e
.return_4:
   10168:  f3 07 41 f8                      ldr	x19, [sp], #16
   1016c:  c0 03 5f d6                      ret

start:
   10170:  f3 7b bf a9                      stp	x19, x30, [sp, #-16]!
   10174:  f3 03 00 aa                      mov	x19, x0
   10178:  60 02 40 f9                      ldr	x0, [x19]
   1017c:  e0 03 00 2a                      mov	w0, w0
   10180:  ed ff ff 97                      bl	name
   10184:  c8 0b 80 52                      mov	w8, #0x5e
   10188:  01 00 00 d4                      svc	#0x0
   1018c:  01 00 00 00                      udf	#1

; read-only data
     120:  .messages
     121:  .pairs
