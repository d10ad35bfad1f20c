; linux/386, entry 10b8

_start:
    10b8:  89 e0                            mov    eax,esp
    10ba:  e8 00 00 00 00 5b 81 c3 c1 0f 00 00 la     ebx,.bss+0x80
    10c6:  e8 76 00 00 00                   call   start
    10cb:  0f 0b                            ud2

all:
    10cd:  56                               push   esi
    10ce:  57                               push   edi
    10cf:  55                               push   ebp
    10d0:  83 ec 04                         sub    esp,0x4
    10d3:  89 c6                            mov    esi,eax
    10d5:  89 cf                            mov    edi,ecx
    10d7:  8b 6b 80                         mov    ebp,DWORD PTR [ebx-0x80]
    10da:  8b 53 84                         mov    edx,DWORD PTR [ebx-0x7c]
    10dd:  89 14 24                         mov    DWORD PTR [esp],edx
    10e0:  89 7b 90                         mov    DWORD PTR [ebx-0x70],edi
    10e3:  89 f0                            mov    eax,esi
    10e5:  99                               cdq
    10e6:  f7 7b 90                         idiv   DWORD PTR [ebx-0x70]
    10e9:  89 7b 90                         mov    DWORD PTR [ebx-0x70],edi
    10ec:  89 43 94                         mov    DWORD PTR [ebx-0x6c],eax
    10ef:  89 f0                            mov    eax,esi
    10f1:  83 7b 90 ff                      cmp    DWORD PTR [ebx-0x70],0xffffffff
    10f5:  75 04                            jne    .divisible_1
    10f7:  31 d2                            xor    edx,edx
    10f9:  eb 04                            jmp    .divided_2
.divisible_1:
    10fb:  99                               cdq
    10fc:  f7 7b 90                         idiv   DWORD PTR [ebx-0x70]
.divided_2:
    10ff:  89 d1                            mov    ecx,edx
    1101:  8b 43 94                         mov    eax,DWORD PTR [ebx-0x6c]
    1104:  31 c8                            xor    eax,ecx
    1106:  83 f0 00                         xor    eax,0x0
    1109:  8b 0c 24                         mov    ecx,DWORD PTR [esp]
    110c:  89 4b 90                         mov    DWORD PTR [ebx-0x70],ecx
    110f:  89 43 94                         mov    DWORD PTR [ebx-0x6c],eax
    1112:  89 e8                            mov    eax,ebp
    1114:  31 d2                            xor    edx,edx
    1116:  f7 73 90                         div    DWORD PTR [ebx-0x70]
    1119:  89 c1                            mov    ecx,eax
    111b:  8b 43 94                         mov    eax,DWORD PTR [ebx-0x6c]
    111e:  c7 43 90 0a 00 00 00             mov    DWORD PTR [ebx-0x70],0xa
    1125:  89 43 94                         mov    DWORD PTR [ebx-0x6c],eax
    1128:  89 e8                            mov    eax,ebp
    112a:  31 d2                            xor    edx,edx
    112c:  f7 73 90                         div    DWORD PTR [ebx-0x70]
    112f:  89 53 80                         mov    DWORD PTR [ebx-0x80],edx
    1132:  8b 43 94                         mov    eax,DWORD PTR [ebx-0x6c]
    1135:  33 4b 80                         xor    ecx,DWORD PTR [ebx-0x80]
    1138:  01 c8                            add    eax,ecx
    113a:  83 c4 04                         add    esp,0x4
    113d:  5d                               pop    ebp
    113e:  5f                               pop    edi
    113f:  5e                               pop    esi
    1140:  c3                               ret

start:
    1141:  56                               push   esi
    1142:  89 c6                            mov    esi,eax
    1144:  6a 01                            push   0x1
    1146:  58                               pop    eax
    1147:  6a 02                            push   0x2
    1149:  59                               pop    ecx
    114a:  89 73 80                         mov    DWORD PTR [ebx-0x80],esi
    114d:  c7 43 84 ff ff ff ff             mov    DWORD PTR [ebx-0x7c],0xffffffff
    1154:  e8 74 ff ff ff                   call   all
    1159:  0f 0b                            ud2

; read-only data
      b4:  .messages
      b5:  .pairs
