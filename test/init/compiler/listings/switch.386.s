; linux/386, entry 10b8

_start:
    10b8:  89 e0                            mov    eax,esp
    10ba:  e8 00 00 00 00 5b 81 c3 c1 0f 00 00 la     ebx,.bss+0x80
    10c6:  e8 22 00 00 00                   call   start
    10cb:  0f 0b                            ud2

name:
    10cd:  56                               push   esi
    10ce:  89 c6                            mov    esi,eax
    10d0:  85 f6                            test   esi,esi
    10d2:  74 0c                            je     .block_1
    10d4:  83 fe 02                         cmp    esi,0x2
    10d7:  74 0b                            je     .block2_2
    10d9:  83 fe 04                         cmp    esi,0x4
    10dc:  74 06                            je     .block2_2
    10de:  eb 08                            jmp    .block1_3
.block_1:
    10e0:  6a 0a                            push   0xa
    10e2:  eb 06                            jmp    .tail_4
.block2_2:
    10e4:  6a 14                            push   0x14
    10e6:  eb 02                            jmp    .tail_4
.block1_3:
    10e8:  6a 1e                            push   0x1e
.tail_4:
    10ea:  58                               pop    eax
.return_5:
    10eb:  5e                               pop    esi
    10ec:  c3                               ret

start:
    10ed:  56                               push   esi
    10ee:  89 c6                            mov    esi,eax
    10f0:  8b 06                            mov    eax,DWORD PTR [esi]
    10f2:  83 f0 00                         xor    eax,0x0
    10f5:  e8 d3 ff ff ff                   call   name
    10fa:  ba fc 00 00 00                   mov    edx,0xfc
    10ff:  e8 02 00 00 00                   call   .system call
    1104:  0f 0b                            ud2

.system call:
    1106:  53                               push   ebx
    1107:  56                               push   esi
    1108:  57                               push   edi
    1109:  52                               push   edx
    110a:  8b 53 80                         mov    edx,DWORD PTR [ebx-0x80]
    110d:  8b 73 84                         mov    esi,DWORD PTR [ebx-0x7c]
    1110:  8b 7b 88                         mov    edi,DWORD PTR [ebx-0x78]
    1113:  89 c3                            mov    ebx,eax
    1115:  58                               pop    eax
    1116:  cd 80                            int    0x80
    1118:  5f                               pop    edi
    1119:  5e                               pop    esi
    111a:  5b                               pop    ebx
    111b:  c3                               ret

; read-only data
      b4:  .messages
      b5:  .pairs
