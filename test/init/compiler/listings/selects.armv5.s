; linux/arm/v5, entry 100b8

_start:
   100b8:  0d 00 a0 e1                      mov	r0, sp
   100bc:  cf bf 8f e2 01 b8 8b e2          adr	fp, .bss+0x400
   100c4:  21 00 00 eb                      bl	start
   100c8:  f0 00 f0 e7                      udf	#0

least:
   100cc:  40 41 2d e9                      push	{r6, r8, lr}
   100d0:  00 60 a0 e1                      mov	r6, r0
   100d4:  01 80 a0 e1                      mov	r8, r1
   100d8:  06 00 a0 e1                      mov	r0, r6
   100dc:  08 00 56 e1                      cmp	r6, r8
   100e0:  00 00 00 ba                      blt	.selected_1
   100e4:  08 00 a0 e1                      mov	r0, r8
.selected_1:
   100e8:  40 81 bd e8                      pop	{r6, r8, pc}

is-digit:
   100ec:  40 40 2d e9                      push	{r6, lr}
   100f0:  00 60 a0 e1                      mov	r6, r0
   100f4:  30 00 56 e3                      cmp	r6, #48
   100f8:  00 00 a0 e3                      mov	r0, #0
   100fc:  01 00 a0 23                      movcs	r0, #1
   10100:  39 00 56 e3                      cmp	r6, #57
   10104:  00 10 a0 e3                      mov	r1, #0
   10108:  01 10 a0 93                      movls	r1, #1
   1010c:  01 00 00 e0                      and	r0, r0, r1
   10110:  40 80 bd e8                      pop	{r6, pc}

kind:
   10114:  40 40 2d e9                      push	{r6, lr}
   10118:  00 60 a0 e1                      mov	r6, r0
   1011c:  2d 00 56 e3                      cmp	r6, #45
   10120:  03 00 00 0a                      beq	.skip_1
   10124:  06 00 a0 e1                      mov	r0, r6
   10128:  ef ff ff eb                      bl	is-digit
   1012c:  00 00 50 e3                      cmp	r0, #0
   10130:  01 00 00 0a                      beq	.else_2
.skip_1:
   10134:  02 00 a0 e3                      mov	r0, #2
   10138:  03 00 00 ea                      b	.end_4
.else_2:
   1013c:  03 00 a0 e3                      mov	r0, #3
   10140:  00 00 56 e3                      cmp	r6, #0
   10144:  00 00 00 0a                      beq	.selected_3
   10148:  06 00 a0 e1                      mov	r0, r6
.selected_3:
.end_4:
   1014c:  40 80 bd e8                      pop	{r6, pc}

start:
   10150:  40 40 2d e9                      push	{r6, lr}
   10154:  00 60 a0 e1                      mov	r6, r0
   10158:  06 00 a0 e1                      mov	r0, r6
   1015c:  01 18 a0 e3                      mov	r1, #65536
   10160:  d9 ff ff eb                      bl	least
   10164:  00 00 20 e2                      eor	r0, r0, #0
   10168:  e9 ff ff eb                      bl	kind
   1016c:  f0 00 f0 e7                      udf	#0

; read-only data
      b4:  .messages
      b8:  .pairs
