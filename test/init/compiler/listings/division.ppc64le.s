; linux/ppc64le, entry 10124

_start:
   10124:  78 0b 23 7c                      mr	r3,r1
   10128:  a6 02 08 7c 05 00 9f 42 a6 02 e8 7f a6 03 08 7c 01 00 ff 3f d0 7e ff 3b la	r31,.bss+0x8000
   10140:  c5 00 00 48                      bl	start
   10144:  08 00 e0 7f                      trap

all:
   10148:  e0 ff 21 38                      addi	r1,r1,-32
   1014c:  00 00 c1 f9                      std	r14,0(r1)
   10150:  08 00 e1 f9                      std	r15,8(r1)
   10154:  10 00 01 fa                      std	r16,16(r1)
   10158:  18 00 21 fa                      std	r17,24(r1)
   1015c:  78 1b 6e 7c                      mr	r14,r3
   10160:  78 23 8f 7c                      mr	r15,r4
   10164:  78 2b b0 7c                      mr	r16,r5
   10168:  78 33 d1 7c                      mr	r17,r6
   1016c:  00 00 0f 2c                      cmpwi	r15,0
   10170:  08 00 82 40                      bne	.fine_1
   10174:  08 00 e0 7f                      trap
.fine_1:
   10178:  ff ff 0f 2c                      cmpwi	r15,-1
   1017c:  14 00 82 40                      bne	.ordinary_3
   10180:  00 80 60 3d                      lis	r11,-32768
   10184:  00 58 0e 7c                      cmpw	r14,r11
   10188:  08 00 82 40                      bne	.fine_2
   1018c:  08 00 e0 7f                      trap
.fine_2:
.ordinary_3:
   10190:  d6 7b 6e 7c                      divw	r3,r14,r15
   10194:  00 00 0f 2c                      cmpwi	r15,0
   10198:  08 00 82 40                      bne	.fine_4
   1019c:  08 00 e0 7f                      trap
.fine_4:
   101a0:  ff ff 0f 2c                      cmpwi	r15,-1
   101a4:  0c 00 82 40                      bne	.ordinary_5
   101a8:  00 00 80 38                      li	r4,0
   101ac:  10 00 00 48                      b	.divided_6
.ordinary_5:
   101b0:  d6 7b 8e 7d                      divw	r12,r14,r15
   101b4:  d6 79 8c 7d                      mullw	r12,r12,r15
   101b8:  50 70 8c 7c                      subf	r4,r12,r14
.divided_6:
   101bc:  78 22 63 7c                      xor	r3,r3,r4
   101c0:  b4 07 63 7c                      extsw	r3,r3
   101c4:  00 00 31 2c                      cmpdi	r17,0
   101c8:  08 00 82 40                      bne	.fine_7
   101cc:  08 00 e0 7f                      trap
.fine_7:
   101d0:  92 8b 90 7c                      divdu	r4,r16,r17
   101d4:  0a 00 60 39                      li	r11,10
   101d8:  92 5b 90 7d                      divdu	r12,r16,r11
   101dc:  d2 59 8c 7d                      mulld	r12,r12,r11
   101e0:  50 80 ac 7c                      subf	r5,r12,r16
   101e4:  78 2a 84 7c                      xor	r4,r4,r5
   101e8:  14 22 63 7c                      add	r3,r3,r4
   101ec:  00 00 c1 e9                      ld	r14,0(r1)
   101f0:  08 00 e1 e9                      ld	r15,8(r1)
   101f4:  10 00 01 ea                      ld	r16,16(r1)
   101f8:  18 00 21 ea                      ld	r17,24(r1)
   101fc:  20 00 21 38                      addi	r1,r1,32
   10200:  20 00 80 4e                      blr

start:
   10204:  f0 ff 21 38                      addi	r1,r1,-16
   10208:  00 00 c1 f9                      std	r14,0(r1)
   1020c:  a6 02 08 7c                      mflr	r0
   10210:  08 00 01 f8                      std	r0,8(r1)
   10214:  78 1b 6e 7c                      mr	r14,r3
   10218:  01 00 60 38                      li	r3,1
   1021c:  02 00 80 38                      li	r4,2
   10220:  78 73 c5 7d                      mr	r5,r14
   10224:  ff ff c0 38                      li	r6,-1
   10228:  21 ff ff 4b                      bl	all
   1022c:  08 00 e0 7f                      trap

; read-only data
     120:  .messages
     121:  .pairs
