; linux/arm/v5, entry 100b8

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
   1013c:  55 20 a0 e3                      mov	r2, #85
   10140:  55 2c 82 e3                      orr	r2, r2, #21760
   10144:  55 28 82 e3                      orr	r2, r2, #5570560
   10148:  55 24 82 e3                      orr	r2, r2, #1426063360
   1014c:  02 10 01 e0                      and	r1, r1, r2
   10150:  01 00 40 e0                      sub	r0, r0, r1
   10154:  33 10 a0 e3                      mov	r1, #51
   10158:  33 1c 81 e3                      orr	r1, r1, #13056
   1015c:  33 18 81 e3                      orr	r1, r1, #3342336
   10160:  33 14 81 e3                      orr	r1, r1, #855638016
   10164:  01 10 00 e0                      and	r1, r0, r1
   10168:  20 21 a0 e1                      lsr	r2, r0, #2
   1016c:  33 30 a0 e3                      mov	r3, #51
   10170:  33 3c 83 e3                      orr	r3, r3, #13056
   10174:  33 38 83 e3                      orr	r3, r3, #3342336
   10178:  33 34 83 e3                      orr	r3, r3, #855638016
   1017c:  03 20 02 e0                      and	r2, r2, r3
   10180:  02 00 81 e0                      add	r0, r1, r2
   10184:  20 12 a0 e1                      lsr	r1, r0, #4
   10188:  01 10 80 e0                      add	r1, r0, r1
   1018c:  0f 20 a0 e3                      mov	r2, #15
   10190:  0f 2c 82 e3                      orr	r2, r2, #3840
   10194:  0f 28 82 e3                      orr	r2, r2, #983040
   10198:  0f 24 82 e3                      orr	r2, r2, #251658240
   1019c:  02 00 01 e0                      and	r0, r1, r2
   101a0:  01 10 a0 e3                      mov	r1, #1
   101a4:  01 1c 81 e3                      orr	r1, r1, #256
   101a8:  01 18 81 e3                      orr	r1, r1, #65536
   101ac:  01 14 81 e3                      orr	r1, r1, #16777216
   101b0:  90 01 01 e0                      mul	r1, r0, r1
   101b4:  21 0c a0 e1                      lsr	r0, r1, #24
   101b8:  1e ff 2f e1                      bx	lr

; read-only data
      b4:  .messages
      b8:  .pairs
