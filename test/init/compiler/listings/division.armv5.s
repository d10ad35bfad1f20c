; linux/arm/v5, entry 100b8

_start:
   100b8:  0d 00 a0 e1                      mov	r0, sp
   100bc:  cf bf 8f e2 01 b8 8b e2          adr	fp, .bss+0x400
   100c4:  27 00 00 eb                      bl	start
   100c8:  f0 00 f0 e7                      udf	#0

all:
   100cc:  40 47 2d e9                      push	{r6, r8, r9, sl, lr}
   100d0:  00 60 a0 e1                      mov	r6, r0
   100d4:  01 80 a0 e1                      mov	r8, r1
   100d8:  02 90 a0 e1                      mov	r9, r2
   100dc:  03 a0 a0 e1                      mov	sl, r3
   100e0:  00 00 58 e3                      cmp	r8, #0
   100e4:  00 00 00 1a                      bne	.divisible_1
   100e8:  f0 00 f0 e7                      udf	#0
.divisible_1:
   100ec:  01 00 78 e3                      cmn	r8, #1
   100f0:  02 01 56 03                      cmpeq	r6, #-2147483648
   100f4:  00 00 00 1a                      bne	.fits_2
   100f8:  f0 00 f0 e7                      udf	#0
.fits_2:
   100fc:  06 c0 a0 e1                      mov	ip, r6
   10100:  08 70 a0 e1                      mov	r7, r8
   10104:  1f 00 00 eb                      bl	.divide with signs
   10108:  0c 00 a0 e1                      mov	r0, ip
   1010c:  00 00 58 e3                      cmp	r8, #0
   10110:  00 00 00 1a                      bne	.divisible_3
   10114:  f0 00 f0 e7                      udf	#0
.divisible_3:
   10118:  06 c0 a0 e1                      mov	ip, r6
   1011c:  08 70 a0 e1                      mov	r7, r8
   10120:  18 00 00 eb                      bl	.divide with signs
   10124:  07 10 a0 e1                      mov	r1, r7
   10128:  01 00 20 e0                      eor	r0, r0, r1
   1012c:  00 00 20 e2                      eor	r0, r0, #0
   10130:  00 00 5a e3                      cmp	sl, #0
   10134:  00 00 00 1a                      bne	.divisible_4
   10138:  f0 00 f0 e7                      udf	#0
.divisible_4:
   1013c:  09 c0 a0 e1                      mov	ip, r9
   10140:  0a 70 a0 e1                      mov	r7, sl
   10144:  1c 00 00 eb                      bl	.divide
   10148:  0c 10 a0 e1                      mov	r1, ip
   1014c:  09 c0 a0 e1                      mov	ip, r9
   10150:  0a 70 a0 e3                      mov	r7, #10
   10154:  18 00 00 eb                      bl	.divide
   10158:  07 20 a0 e1                      mov	r2, r7
   1015c:  02 10 21 e0                      eor	r1, r1, r2
   10160:  01 00 80 e0                      add	r0, r0, r1
   10164:  40 87 bd e8                      pop	{r6, r8, r9, sl, pc}

start:
   10168:  40 40 2d e9                      push	{r6, lr}
   1016c:  00 60 a0 e1                      mov	r6, r0
   10170:  01 00 a0 e3                      mov	r0, #1
   10174:  02 10 a0 e3                      mov	r1, #2
   10178:  06 20 a0 e1                      mov	r2, r6
   1017c:  00 30 e0 e3                      mvn	r3, #0
   10180:  d1 ff ff eb                      bl	all
   10184:  f0 00 f0 e7                      udf	#0

.divide with signs:
   10188:  03 40 2d e9                      push	{r0, r1, lr}
   1018c:  0c 00 a0 e1                      mov	r0, ip
   10190:  07 10 2c e0                      eor	r1, ip, r7
   10194:  00 00 5c e3                      cmp	ip, #0
   10198:  00 c0 6c b2                      rsblt	ip, ip, #0
   1019c:  00 00 57 e3                      cmp	r7, #0
   101a0:  00 70 67 b2                      rsblt	r7, r7, #0
   101a4:  04 00 00 eb                      bl	.divide
   101a8:  00 00 51 e3                      cmp	r1, #0
   101ac:  00 c0 6c b2                      rsblt	ip, ip, #0
   101b0:  00 00 50 e3                      cmp	r0, #0
   101b4:  00 70 67 b2                      rsblt	r7, r7, #0
   101b8:  03 80 bd e8                      pop	{r0, r1, pc}

.divide:
   101bc:  07 40 2d e9                      push	{r0, r1, r2, lr}
   101c0:  0c 00 a0 e1                      mov	r0, ip
   101c4:  00 10 a0 e3                      mov	r1, #0
   101c8:  00 c0 a0 e3                      mov	ip, #0
   101cc:  20 20 a0 e3                      mov	r2, #32
.next bit_1:
   101d0:  80 00 b0 e1                      lsls	r0, r0, #1
   101d4:  01 10 b1 e0                      adcs	r1, r1, r1
   101d8:  07 00 51 31                      cmpcc	r1, r7
   101dc:  07 10 41 20                      subcs	r1, r1, r7
   101e0:  0c c0 ac e0                      adc	ip, ip, ip
   101e4:  01 20 52 e2                      subs	r2, r2, #1
   101e8:  f8 ff ff 1a                      bne	.next bit_1
   101ec:  01 70 a0 e1                      mov	r7, r1
   101f0:  07 80 bd e8                      pop	{r0, r1, r2, pc}

; read-only data
      b4:  .messages
      b8:  .pairs
