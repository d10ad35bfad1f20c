; linux/386, entry 10b8

_start:
    10b8:  89 e0                            mov    eax,esp
    10ba:  e8 00 00 00 00 5b 81 c3 c1 0f 00 00 la     ebx,.bss+0x80
    10c6:  e8 1b 00 00 00                   call   start
    10cb:  0f 0b                            ud2

sum:
    10cd:  56                               push   esi
    10ce:  57                               push   edi
    10cf:  55                               push   ebp
    10d0:  89 c6                            mov    esi,eax
    10d2:  31 ff                            xor    edi,edi
.label_1:
    10d4:  0f b6 2e                         movzx  ebp,BYTE PTR [esi]
    10d7:  85 ed                            test   ebp,ebp
    10d9:  74 05                            je     .else_2
    10db:  01 ef                            add    edi,ebp
    10dd:  46                               inc    esi
    10de:  eb f4                            jmp    .label_1
.else_2:
    10e0:  89 f8                            mov    eax,edi
    10e2:  5d                               pop    ebp
    10e3:  5f                               pop    edi
    10e4:  5e                               pop    esi
    10e5:  c3                               ret

start:
    10e6:  8b 40 08                         mov    eax,DWORD PTR [eax+0x8]
    10e9:  e8 df ff ff ff                   call   sum
    10ee:  89 43 98                         mov    DWORD PTR [ebx-0x68],eax
    10f1:  0f 0b                            ud2

; read-only data
      b4:  .messages
      b5:  .pairs
