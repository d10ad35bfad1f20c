; linux/386, entry 10b8

_start:
    10b8:  89 e0                            mov    eax,esp
    10ba:  e8 00 00 00 00 5b 81 c3 c1 0f 00 00 la     ebx,.bss+0x80
    10c6:  ba 00 ff ff ff                   mov    edx,0xffffff00
    10cb:  89 53 98                         mov    DWORD PTR [ebx-0x68],edx
    10ce:  ba 2c 01 00 00                   mov    edx,0x12c
    10d3:  89 53 a0                         mov    DWORD PTR [ebx-0x60],edx
    10d6:  e8 02 00 00 00                   call   start
    10db:  0f 0b                            ud2

start:
    10dd:  ff 43 9c                         inc    DWORD PTR [ebx-0x64]
    10e0:  6a ff                            push   0xffffffff
    10e2:  58                               pop    eax
    10e3:  89 43 a0                         mov    DWORD PTR [ebx-0x60],eax
    10e6:  89 43 98                         mov    DWORD PTR [ebx-0x68],eax
    10e9:  b8 00 00 00 80                   mov    eax,0x80000000
    10ee:  89 43 98                         mov    DWORD PTR [ebx-0x68],eax
    10f1:  89 43 98                         mov    DWORD PTR [ebx-0x68],eax
    10f4:  b8 f0 de bc 9a                   mov    eax,0x9abcdef0
    10f9:  89 43 98                         mov    DWORD PTR [ebx-0x68],eax
    10fc:  6a 41                            push   0x41
    10fe:  58                               pop    eax
    10ff:  88 83 17 11 01 00                mov    BYTE PTR [ebx+0x11117],al
    1105:  0f 0b                            ud2

; read-only data
      b4:  .messages
      b5:  .pairs
