; linux/arm64, entry 10124

_start:
   10124:  e0 03 00 91                      mov	x0, sp
   10128:  dc f6 07 10                      adr	x28, .bss
   1012c:  21 00 00 94                      bl	start
   10130:  01 00 00 00                      udf	#1

all:
   10134:  f3 53 be a9                      stp	x19, x20, [sp, #-32]!
   10138:  f5 5b 01 a9                      stp	x21, x22, [sp, #16]
   1013c:  f3 03 00 2a                      mov	w19, w0
   10140:  f4 03 01 2a                      mov	w20, w1
   10144:  f5 03 02 aa                      mov	x21, x2
   10148:  f6 03 03 aa                      mov	x22, x3
   1014c:  54 00 00 35                      cbnz	w20, .divisible_1
   10150:  01 00 00 00                      udf	#1
.divisible_1:
   10154:  9f 06 00 31                      cmn	w20, #0x1
   10158:  81 00 00 54                      b.ne	.fits_2
   1015c:  7f 06 00 71                      cmp	w19, #0x1
   10160:  47 00 00 54                      b.vc	.fits_2
   10164:  01 00 00 00                      udf	#1
.fits_2:
   10168:  60 0e d4 1a                      sdiv	w0, w19, w20
   1016c:  54 00 00 35                      cbnz	w20, .divisible_3
   10170:  01 00 00 00                      udf	#1
.divisible_3:
   10174:  70 0e d4 1a                      sdiv	w16, w19, w20
   10178:  01 ce 14 1b                      msub	w1, w16, w20, w19
   1017c:  00 00 01 4a                      eor	w0, w0, w1
   10180:  00 7c 40 93                      sxtw	x0, w0
   10184:  56 00 00 b5                      cbnz	x22, .divisible_4
   10188:  01 00 00 00                      udf	#1
.divisible_4:
   1018c:  a1 0a d6 9a                      udiv	x1, x21, x22
   10190:  51 01 80 52                      mov	w17, #0xa
   10194:  b0 0a d1 9a                      udiv	x16, x21, x17
   10198:  02 d6 11 9b                      msub	x2, x16, x17, x21
   1019c:  21 00 02 ca                      eor	x1, x1, x2
   101a0:  00 00 01 8b                      add	x0, x0, x1
   101a4:  f5 5b 41 a9                      ldp	x21, x22, [sp, #16]
   101a8:  f3 53 c2 a8                      ldp	x19, x20, [sp], #32
   101ac:  c0 03 5f d6                      ret

start:
   101b0:  f3 7b bf a9                      stp	x19, x30, [sp, #-16]!
   101b4:  f3 03 00 aa                      mov	x19, x0
   101b8:  20 00 80 52                      mov	w0, #0x1
   101bc:  41 00 80 52                      mov	w1, #0x2
   101c0:  e2 03 13 aa                      mov	x2, x19
   101c4:  03 00 80 92                      mov	x3, #0xffffffffffffffff
   101c8:  db ff ff 97                      bl	all
   101cc:  01 00 00 00                      udf	#1

; read-only data
     120:  .messages
     121:  .pairs
