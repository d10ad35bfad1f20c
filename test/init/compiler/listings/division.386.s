; linux/386, entry 10b8

_start:
    10b8:  89 e0                            mov    eax,esp
    10ba:  e8 00 00 00 00 5b 81 c3 c1 0f 00 00 la     ebx,.bss+0x80
    10c6:  e8 71 00 00 00                   call   start
    10cb:  0f 0b                            ud2

all:
    10cd:  56                               push   esi
    10ce:  55                               push   ebp
    10cf:  83 ec 04                         sub    esp,0x4
    10d2:  89 c6                            mov    esi,eax
    10d4:  8b 6b 80                         mov    ebp,DWORD PTR [ebx-0x80]
    10d7:  8b 53 84                         mov    edx,DWORD PTR [ebx-0x7c]
    10da:  89 14 24                         mov    DWORD PTR [esp],edx
    10dd:  89 4b 90                         mov    DWORD PTR [ebx-0x70],ecx
    10e0:  99                               cdq
    10e1:  f7 7b 90                         idiv   DWORD PTR [ebx-0x70]
    10e4:  89 4b 90                         mov    DWORD PTR [ebx-0x70],ecx
    10e7:  89 43 94                         mov    DWORD PTR [ebx-0x6c],eax
    10ea:  89 f0                            mov    eax,esi
    10ec:  83 7b 90 ff                      cmp    DWORD PTR [ebx-0x70],0xffffffff
    10f0:  75 04                            jne    .divisible_1
    10f2:  31 d2                            xor    edx,edx
    10f4:  eb 04                            jmp    .divided_2
.divisible_1:
    10f6:  99                               cdq
    10f7:  f7 7b 90                         idiv   DWORD PTR [ebx-0x70]
.divided_2:
    10fa:  89 d1                            mov    ecx,edx
    10fc:  8b 43 94                         mov    eax,DWORD PTR [ebx-0x6c]
    10ff:  31 c8                            xor    eax,ecx
    1101:  83 f0 00                         xor    eax,0x0
    1104:  8b 53 84                         mov    edx,DWORD PTR [ebx-0x7c]
    1107:  89 53 90                         mov    DWORD PTR [ebx-0x70],edx
    110a:  89 43 94                         mov    DWORD PTR [ebx-0x6c],eax
    110d:  89 e8                            mov    eax,ebp
    110f:  31 d2                            xor    edx,edx
    1111:  f7 73 90                         div    DWORD PTR [ebx-0x70]
    1114:  89 c1                            mov    ecx,eax
    1116:  8b 43 94                         mov    eax,DWORD PTR [ebx-0x6c]
    1119:  c7 43 90 0a 00 00 00             mov    DWORD PTR [ebx-0x70],0xa
    1120:  89 43 94                         mov    DWORD PTR [ebx-0x6c],eax
    1123:  8b 43 80                         mov    eax,DWORD PTR [ebx-0x80]
    1126:  31 d2                            xor    edx,edx
    1128:  f7 73 90                         div    DWORD PTR [ebx-0x70]
    112b:  89 53 80                         mov    DWORD PTR [ebx-0x80],edx
    112e:  8b 43 94                         mov    eax,DWORD PTR [ebx-0x6c]
    1131:  33 4b 80                         xor    ecx,DWORD PTR [ebx-0x80]
    1134:  01 c8                            add    eax,ecx
    1136:  83 c4 04                         add    esp,0x4
    1139:  5d                               pop    ebp
    113a:  5e                               pop    esi
    113b:  c3                               ret

start:
    113c:  56                               push   esi
    113d:  89 c6                            mov    esi,eax
    113f:  6a 01                            push   0x1
    1141:  58                               pop    eax
    1142:  6a 02                            push   0x2
    1144:  59                               pop    ecx
    1145:  89 73 80                         mov    DWORD PTR [ebx-0x80],esi
    1148:  c7 43 84 ff ff ff ff             mov    DWORD PTR [ebx-0x7c],0xffffffff
    114f:  e8 79 ff ff ff                   call   all
    1154:  0f 0b                            ud2

; read-only data
      b4:  .messages
      b5:  .pairs
