; linux/arm64, entry 10124

_start:
   10124:  e0 03 00 91                      mov	x0, sp
   10128:  dc f6 07 10                      adr	x28, .bss
   1012c:  19 00 00 94                      bl	start
   10130:  01 00 00 00                      udf	#1

all:
   10134:  41 00 00 35                      cbnz	w1, .divisible_1
   10138:  01 00 00 00                      udf	#1
.divisible_1:
   1013c:  3f 04 00 31                      cmn	w1, #0x1
   10140:  81 00 00 54                      b.ne	.fits_2
   10144:  1f 04 00 71                      cmp	w0, #0x1
   10148:  47 00 00 54                      b.vc	.fits_2
   1014c:  01 00 00 00                      udf	#1
.fits_2:
   10150:  04 0c c1 1a                      sdiv	w4, w0, w1
   10154:  41 00 00 35                      cbnz	w1, .divisible_3
   10158:  01 00 00 00                      udf	#1
.divisible_3:
   1015c:  10 0c c1 1a                      sdiv	w16, w0, w1
   10160:  05 82 01 1b                      msub	w5, w16, w1, w0
   10164:  84 00 05 4a                      eor	w4, w4, w5
   10168:  84 7c 40 93                      sxtw	x4, w4
   1016c:  43 00 00 b5                      cbnz	x3, .divisible_4
   10170:  01 00 00 00                      udf	#1
.divisible_4:
   10174:  45 08 c3 9a                      udiv	x5, x2, x3
   10178:  51 01 80 52                      mov	w17, #0xa
   1017c:  50 08 d1 9a                      udiv	x16, x2, x17
   10180:  06 8a 11 9b                      msub	x6, x16, x17, x2
   10184:  a5 00 06 ca                      eor	x5, x5, x6
   10188:  80 00 05 8b                      add	x0, x4, x5
   1018c:  c0 03 5f d6                      ret

start:
   10190:  f3 7b bf a9                      stp	x19, x30, [sp, #-16]!
   10194:  f3 03 00 aa                      mov	x19, x0
   10198:  20 00 80 52                      mov	w0, #0x1
   1019c:  41 00 80 52                      mov	w1, #0x2
   101a0:  e2 03 13 aa                      mov	x2, x19
   101a4:  03 00 80 92                      mov	x3, #0xffffffffffffffff
   101a8:  e3 ff ff 97                      bl	all
   101ac:  01 00 00 00                      udf	#1

; read-only data
     120:  .messages
     121:  .pairs
