; linux/arm/v7, entry 100b8

_start:
   100b8:  0d 00 a0 e1                      mov	r0, sp
   100bc:  cf bf 8f e2 01 b8 8b e2          adr	fp, .bss+0x400
   100c4:  30 00 00 eb                      bl	start
   100c8:  f0 00 f0 e7                      udf	#0

add:
   100cc:  01 00 80 e0                      add	r0, r0, r1
   100d0:  1e ff 2f e1                      bx	lr

sums:
   100d4:  40 41 2d e9                      push	{r6, r8, lr}
   100d8:  08 d0 4d e2                      sub	sp, sp, #8
   100dc:  00 60 a0 e1                      mov	r6, r0
   100e0:  01 80 a0 e1                      mov	r8, r1
   100e4:  91 00 00 e0                      mul	r0, r1, r0
   100e8:  00 00 8d e5                      str	r0, [sp]
   100ec:  1f c0 01 e2                      and	ip, r1, #31
   100f0:  16 0c a0 e1                      lsl	r0, r6, ip
   100f4:  04 00 8d e5                      str	r0, [sp, #4]
   100f8:  06 00 a0 e1                      mov	r0, r6
   100fc:  07 10 a0 e3                      mov	r1, #7
   10100:  f1 ff ff eb                      bl	add
   10104:  00 10 a0 e1                      mov	r1, r0
   10108:  08 00 a0 e1                      mov	r0, r8
   1010c:  ee ff ff eb                      bl	add
   10110:  00 10 a0 e1                      mov	r1, r0
   10114:  04 00 9d e5                      ldr	r0, [sp, #4]
   10118:  01 00 20 e0                      eor	r0, r0, r1
   1011c:  00 10 a0 e1                      mov	r1, r0
   10120:  00 00 9d e5                      ldr	r0, [sp]
   10124:  01 00 40 e0                      sub	r0, r0, r1
   10128:  08 d0 8d e2                      add	sp, sp, #8
   1012c:  40 81 bd e8                      pop	{r6, r8, pc}

leave:
   10130:  40 40 2d e9                      push	{r6, lr}
   10134:  08 d0 4d e2                      sub	sp, sp, #8
   10138:  00 60 a0 e1                      mov	r6, r0
   1013c:  00 c0 a0 e1                      mov	ip, r0
   10140:  9c 00 00 e0                      mul	r0, ip, r0
   10144:  01 10 46 e2                      sub	r1, r6, #1
   10148:  00 00 8d e5                      str	r0, [sp]
   1014c:  04 10 8d e5                      str	r1, [sp, #4]
   10150:  06 00 a0 e1                      mov	r0, r6
   10154:  03 10 a0 e3                      mov	r1, #3
   10158:  64 00 50 e3                      cmp	r0, #100
   1015c:  01 00 00 9a                      bls	.skip_1
   10160:  00 00 9d e5                      ldr	r0, [sp]
   10164:  05 00 00 ea                      b	.block_2
.skip_1:
   10168:  d7 ff ff eb                      bl	add
   1016c:  00 20 a0 e1                      mov	r2, r0
   10170:  00 00 9d e5                      ldr	r0, [sp]
   10174:  04 10 9d e5                      ldr	r1, [sp, #4]
   10178:  00 c0 62 e2                      rsb	ip, r2, #0
   1017c:  71 1c a0 e1                      ror	r1, r1, ip
.block_2:
   10180:  01 00 80 e0                      add	r0, r0, r1
   10184:  08 d0 8d e2                      add	sp, sp, #8
   10188:  40 80 bd e8                      pop	{r6, pc}

start:
   1018c:  04 e0 2d e5                      push	{lr}
   10190:  01 00 a0 e3                      mov	r0, #1
   10194:  e5 ff ff eb                      bl	leave
   10198:  02 10 a0 e3                      mov	r1, #2
   1019c:  cc ff ff eb                      bl	sums
   101a0:  f0 00 f0 e7                      udf	#0

; read-only data
      b4:  .messages
      b8:  .pairs
