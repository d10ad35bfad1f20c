; linux/ppc64le, entry 10124

_start:
   10124:  78 0b 23 7c                      mr	r3,r1
   10128:  a6 02 08 7c 05 00 9f 42 a6 02 e8 7f a6 03 08 7c 01 00 ff 3f d0 7e ff 3b la	r31,.bss+0x8000
   10140:  ad 00 00 48                      bl	start
   10144:  08 00 e0 7f                      trap

all:
   10148:  f0 ff 21 38                      addi	r1,r1,-16
   1014c:  00 00 c1 f9                      std	r14,0(r1)
   10150:  08 00 01 fa                      std	r16,8(r1)
   10154:  78 1b 6e 7c                      mr	r14,r3
   10158:  78 2b b0 7c                      mr	r16,r5
   1015c:  00 00 04 2c                      cmpwi	r4,0
   10160:  08 00 82 40                      bne	.fine_1
   10164:  08 00 e0 7f                      trap
.fine_1:
   10168:  ff ff 04 2c                      cmpwi	r4,-1
   1016c:  14 00 82 40                      bne	.ordinary_3
   10170:  00 80 60 3d                      lis	r11,-32768
   10174:  00 58 03 7c                      cmpw	r3,r11
   10178:  08 00 82 40                      bne	.fine_2
   1017c:  08 00 e0 7f                      trap
.fine_2:
.ordinary_3:
   10180:  d6 23 63 7c                      divw	r3,r3,r4
   10184:  00 00 04 2c                      cmpwi	r4,0
   10188:  08 00 82 40                      bne	.fine_4
   1018c:  08 00 e0 7f                      trap
.fine_4:
   10190:  ff ff 04 2c                      cmpwi	r4,-1
   10194:  0c 00 82 40                      bne	.ordinary_5
   10198:  00 00 80 38                      li	r4,0
   1019c:  10 00 00 48                      b	.divided_6
.ordinary_5:
   101a0:  d6 23 8e 7d                      divw	r12,r14,r4
   101a4:  d6 21 8c 7d                      mullw	r12,r12,r4
   101a8:  50 70 8c 7c                      subf	r4,r12,r14
.divided_6:
   101ac:  78 22 63 7c                      xor	r3,r3,r4
   101b0:  b4 07 63 7c                      extsw	r3,r3
   101b4:  00 00 26 2c                      cmpdi	r6,0
   101b8:  08 00 82 40                      bne	.fine_7
   101bc:  08 00 e0 7f                      trap
.fine_7:
   101c0:  92 33 90 7c                      divdu	r4,r16,r6
   101c4:  0a 00 60 39                      li	r11,10
   101c8:  92 5b 85 7d                      divdu	r12,r5,r11
   101cc:  d2 59 8c 7d                      mulld	r12,r12,r11
   101d0:  50 28 ac 7c                      subf	r5,r12,r5
   101d4:  78 2a 84 7c                      xor	r4,r4,r5
   101d8:  14 22 63 7c                      add	r3,r3,r4
   101dc:  00 00 c1 e9                      ld	r14,0(r1)
   101e0:  08 00 01 ea                      ld	r16,8(r1)
   101e4:  10 00 21 38                      addi	r1,r1,16
   101e8:  20 00 80 4e                      blr

start:
   101ec:  f0 ff 21 38                      addi	r1,r1,-16
   101f0:  00 00 c1 f9                      std	r14,0(r1)
   101f4:  a6 02 08 7c                      mflr	r0
   101f8:  08 00 01 f8                      std	r0,8(r1)
   101fc:  78 1b 6e 7c                      mr	r14,r3
   10200:  01 00 60 38                      li	r3,1
   10204:  02 00 80 38                      li	r4,2
   10208:  78 73 c5 7d                      mr	r5,r14
   1020c:  ff ff c0 38                      li	r6,-1
   10210:  39 ff ff 4b                      bl	all
   10214:  08 00 e0 7f                      trap

; read-only data
     120:  .messages
     121:  .pairs
