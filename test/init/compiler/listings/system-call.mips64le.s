; linux/mips64le, entry 10124

_start:
   10124:  25 20 a0 03                      move	a0,sp
   10128:  25 68 e0 03 01 00 11 04 01 00 1c 3c 2d e0 9f 03 25 f8 a0 01 cc 7e 9c 67 la	gp,.bss+0x8000
   10140:  02 00 11 04                      bal	start
   10144:  00 00 00 00                      nop
   10148:  0d 00 00 00                      break

start:
   1014c:  01 00 04 24                      li	a0,1
   10150:  25 68 e0 03 01 00 11 04 ff ff 05 3c 2d 28 bf 00 25 f8 a0 01 c4 ff a5 64 la	a1,"hi"
   10168:  02 00 06 24                      li	a2,2
   1016c:  89 13 02 24                      li	v0,5001
   10170:  0c 00 00 00                      syscall
   10174:  2f 60 02 00                      dnegu	t0,v0
   10178:  0b 10 87 01                      movn	v0,t0,a3
   1017c:  25 20 40 00                      move	a0,v0
   10180:  55 14 02 24                      li	v0,5205
   10184:  0c 00 00 00                      syscall
   10188:  08 00 e0 03                      jr	ra
   1018c:  00 00 00 00                      nop

; read-only data
     120:  "hi"
     122:  .messages
     123:  .pairs
