; linux/arm/v5, entry 100b8

_start:
   100b8:  0d 00 a0 e1                      mov	r0, sp
   100bc:  cf bf 8f e2 01 b8 8b e2          adr	fp, .bss+0x400
   100c4:  10 00 00 eb                      bl	start
   100c8:  f0 00 f0 e7                      udf	#0

zeros:
   100cc:  40 40 2d e9                      push	{r6, lr}
   100d0:  00 60 a0 e1                      mov	r6, r0
   100d4:  16 0f 6f e1                      clz	r0, r6
   100d8:  01 c0 46 e2                      sub	ip, r6, #1
   100dc:  06 c0 cc e1                      bic	ip, ip, r6
   100e0:  1c cf 6f e1                      clz	ip, ip
   100e4:  20 10 6c e2                      rsb	r1, ip, #32
   100e8:  01 00 40 e0                      sub	r0, r0, r1
   100ec:  40 80 bd e8                      pop	{r6, pc}

ones:
   100f0:  40 40 2d e9                      push	{r6, lr}
   100f4:  00 60 a0 e1                      mov	r6, r0
   100f8:  06 00 a0 e1                      mov	r0, r6
   100fc:  12 00 00 eb                      bl	i32.popcnt
   10100:  16 1f 6f e1                      clz	r1, r6
   10104:  01 00 80 e0                      add	r0, r0, r1
   10108:  40 80 bd e8                      pop	{r6, pc}

start:
   1010c:  40 40 2d e9                      push	{r6, lr}
   10110:  04 d0 4d e2                      sub	sp, sp, #4
   10114:  00 60 a0 e1                      mov	r6, r0
   10118:  06 00 a0 e1                      mov	r0, r6
   1011c:  ea ff ff eb                      bl	zeros
   10120:  00 00 8d e5                      str	r0, [sp]
   10124:  05 00 a0 e3                      mov	r0, #5
   10128:  f0 ff ff eb                      bl	ones
   1012c:  00 10 a0 e1                      mov	r1, r0
   10130:  00 00 9d e5                      ldr	r0, [sp]
   10134:  00 10 21 e2                      eor	r1, r1, #0
   10138:  01 00 80 e0                      add	r0, r0, r1
   1013c:  f8 70 a0 e3                      mov	r7, #248
   10140:  00 00 00 ef                      svc	0x00000000
   10144:  04 d0 8d e2                      add	sp, sp, #4
   10148:  40 80 bd e8                      pop	{r6, pc}

i32.popcnt:
   1014c:  40 40 2d e9                      push	{r6, lr}
   10150:  00 60 a0 e1                      mov	r6, r0
   10154:  a6 00 a0 e1                      lsr	r0, r6, #1
   10158:  55 10 a0 e3                      mov	r1, #85
   1015c:  55 1c 81 e3                      orr	r1, r1, #21760
   10160:  55 18 81 e3                      orr	r1, r1, #5570560
   10164:  55 14 81 e3                      orr	r1, r1, #1426063360
   10168:  01 00 00 e0                      and	r0, r0, r1
   1016c:  00 60 46 e0                      sub	r6, r6, r0
   10170:  33 00 a0 e3                      mov	r0, #51
   10174:  33 0c 80 e3                      orr	r0, r0, #13056
   10178:  33 08 80 e3                      orr	r0, r0, #3342336
   1017c:  33 04 80 e3                      orr	r0, r0, #855638016
   10180:  00 00 06 e0                      and	r0, r6, r0
   10184:  26 11 a0 e1                      lsr	r1, r6, #2
   10188:  33 20 a0 e3                      mov	r2, #51
   1018c:  33 2c 82 e3                      orr	r2, r2, #13056
   10190:  33 28 82 e3                      orr	r2, r2, #3342336
   10194:  33 24 82 e3                      orr	r2, r2, #855638016
   10198:  02 10 01 e0                      and	r1, r1, r2
   1019c:  01 60 80 e0                      add	r6, r0, r1
   101a0:  26 02 a0 e1                      lsr	r0, r6, #4
   101a4:  00 00 86 e0                      add	r0, r6, r0
   101a8:  0f 10 a0 e3                      mov	r1, #15
   101ac:  0f 1c 81 e3                      orr	r1, r1, #3840
   101b0:  0f 18 81 e3                      orr	r1, r1, #983040
   101b4:  0f 14 81 e3                      orr	r1, r1, #251658240
   101b8:  01 60 00 e0                      and	r6, r0, r1
   101bc:  01 00 a0 e3                      mov	r0, #1
   101c0:  01 0c 80 e3                      orr	r0, r0, #256
   101c4:  01 08 80 e3                      orr	r0, r0, #65536
   101c8:  01 04 80 e3                      orr	r0, r0, #16777216
   101cc:  96 00 00 e0                      mul	r0, r6, r0
   101d0:  20 0c a0 e1                      lsr	r0, r0, #24
   101d4:  40 80 bd e8                      pop	{r6, pc}

; read-only data
      b4:  .messages
      b8:  .pairs
