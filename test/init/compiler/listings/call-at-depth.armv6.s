; linux/arm/v6, entry 100b8

_start:
   100b8:  0d 00 a0 e1                      mov	r0, sp
   100bc:  cf bf 8f e2 01 b8 8b e2          adr	fp, .bss+0x400
   100c4:  34 00 00 eb                      bl	start
   100c8:  f0 00 f0 e7                      udf	#0

add:
   100cc:  40 41 2d e9                      push	{r6, r8, lr}
   100d0:  00 60 a0 e1                      mov	r6, r0
   100d4:  01 80 a0 e1                      mov	r8, r1
   100d8:  08 00 86 e0                      add	r0, r6, r8
   100dc:  40 81 bd e8                      pop	{r6, r8, pc}

sums:
   100e0:  40 41 2d e9                      push	{r6, r8, lr}
   100e4:  0c d0 4d e2                      sub	sp, sp, #12
   100e8:  00 60 a0 e1                      mov	r6, r0
   100ec:  01 80 a0 e1                      mov	r8, r1
   100f0:  96 08 00 e0                      mul	r0, r6, r8
   100f4:  00 00 8d e5                      str	r0, [sp]
   100f8:  1f c0 08 e2                      and	ip, r8, #31
   100fc:  16 0c a0 e1                      lsl	r0, r6, ip
   10100:  04 00 8d e5                      str	r0, [sp, #4]
   10104:  08 00 a0 e1                      mov	r0, r8
   10108:  08 00 8d e5                      str	r0, [sp, #8]
   1010c:  06 00 a0 e1                      mov	r0, r6
   10110:  07 10 a0 e3                      mov	r1, #7
   10114:  ec ff ff eb                      bl	add
   10118:  00 10 a0 e1                      mov	r1, r0
   1011c:  08 00 9d e5                      ldr	r0, [sp, #8]
   10120:  e9 ff ff eb                      bl	add
   10124:  00 10 a0 e1                      mov	r1, r0
   10128:  04 00 9d e5                      ldr	r0, [sp, #4]
   1012c:  01 00 20 e0                      eor	r0, r0, r1
   10130:  00 10 a0 e1                      mov	r1, r0
   10134:  00 00 9d e5                      ldr	r0, [sp]
   10138:  01 00 40 e0                      sub	r0, r0, r1
   1013c:  0c d0 8d e2                      add	sp, sp, #12
   10140:  40 81 bd e8                      pop	{r6, r8, pc}

leave:
   10144:  40 40 2d e9                      push	{r6, lr}
   10148:  08 d0 4d e2                      sub	sp, sp, #8
   1014c:  00 60 a0 e1                      mov	r6, r0
   10150:  96 06 00 e0                      mul	r0, r6, r6
   10154:  01 10 46 e2                      sub	r1, r6, #1
   10158:  00 00 8d e5                      str	r0, [sp]
   1015c:  04 10 8d e5                      str	r1, [sp, #4]
   10160:  06 00 a0 e1                      mov	r0, r6
   10164:  03 10 a0 e3                      mov	r1, #3
   10168:  64 00 56 e3                      cmp	r6, #100
   1016c:  01 00 00 9a                      bls	.skip_1
   10170:  00 00 9d e5                      ldr	r0, [sp]
   10174:  05 00 00 ea                      b	.block_2
.skip_1:
   10178:  d3 ff ff eb                      bl	add
   1017c:  00 20 a0 e1                      mov	r2, r0
   10180:  00 00 9d e5                      ldr	r0, [sp]
   10184:  04 10 9d e5                      ldr	r1, [sp, #4]
   10188:  00 c0 62 e2                      rsb	ip, r2, #0
   1018c:  71 1c a0 e1                      ror	r1, r1, ip
.block_2:
   10190:  01 00 80 e0                      add	r0, r0, r1
   10194:  08 d0 8d e2                      add	sp, sp, #8
   10198:  40 80 bd e8                      pop	{r6, pc}

start:
   1019c:  04 e0 2d e5                      push	{lr}
   101a0:  01 00 a0 e3                      mov	r0, #1
   101a4:  e6 ff ff eb                      bl	leave
   101a8:  02 10 a0 e3                      mov	r1, #2
   101ac:  cb ff ff eb                      bl	sums
   101b0:  f0 00 f0 e7                      udf	#0

; read-only data
      b4:  .messages
      b8:  .pairs
