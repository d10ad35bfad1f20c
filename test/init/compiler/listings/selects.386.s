; linux/386, entry 10b8

_start:
    10b8:  89 e0                            mov    eax,esp
    10ba:  e8 00 00 00 00 5b 81 c3 c1 0f 00 00 la     ebx,.bss+0x80
    10c6:  e8 4f 00 00 00                   call   start
    10cb:  0f 0b                            ud2

least:
    10cd:  56                               push   esi
    10ce:  57                               push   edi
    10cf:  89 c6                            mov    esi,eax
    10d1:  89 cf                            mov    edi,ecx
    10d3:  89 f0                            mov    eax,esi
    10d5:  39 fe                            cmp    esi,edi
    10d7:  7c 02                            jl     .selected_1
    10d9:  89 f8                            mov    eax,edi
.selected_1:
    10db:  5f                               pop    edi
    10dc:  5e                               pop    esi
    10dd:  c3                               ret

is-digit:
    10de:  56                               push   esi
    10df:  89 c6                            mov    esi,eax
    10e1:  83 fe 30                         cmp    esi,0x30
    10e4:  0f 93 c2                         setae  dl
    10e7:  0f b6 c2                         movzx  eax,dl
    10ea:  83 fe 39                         cmp    esi,0x39
    10ed:  0f 96 c2                         setbe  dl
    10f0:  0f b6 ca                         movzx  ecx,dl
    10f3:  21 c8                            and    eax,ecx
    10f5:  5e                               pop    esi
    10f6:  c3                               ret

kind:
    10f7:  56                               push   esi
    10f8:  89 c6                            mov    esi,eax
    10fa:  83 fe 2d                         cmp    esi,0x2d
    10fd:  74 0b                            je     .skip_1
    10ff:  89 f0                            mov    eax,esi
    1101:  e8 d8 ff ff ff                   call   is-digit
    1106:  85 c0                            test   eax,eax
    1108:  74 05                            je     .else_2
.skip_1:
    110a:  6a 02                            push   0x2
    110c:  58                               pop    eax
    110d:  eb 09                            jmp    .end_4
.else_2:
    110f:  6a 03                            push   0x3
    1111:  58                               pop    eax
    1112:  85 f6                            test   esi,esi
    1114:  74 02                            je     .selected_3
    1116:  89 f0                            mov    eax,esi
.selected_3:
.end_4:
    1118:  5e                               pop    esi
    1119:  c3                               ret

start:
    111a:  56                               push   esi
    111b:  89 c6                            mov    esi,eax
    111d:  89 f0                            mov    eax,esi
    111f:  b9 00 00 01 00                   mov    ecx,0x10000
    1124:  e8 a4 ff ff ff                   call   least
    1129:  83 f0 00                         xor    eax,0x0
    112c:  e8 c6 ff ff ff                   call   kind
    1131:  0f 0b                            ud2

; read-only data
      b4:  .messages
      b5:  .pairs
