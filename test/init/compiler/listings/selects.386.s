; linux/386, entry 10b8

_start:
    10b8:  89 e0                            mov    eax,esp
    10ba:  e8 00 00 00 00 5b 81 c3 c1 0f 00 00 la     ebx,.bss+0x80
    10c6:  e8 43 00 00 00                   call   start
    10cb:  0f 0b                            ud2

least:
    10cd:  39 c8                            cmp    eax,ecx
    10cf:  7c 02                            jl     .selected_1
    10d1:  89 c8                            mov    eax,ecx
.selected_1:
    10d3:  c3                               ret

is-digit:
    10d4:  56                               push   esi
    10d5:  89 c6                            mov    esi,eax
    10d7:  83 f8 30                         cmp    eax,0x30
    10da:  0f 93 c2                         setae  dl
    10dd:  0f b6 c2                         movzx  eax,dl
    10e0:  83 fe 39                         cmp    esi,0x39
    10e3:  0f 96 c2                         setbe  dl
    10e6:  0f b6 ca                         movzx  ecx,dl
    10e9:  21 c8                            and    eax,ecx
    10eb:  5e                               pop    esi
    10ec:  c3                               ret

kind:
    10ed:  56                               push   esi
    10ee:  89 c6                            mov    esi,eax
    10f0:  83 f8 2d                         cmp    eax,0x2d
    10f3:  74 09                            je     .skip_1
    10f5:  e8 da ff ff ff                   call   is-digit
    10fa:  85 c0                            test   eax,eax
    10fc:  74 05                            je     .else_2
.skip_1:
    10fe:  6a 02                            push   0x2
    1100:  58                               pop    eax
    1101:  eb 09                            jmp    .end_4
.else_2:
    1103:  6a 03                            push   0x3
    1105:  58                               pop    eax
    1106:  85 f6                            test   esi,esi
    1108:  74 02                            je     .selected_3
    110a:  89 f0                            mov    eax,esi
.selected_3:
.end_4:
    110c:  5e                               pop    esi
    110d:  c3                               ret

start:
    110e:  b9 00 00 01 00                   mov    ecx,0x10000
    1113:  e8 b5 ff ff ff                   call   least
    1118:  83 f0 00                         xor    eax,0x0
    111b:  e8 cd ff ff ff                   call   kind
    1120:  0f 0b                            ud2

; read-only data
      b4:  .messages
      b5:  .pairs
