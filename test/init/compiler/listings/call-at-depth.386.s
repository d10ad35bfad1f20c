; linux/386, entry 10b8

_start:
    10b8:  89 e0                            mov    eax,esp
    10ba:  e8 00 00 00 00 5b 81 c3 c1 0f 00 00 la     ebx,.bss+0x80
    10c6:  e8 87 00 00 00                   call   start
    10cb:  0f 0b                            ud2

add:
    10cd:  01 c8                            add    eax,ecx
    10cf:  c3                               ret

sums:
    10d0:  56                               push   esi
    10d1:  57                               push   edi
    10d2:  83 ec 08                         sub    esp,0x8
    10d5:  89 c6                            mov    esi,eax
    10d7:  89 cf                            mov    edi,ecx
    10d9:  0f af c1                         imul   eax,ecx
    10dc:  89 04 24                         mov    DWORD PTR [esp],eax
    10df:  89 f2                            mov    edx,esi
    10e1:  d3 e2                            shl    edx,cl
    10e3:  89 d0                            mov    eax,edx
    10e5:  89 44 24 04                      mov    DWORD PTR [esp+0x4],eax
    10e9:  89 f0                            mov    eax,esi
    10eb:  6a 07                            push   0x7
    10ed:  59                               pop    ecx
    10ee:  e8 da ff ff ff                   call   add
    10f3:  89 c1                            mov    ecx,eax
    10f5:  89 f8                            mov    eax,edi
    10f7:  e8 d1 ff ff ff                   call   add
    10fc:  89 c1                            mov    ecx,eax
    10fe:  8b 44 24 04                      mov    eax,DWORD PTR [esp+0x4]
    1102:  31 c8                            xor    eax,ecx
    1104:  89 c1                            mov    ecx,eax
    1106:  8b 04 24                         mov    eax,DWORD PTR [esp]
    1109:  29 c8                            sub    eax,ecx
    110b:  83 c4 08                         add    esp,0x8
    110e:  5f                               pop    edi
    110f:  5e                               pop    esi
    1110:  c3                               ret

leave:
    1111:  56                               push   esi
    1112:  83 ec 08                         sub    esp,0x8
    1115:  89 c6                            mov    esi,eax
    1117:  0f af c0                         imul   eax,eax
    111a:  89 f1                            mov    ecx,esi
    111c:  49                               dec    ecx
    111d:  89 04 24                         mov    DWORD PTR [esp],eax
    1120:  89 4c 24 04                      mov    DWORD PTR [esp+0x4],ecx
    1124:  89 f0                            mov    eax,esi
    1126:  6a 03                            push   0x3
    1128:  59                               pop    ecx
    1129:  83 f8 64                         cmp    eax,0x64
    112c:  76 05                            jbe    .skip_1
    112e:  8b 04 24                         mov    eax,DWORD PTR [esp]
    1131:  eb 18                            jmp    .block_2
.skip_1:
    1133:  e8 95 ff ff ff                   call   add
    1138:  89 43 80                         mov    DWORD PTR [ebx-0x80],eax
    113b:  8b 04 24                         mov    eax,DWORD PTR [esp]
    113e:  8b 4c 24 04                      mov    ecx,DWORD PTR [esp+0x4]
    1142:  89 ca                            mov    edx,ecx
    1144:  8b 4b 80                         mov    ecx,DWORD PTR [ebx-0x80]
    1147:  d3 c2                            rol    edx,cl
    1149:  89 d1                            mov    ecx,edx
.block_2:
    114b:  01 c8                            add    eax,ecx
    114d:  83 c4 08                         add    esp,0x8
    1150:  5e                               pop    esi
    1151:  c3                               ret

start:
    1152:  6a 01                            push   0x1
    1154:  58                               pop    eax
    1155:  e8 b7 ff ff ff                   call   leave
    115a:  6a 02                            push   0x2
    115c:  59                               pop    ecx
    115d:  e8 6e ff ff ff                   call   sums
    1162:  0f 0b                            ud2

; read-only data
      b4:  .messages
      b5:  .pairs
