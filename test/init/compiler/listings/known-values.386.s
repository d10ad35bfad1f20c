; linux/386, entry 10b8

_start:
    10b8:  89 e0                            mov    eax,esp
    10ba:  e8 00 00 00 00 5b 81 c3 c1 0f 00 00 la     ebx,.bss+0x80
    10c6:  e8 60 00 00 00                   call   start
    10cb:  0f 0b                            ud2

sign:
    10cd:  56                               push   esi
    10ce:  89 c6                            mov    esi,eax
    10d0:  85 c0                            test   eax,eax
    10d2:  75 04                            jne    .else_1
    10d4:  31 c0                            xor    eax,eax
    10d6:  eb 0a                            jmp    .return_3
.else_1:
    10d8:  6a 01                            push   0x1
    10da:  58                               pop    eax
    10db:  85 f6                            test   esi,esi
    10dd:  7f 03                            jg     .selected_2
    10df:  6a ff                            push   0xffffffff
    10e1:  58                               pop    eax
.selected_2:
.return_3:
    10e2:  5e                               pop    esi
    10e3:  c3                               ret

step:
    10e4:  85 c0                            test   eax,eax
    10e6:  74 06                            je     .return_1
    10e8:  ff 43 98                         inc    DWORD PTR [ebx-0x68]
    10eb:  29 43 9c                         sub    DWORD PTR [ebx-0x64],eax
.return_1:
    10ee:  c3                               ret

run:
    10ef:  56                               push   esi
    10f0:  57                               push   edi
    10f1:  83 ec 04                         sub    esp,0x4
    10f4:  89 c7                            mov    edi,eax
    10f6:  e8 e9 ff ff ff                   call   step
    10fb:  8b 43 98                         mov    eax,DWORD PTR [ebx-0x68]
    10fe:  89 c6                            mov    esi,eax
    1100:  01 c6                            add    esi,eax
    1102:  3b 73 9c                         cmp    esi,DWORD PTR [ebx-0x64]
    1105:  7d 0a                            jge    .else_1
    1107:  89 f8                            mov    eax,edi
    1109:  e8 d6 ff ff ff                   call   step
    110e:  03 73 98                         add    esi,DWORD PTR [ebx-0x68]
.else_1:
    1111:  6b c6 03                         imul   eax,esi,0x3
    1114:  89 04 24                         mov    DWORD PTR [esp],eax
    1117:  89 f0                            mov    eax,esi
    1119:  e8 af ff ff ff                   call   sign
    111e:  89 c1                            mov    ecx,eax
    1120:  8b 04 24                         mov    eax,DWORD PTR [esp]
    1123:  01 c8                            add    eax,ecx
    1125:  83 c4 04                         add    esp,0x4
    1128:  5f                               pop    edi
    1129:  5e                               pop    esi
    112a:  c3                               ret

start:
    112b:  6a 05                            push   0x5
    112d:  58                               pop    eax
    112e:  e8 bc ff ff ff                   call   run
    1133:  0f 0b                            ud2

; read-only data
      b4:  .messages
      b5:  .pairs
