; linux/386, entry 10b8

_start:
    10b8:  89 e0                            mov    eax,esp
    10ba:  e8 00 00 00 00 5b 81 c3 c1 0f 00 00 la     ebx,.bss+0x80
    10c6:  e8 a2 00 00 00                   call   start
    10cb:  0f 0b                            ud2

add:
    10cd:  56                               push   esi
    10ce:  57                               push   edi
    10cf:  89 c6                            mov    esi,eax
    10d1:  89 cf                            mov    edi,ecx
    10d3:  89 f0                            mov    eax,esi
    10d5:  01 f8                            add    eax,edi
.tail_1:
    10d7:  5f                               pop    edi
    10d8:  5e                               pop    esi
    10d9:  c3                               ret

sums:
    10da:  56                               push   esi
    10db:  57                               push   edi
    10dc:  83 ec 0c                         sub    esp,0xc
    10df:  89 c6                            mov    esi,eax
    10e1:  89 cf                            mov    edi,ecx
    10e3:  89 f0                            mov    eax,esi
    10e5:  0f af c7                         imul   eax,edi
    10e8:  89 04 24                         mov    DWORD PTR [esp],eax
    10eb:  89 f2                            mov    edx,esi
    10ed:  51                               push   ecx
    10ee:  89 f9                            mov    ecx,edi
    10f0:  d3 e2                            shl    edx,cl
    10f2:  59                               pop    ecx
    10f3:  89 d0                            mov    eax,edx
    10f5:  89 44 24 04                      mov    DWORD PTR [esp+0x4],eax
    10f9:  89 f8                            mov    eax,edi
    10fb:  89 44 24 08                      mov    DWORD PTR [esp+0x8],eax
    10ff:  89 f0                            mov    eax,esi
    1101:  6a 07                            push   0x7
    1103:  59                               pop    ecx
    1104:  e8 c4 ff ff ff                   call   add
    1109:  89 c1                            mov    ecx,eax
    110b:  8b 44 24 08                      mov    eax,DWORD PTR [esp+0x8]
    110f:  e8 b9 ff ff ff                   call   add
    1114:  89 c1                            mov    ecx,eax
    1116:  8b 44 24 04                      mov    eax,DWORD PTR [esp+0x4]
    111a:  31 c8                            xor    eax,ecx
    111c:  89 c1                            mov    ecx,eax
    111e:  8b 04 24                         mov    eax,DWORD PTR [esp]
    1121:  29 c8                            sub    eax,ecx
    1123:  83 c4 0c                         add    esp,0xc
    1126:  eb af                            jmp    .tail_1

leave:
    1128:  56                               push   esi
    1129:  83 ec 08                         sub    esp,0x8
    112c:  89 c6                            mov    esi,eax
    112e:  89 f0                            mov    eax,esi
    1130:  0f af c6                         imul   eax,esi
    1133:  89 f1                            mov    ecx,esi
    1135:  83 e9 01                         sub    ecx,0x1
    1138:  89 04 24                         mov    DWORD PTR [esp],eax
    113b:  89 4c 24 04                      mov    DWORD PTR [esp+0x4],ecx
    113f:  89 f0                            mov    eax,esi
    1141:  6a 03                            push   0x3
    1143:  59                               pop    ecx
    1144:  83 fe 64                         cmp    esi,0x64
    1147:  76 05                            jbe    .skip_1
    1149:  8b 04 24                         mov    eax,DWORD PTR [esp]
    114c:  eb 18                            jmp    .block_2
.skip_1:
    114e:  e8 7a ff ff ff                   call   add
    1153:  89 43 80                         mov    DWORD PTR [ebx-0x80],eax
    1156:  8b 04 24                         mov    eax,DWORD PTR [esp]
    1159:  8b 4c 24 04                      mov    ecx,DWORD PTR [esp+0x4]
    115d:  89 ca                            mov    edx,ecx
    115f:  8b 4b 80                         mov    ecx,DWORD PTR [ebx-0x80]
    1162:  d3 c2                            rol    edx,cl
    1164:  89 d1                            mov    ecx,edx
.block_2:
    1166:  01 c8                            add    eax,ecx
    1168:  83 c4 08                         add    esp,0x8
    116b:  5e                               pop    esi
    116c:  c3                               ret

start:
    116d:  6a 01                            push   0x1
    116f:  58                               pop    eax
    1170:  e8 b3 ff ff ff                   call   leave
    1175:  6a 02                            push   0x2
    1177:  59                               pop    ecx
    1178:  e8 5d ff ff ff                   call   sums
    117d:  0f 0b                            ud2

; read-only data
      b4:  .messages
      b5:  .pairs
