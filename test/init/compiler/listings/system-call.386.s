; linux/386, entry 10b8

_start:
    10b8:  89 e0                            mov    eax,esp
    10ba:  e8 00 00 00 00 5b 81 c3 c1 0f 00 00 la     ebx,.bss+0x80
    10c6:  e8 02 00 00 00                   call   start
    10cb:  0f 0b                            ud2

start:
    10cd:  6a 01                            push   0x1
    10cf:  58                               pop    eax
    10d0:  e8 00 00 00 00 59 81 c1 df ef ff ff la     ecx,"hi"
    10dc:  c7 43 80 02 00 00 00             mov    DWORD PTR [ebx-0x80],0x2
    10e3:  6a 04                            push   0x4
    10e5:  5a                               pop    edx
    10e6:  e8 0b 00 00 00                   call   .system call
    10eb:  ba fc 00 00 00                   mov    edx,0xfc
    10f0:  e8 01 00 00 00                   call   .system call
    10f5:  c3                               ret

.system call:
    10f6:  53                               push   ebx
    10f7:  56                               push   esi
    10f8:  57                               push   edi
    10f9:  52                               push   edx
    10fa:  8b 53 80                         mov    edx,DWORD PTR [ebx-0x80]
    10fd:  8b 73 84                         mov    esi,DWORD PTR [ebx-0x7c]
    1100:  8b 7b 88                         mov    edi,DWORD PTR [ebx-0x78]
    1103:  89 c3                            mov    ebx,eax
    1105:  58                               pop    eax
    1106:  cd 80                            int    0x80
    1108:  5f                               pop    edi
    1109:  5e                               pop    esi
    110a:  5b                               pop    ebx
    110b:  c3                               ret

; read-only data
      b4:  "hi"
      b6:  .messages
      b7:  .pairs
