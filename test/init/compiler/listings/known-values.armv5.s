; linux/arm/v5, entry 100b8

_start:
   100b8:  0d 00 a0 e1                      mov	r0, sp
   100bc:  cf bf 8f e2 01 b8 8b e2          adr	fp, .bss+0x400
   100c4:  2a 00 00 eb                      bl	start
   100c8:  f0 00 f0 e7                      udf	#0

sign:
   100cc:  00 00 50 e3                      cmp	r0, #0
   100d0:  01 00 00 1a                      bne	.else_1
   100d4:  00 00 a0 e3                      mov	r0, #0
   100d8:  04 00 00 ea                      b	.return_3
.else_1:
   100dc:  01 10 a0 e3                      mov	r1, #1
   100e0:  00 00 50 e3                      cmp	r0, #0
   100e4:  00 00 00 ca                      bgt	.selected_2
   100e8:  00 10 e0 e3                      mvn	r1, #0
.selected_2:
   100ec:  01 00 a0 e1                      mov	r0, r1
.return_3:
   100f0:  1e ff 2f e1                      bx	lr

step:
   100f4:  00 00 50 e3                      cmp	r0, #0
   100f8:  05 00 00 0a                      beq	.return_1
   100fc:  00 14 1b e5                      ldr	r1, [fp, #-1024]
   10100:  01 10 81 e2                      add	r1, r1, #1
   10104:  00 14 0b e5                      str	r1, [fp, #-1024]
   10108:  fc 13 1b e5                      ldr	r1, [fp, #-1020]
   1010c:  00 10 41 e0                      sub	r1, r1, r0
   10110:  fc 13 0b e5                      str	r1, [fp, #-1020]
.return_1:
   10114:  1e ff 2f e1                      bx	lr

run:
   10118:  40 41 2d e9                      push	{r6, r8, lr}
   1011c:  04 d0 4d e2                      sub	sp, sp, #4
   10120:  00 80 a0 e1                      mov	r8, r0
   10124:  f2 ff ff eb                      bl	step
   10128:  00 04 1b e5                      ldr	r0, [fp, #-1024]
   1012c:  00 60 80 e0                      add	r6, r0, r0
   10130:  fc 03 1b e5                      ldr	r0, [fp, #-1020]
   10134:  00 00 56 e1                      cmp	r6, r0
   10138:  03 00 00 aa                      bge	.else_1
   1013c:  08 00 a0 e1                      mov	r0, r8
   10140:  eb ff ff eb                      bl	step
   10144:  00 04 1b e5                      ldr	r0, [fp, #-1024]
   10148:  00 60 86 e0                      add	r6, r6, r0
.else_1:
   1014c:  03 00 a0 e3                      mov	r0, #3
   10150:  96 00 00 e0                      mul	r0, r6, r0
   10154:  00 00 8d e5                      str	r0, [sp]
   10158:  06 00 a0 e1                      mov	r0, r6
   1015c:  da ff ff eb                      bl	sign
   10160:  00 10 a0 e1                      mov	r1, r0
   10164:  00 00 9d e5                      ldr	r0, [sp]
   10168:  01 00 80 e0                      add	r0, r0, r1
   1016c:  04 d0 8d e2                      add	sp, sp, #4
   10170:  40 81 bd e8                      pop	{r6, r8, pc}

start:
   10174:  04 e0 2d e5                      push	{lr}
   10178:  05 00 a0 e3                      mov	r0, #5
   1017c:  e5 ff ff eb                      bl	run
   10180:  f0 00 f0 e7                      udf	#0

; read-only data
      b4:  .messages
      b8:  .pairs
