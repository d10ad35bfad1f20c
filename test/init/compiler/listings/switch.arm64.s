; linux/arm64, entry 10124

_start:
   10124:  e0 03 00 91                      mov	x0, sp
   10128:  dc f6 07 10                      adr	x28, .bss
   1012c:  0e 00 00 94                      bl	start
   10130:  01 00 00 00                      udf	#1

name:
   10134:  c0 00 00 34                      cbz	w0, .block_1
   10138:  1f 08 00 71                      cmp	w0, #0x2
   1013c:  c0 00 00 54                      b.eq	.block2_2
   10140:  1f 10 00 71                      cmp	w0, #0x4
   10144:  80 00 00 54                      b.eq	.block2_2
   10148:  05 00 00 14                      b	.block1_3
.block_1:
   1014c:  40 01 80 52                      mov	w0, #0xa
   10150:  04 00 00 14                      b	.return_4
.block2_2:
   10154:  80 02 80 52                      mov	w0, #0x14
   10158:  02 00 00 14                      b	.return_4
.block1_3:
   1015c:  c0 03 80 52                      mov	w0, #0x1e
.return_4:
   10160:  c0 03 5f d6                      ret

start:
   10164:  fe 0f 1f f8                      str	x30, [sp, #-16]!
   10168:  00 00 40 f9                      ldr	x0, [x0]
   1016c:  e0 03 00 2a                      mov	w0, w0
   10170:  f1 ff ff 97                      bl	name
   10174:  c8 0b 80 52                      mov	w8, #0x5e
   10178:  01 00 00 d4                      svc	#0x0
   1017c:  01 00 00 00                      udf	#1

; read-only data
     120:  .messages
     121:  .pairs
