; linux/arm/v5, entry 100b8

_start:
   100b8:  0d 00 a0 e1                      mov	r0, sp
   100bc:  cf bf 8f e2 01 b8 8b e2          adr	fp, .bss+0x400
   100c4:  1c 00 00 eb                      bl	start
   100c8:  f0 00 f0 e7                      udf	#0

least:
   100cc:  00 20 a0 e1                      mov	r2, r0
   100d0:  01 00 52 e1                      cmp	r2, r1
   100d4:  00 00 00 ba                      blt	.selected_1
   100d8:  01 20 a0 e1                      mov	r2, r1
.selected_1:
   100dc:  02 00 a0 e1                      mov	r0, r2
   100e0:  1e ff 2f e1                      bx	lr

is-digit:
   100e4:  30 00 50 e3                      cmp	r0, #48
   100e8:  00 10 a0 e3                      mov	r1, #0
   100ec:  01 10 a0 23                      movcs	r1, #1
   100f0:  39 00 50 e3                      cmp	r0, #57
   100f4:  00 20 a0 e3                      mov	r2, #0
   100f8:  01 20 a0 93                      movls	r2, #1
   100fc:  02 00 01 e0                      and	r0, r1, r2
   10100:  1e ff 2f e1                      bx	lr

kind:
   10104:  40 40 2d e9                      push	{r6, lr}
   10108:  00 60 a0 e1                      mov	r6, r0
   1010c:  2d 00 50 e3                      cmp	r0, #45
   10110:  02 00 00 0a                      beq	.skip_1
   10114:  f2 ff ff eb                      bl	is-digit
   10118:  00 00 50 e3                      cmp	r0, #0
   1011c:  01 00 00 0a                      beq	.else_2
.skip_1:
   10120:  02 00 a0 e3                      mov	r0, #2
   10124:  03 00 00 ea                      b	.end_4
.else_2:
   10128:  03 00 a0 e3                      mov	r0, #3
   1012c:  00 00 56 e3                      cmp	r6, #0
   10130:  00 00 00 0a                      beq	.selected_3
   10134:  06 00 a0 e1                      mov	r0, r6
.selected_3:
.end_4:
   10138:  40 80 bd e8                      pop	{r6, pc}

start:
   1013c:  04 e0 2d e5                      push	{lr}
   10140:  01 18 a0 e3                      mov	r1, #65536
   10144:  e0 ff ff eb                      bl	least
   10148:  00 00 20 e2                      eor	r0, r0, #0
   1014c:  ec ff ff eb                      bl	kind
   10150:  f0 00 f0 e7                      udf	#0

; read-only data
      b4:  .messages
      b8:  .pairs
