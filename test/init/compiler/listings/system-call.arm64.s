; linux/arm64, entry 10124

_start:
   10124:  e0 03 00 91                      mov	x0, sp
   10128:  dc f6 07 10                      adr	x28, .bss
   1012c:  02 00 00 94                      bl	start
   10130:  01 00 00 00                      udf	#1

start:
   10134:  20 00 80 52                      mov	w0, #0x1
   10138:  41 ff f7 10                      adr	x1, "hi"
   1013c:  42 00 80 52                      mov	w2, #0x2
   10140:  08 08 80 52                      mov	w8, #0x40
   10144:  01 00 00 d4                      svc	#0x0
   10148:  c8 0b 80 52                      mov	w8, #0x5e
   1014c:  01 00 00 d4                      svc	#0x0
   10150:  c0 03 5f d6                      ret

; read-only data
     120:  "hi"
     122:  .messages
     123:  .pairs
