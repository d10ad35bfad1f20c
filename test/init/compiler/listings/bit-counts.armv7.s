; linux/arm/v7, entry 100b8

_start:
   100b8:  0d 00 a0 e1                      mov	r0, sp
   100bc:  cf bf 8f e2 01 b8 8b e2          adr	fp, .bss+0x400
   100c4:  0d 00 00 eb                      bl	start
   100c8:  f0 00 f0 e7                      udf	#0

zeros:
   100cc:  10 1f 6f e1                      clz	r1, r0
   100d0:  01 c0 40 e2                      sub	ip, r0, #1
   100d4:  00 c0 cc e1                      bic	ip, ip, r0
   100d8:  1c cf 6f e1                      clz	ip, ip
   100dc:  20 20 6c e2                      rsb	r2, ip, #32
   100e0:  02 00 41 e0                      sub	r0, r1, r2
   100e4:  1e ff 2f e1                      bx	lr

ones:
   100e8:  40 40 2d e9                      push	{r6, lr}
   100ec:  00 60 a0 e1                      mov	r6, r0
   100f0:  10 00 00 eb                      bl	i32.popcnt
   100f4:  16 1f 6f e1                      clz	r1, r6
   100f8:  01 00 80 e0                      add	r0, r0, r1
   100fc:  40 80 bd e8                      pop	{r6, pc}

start:
   10100:  04 e0 2d e5                      push	{lr}
   10104:  04 d0 4d e2                      sub	sp, sp, #4
   10108:  ef ff ff eb                      bl	zeros
   1010c:  00 00 8d e5                      str	r0, [sp]
   10110:  05 00 a0 e3                      mov	r0, #5
   10114:  f3 ff ff eb                      bl	ones
   10118:  00 10 a0 e1                      mov	r1, r0
   1011c:  00 00 9d e5                      ldr	r0, [sp]
   10120:  00 10 21 e2                      eor	r1, r1, #0
   10124:  01 00 80 e0                      add	r0, r0, r1
   10128:  f8 70 a0 e3                      mov	r7, #248
   1012c:  00 00 00 ef                      svc	0x00000000
   10130:  04 d0 8d e2                      add	sp, sp, #4
   10134:  04 f0 9d e4                      pop	{pc}

i32.popcnt:
   10138:  a0 10 a0 e1                      lsr	r1, r0, #1
   1013c:  55 25 05 e3                      movw	r2, #21845
   10140:  55 25 45 e3                      movt	r2, #21845
   10144:  02 10 01 e0                      and	r1, r1, r2
   10148:  01 00 40 e0                      sub	r0, r0, r1
   1014c:  33 13 03 e3                      movw	r1, #13107
   10150:  33 13 43 e3                      movt	r1, #13107
   10154:  01 10 00 e0                      and	r1, r0, r1
   10158:  20 21 a0 e1                      lsr	r2, r0, #2
   1015c:  33 33 03 e3                      movw	r3, #13107
   10160:  33 33 43 e3                      movt	r3, #13107
   10164:  03 20 02 e0                      and	r2, r2, r3
   10168:  02 00 81 e0                      add	r0, r1, r2
   1016c:  20 12 a0 e1                      lsr	r1, r0, #4
   10170:  01 10 80 e0                      add	r1, r0, r1
   10174:  0f 2f 00 e3                      movw	r2, #3855
   10178:  0f 2f 40 e3                      movt	r2, #3855
   1017c:  02 00 01 e0                      and	r0, r1, r2
   10180:  01 11 00 e3                      movw	r1, #257
   10184:  01 11 40 e3                      movt	r1, #257
   10188:  90 01 01 e0                      mul	r1, r0, r1
   1018c:  21 0c a0 e1                      lsr	r0, r1, #24
   10190:  1e ff 2f e1                      bx	lr

; read-only data
      b4:  .messages
      b8:  .pairs
