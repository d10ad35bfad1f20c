; linux/386, entry 10b8

_start:
    10b8:  89 e0                            mov    eax,esp
    10ba:  e8 00 00 00 00 5b 81 c3 c1 0f 00 00 la     ebx,.bss+0x80
    10c6:  e8 1e 00 00 00                   call   start
    10cb:  0f 0b                            ud2

name:
    10cd:  85 c0                            test   eax,eax
    10cf:  74 0c                            je     .block_1
    10d1:  83 f8 02                         cmp    eax,0x2
    10d4:  74 0b                            je     .block2_2
    10d6:  83 f8 04                         cmp    eax,0x4
    10d9:  74 06                            je     .block2_2
    10db:  eb 08                            jmp    .block1_3
.block_1:
    10dd:  6a 0a                            push   0xa
    10df:  eb 06                            jmp    .tail_4
.block2_2:
    10e1:  6a 14                            push   0x14
    10e3:  eb 02                            jmp    .tail_4
.block1_3:
    10e5:  6a 1e                            push   0x1e
.tail_4:
    10e7:  58                               pop    eax
.return_5:
    10e8:  c3                               ret

start:
    10e9:  8b 00                            mov    eax,DWORD PTR [eax]
    10eb:  83 f0 00                         xor    eax,0x0
    10ee:  e8 da ff ff ff                   call   name
    10f3:  ba fc 00 00 00                   mov    edx,0xfc
    10f8:  e8 02 00 00 00                   call   .system call
    10fd:  0f 0b                            ud2

.system call:
    10ff:  53                               push   ebx
    1100:  56                               push   esi
    1101:  57                               push   edi
    1102:  52                               push   edx
    1103:  8b 53 80                         mov    edx,DWORD PTR [ebx-0x80]
    1106:  8b 73 84                         mov    esi,DWORD PTR [ebx-0x7c]
    1109:  8b 7b 88                         mov    edi,DWORD PTR [ebx-0x78]
    110c:  89 c3                            mov    ebx,eax
    110e:  58                               pop    eax
    110f:  cd 80                            int    0x80
    1111:  5f                               pop    edi
    1112:  5e                               pop    esi
    1113:  5b                               pop    ebx
    1114:  c3                               ret

; read-only data
      b4:  .messages
      b5:  .pairs
