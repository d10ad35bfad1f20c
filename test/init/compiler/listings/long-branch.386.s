; linux/386, entry 10b8

_start:
    10b8:  89 e0                            mov    eax,esp
    10ba:  e8 00 00 00 00 5b 81 c3 c1 0f 00 00 la     ebx,.bss+0x80
    10c6:  e8 64 00 00 00                   call   start
    10cb:  0f 0b                            ud2

fill:
    10cd:  56                               push   esi
    10ce:  89 c6                            mov    esi,eax
.label1_1:
    10d0:  89 b3 98 00 00 00                mov    DWORD PTR [ebx+0x98],esi
    10d6:  89 b3 98 01 00 00                mov    DWORD PTR [ebx+0x198],esi
    10dc:  89 b3 98 02 00 00                mov    DWORD PTR [ebx+0x298],esi
    10e2:  89 b3 98 03 00 00                mov    DWORD PTR [ebx+0x398],esi
    10e8:  89 b3 98 04 00 00                mov    DWORD PTR [ebx+0x498],esi
    10ee:  89 b3 98 05 00 00                mov    DWORD PTR [ebx+0x598],esi
    10f4:  89 b3 98 06 00 00                mov    DWORD PTR [ebx+0x698],esi
    10fa:  89 b3 98 07 00 00                mov    DWORD PTR [ebx+0x798],esi
    1100:  89 b3 98 08 00 00                mov    DWORD PTR [ebx+0x898],esi
    1106:  89 b3 98 09 00 00                mov    DWORD PTR [ebx+0x998],esi
    110c:  89 b3 98 0a 00 00                mov    DWORD PTR [ebx+0xa98],esi
    1112:  89 b3 98 0b 00 00                mov    DWORD PTR [ebx+0xb98],esi
    1118:  89 b3 98 0c 00 00                mov    DWORD PTR [ebx+0xc98],esi
.label_2:
    111e:  c1 ee 01                         shr    esi,0x1
    1121:  81 fe e8 03 00 00                cmp    esi,0x3e8
    1127:  77 f5                            ja     .label_2
    1129:  85 f6                            test   esi,esi
    112b:  75 a3                            jne    .label1_1
    112d:  5e                               pop    esi
    112e:  c3                               ret

start:
    112f:  e8 99 ff ff ff                   call   fill
    1134:  0f 0b                            ud2

; read-only data
      b4:  .messages
      b5:  .pairs
