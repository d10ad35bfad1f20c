; linux/mips64le, entry 10124

_start:
   10124:  25 20 a0 03                      move	a0,sp
   10128:  25 68 e0 03 01 00 11 04 01 00 1c 3c 2d e0 9f 03 25 f8 a0 01 cc 7e 9c 67 la	gp,.bss+0x8000
   10140:  00 ff 0c 24                      li	t0,-256
   10144:  08 80 8c ff                      sd	t0,-32760(gp)
   10148:  2c 01 0c 24                      li	t0,300
   1014c:  02 00 11 04                      bal	start
   10150:  10 80 8c af                      sw	t0,-32752(gp)
   10154:  0d 00 00 00                      break

start:
   10158:  00 80 85 8f                      lw	a1,-32768(gp)
   1015c:  01 00 a5 24                      addiu	a1,a1,1
   10160:  00 80 85 af                      sw	a1,-32768(gp)
   10164:  ff ff 05 24                      li	a1,-1
   10168:  10 80 85 af                      sw	a1,-32752(gp)
   1016c:  ff ff 05 24                      li	a1,-1
   10170:  08 80 85 ff                      sd	a1,-32760(gp)
   10174:  01 00 05 24                      li	a1,1
   10178:  f8 2f 05 00                      dsll	a1,a1,0x1f
   1017c:  08 80 85 ff                      sd	a1,-32760(gp)
   10180:  00 80 05 3c                      lui	a1,0x8000
   10184:  08 80 85 ff                      sd	a1,-32760(gp)
   10188:  46 02 05 3c                      lui	a1,0x246
   1018c:  cf 8a a5 34                      ori	a1,a1,0x8acf
   10190:  78 2c 05 00                      dsll	a1,a1,0x11
   10194:  af 26 a5 34                      ori	a1,a1,0x26af
   10198:  b8 2c 05 00                      dsll	a1,a1,0x12
   1019c:  f0 de a5 34                      ori	a1,a1,0xdef0
   101a0:  08 80 85 ff                      sd	a1,-32760(gp)
   101a4:  41 00 05 24                      li	a1,65
   101a8:  01 00 0d 3c                      lui	t1,0x1
   101ac:  2d 68 bc 01                      daddu	t1,t1,gp
   101b0:  87 91 a5 a1                      sb	a1,-28281(t1)
   101b4:  0d 00 00 00                      break

; read-only data
     120:  .messages
     121:  .pairs
