; linux/arm/v6, entry 100b8

_start:
   100b8:  0d 00 a0 e1                      mov	r0, sp
   100bc:  cf bf 8f e2 01 b8 8b e2          adr	fp, .bss+0x400
   100c4:  25 00 00 eb                      bl	start
   100c8:  f0 00 f0 e7                      udf	#0

all:
   100cc:  40 42 2d e9                      push	{r6, r9, lr}
   100d0:  00 60 a0 e1                      mov	r6, r0
   100d4:  02 90 a0 e1                      mov	r9, r2
   100d8:  00 00 51 e3                      cmp	r1, #0
   100dc:  00 00 00 1a                      bne	.divisible_1
   100e0:  f0 00 f0 e7                      udf	#0
.divisible_1:
   100e4:  01 00 71 e3                      cmn	r1, #1
   100e8:  02 01 50 03                      cmpeq	r0, #-2147483648
   100ec:  00 00 00 1a                      bne	.fits_2
   100f0:  f0 00 f0 e7                      udf	#0
.fits_2:
   100f4:  00 c0 a0 e1                      mov	ip, r0
   100f8:  01 70 a0 e1                      mov	r7, r1
   100fc:  1f 00 00 eb                      bl	.divide with signs
   10100:  0c 00 a0 e1                      mov	r0, ip
   10104:  00 00 51 e3                      cmp	r1, #0
   10108:  00 00 00 1a                      bne	.divisible_3
   1010c:  f0 00 f0 e7                      udf	#0
.divisible_3:
   10110:  06 c0 a0 e1                      mov	ip, r6
   10114:  01 70 a0 e1                      mov	r7, r1
   10118:  18 00 00 eb                      bl	.divide with signs
   1011c:  07 10 a0 e1                      mov	r1, r7
   10120:  01 00 20 e0                      eor	r0, r0, r1
   10124:  00 00 20 e2                      eor	r0, r0, #0
   10128:  00 00 53 e3                      cmp	r3, #0
   1012c:  00 00 00 1a                      bne	.divisible_4
   10130:  f0 00 f0 e7                      udf	#0
.divisible_4:
   10134:  09 c0 a0 e1                      mov	ip, r9
   10138:  03 70 a0 e1                      mov	r7, r3
   1013c:  1c 00 00 eb                      bl	.divide
   10140:  0c 10 a0 e1                      mov	r1, ip
   10144:  02 c0 a0 e1                      mov	ip, r2
   10148:  0a 70 a0 e3                      mov	r7, #10
   1014c:  18 00 00 eb                      bl	.divide
   10150:  07 20 a0 e1                      mov	r2, r7
   10154:  02 10 21 e0                      eor	r1, r1, r2
   10158:  01 00 80 e0                      add	r0, r0, r1
   1015c:  40 82 bd e8                      pop	{r6, r9, pc}

start:
   10160:  40 40 2d e9                      push	{r6, lr}
   10164:  00 60 a0 e1                      mov	r6, r0
   10168:  01 00 a0 e3                      mov	r0, #1
   1016c:  02 10 a0 e3                      mov	r1, #2
   10170:  06 20 a0 e1                      mov	r2, r6
   10174:  00 30 e0 e3                      mvn	r3, #0
   10178:  d3 ff ff eb                      bl	all
   1017c:  f0 00 f0 e7                      udf	#0

.divide with signs:
   10180:  03 40 2d e9                      push	{r0, r1, lr}
   10184:  0c 00 a0 e1                      mov	r0, ip
   10188:  07 10 2c e0                      eor	r1, ip, r7
   1018c:  00 00 5c e3                      cmp	ip, #0
   10190:  00 c0 6c b2                      rsblt	ip, ip, #0
   10194:  00 00 57 e3                      cmp	r7, #0
   10198:  00 70 67 b2                      rsblt	r7, r7, #0
   1019c:  04 00 00 eb                      bl	.divide
   101a0:  00 00 51 e3                      cmp	r1, #0
   101a4:  00 c0 6c b2                      rsblt	ip, ip, #0
   101a8:  00 00 50 e3                      cmp	r0, #0
   101ac:  00 70 67 b2                      rsblt	r7, r7, #0
   101b0:  03 80 bd e8                      pop	{r0, r1, pc}

.divide:
   101b4:  07 40 2d e9                      push	{r0, r1, r2, lr}
   101b8:  0c 00 a0 e1                      mov	r0, ip
   101bc:  00 10 a0 e3                      mov	r1, #0
   101c0:  00 c0 a0 e3                      mov	ip, #0
   101c4:  20 20 a0 e3                      mov	r2, #32
.next bit_1:
   101c8:  80 00 b0 e1                      lsls	r0, r0, #1
   101cc:  01 10 b1 e0                      adcs	r1, r1, r1
   101d0:  07 00 51 31                      cmpcc	r1, r7
   101d4:  07 10 41 20                      subcs	r1, r1, r7
   101d8:  0c c0 ac e0                      adc	ip, ip, ip
   101dc:  01 20 52 e2                      subs	r2, r2, #1
   101e0:  f8 ff ff 1a                      bne	.next bit_1
   101e4:  01 70 a0 e1                      mov	r7, r1
   101e8:  07 80 bd e8                      pop	{r0, r1, r2, pc}

; read-only data
      b4:  .messages
      b8:  .pairs
