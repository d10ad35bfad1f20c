; linux/386, entry 10b8

_start:
    10b8:  89 e0                            mov    eax,esp
    10ba:  e8 00 00 00 00 5b 81 c3 c1 0f 00 00 la     ebx,.bss+0x80
    10c6:  e8 3f 00 00 00                   call   start
    10cb:  0f 0b                            ud2

zeros:
    10cd:  56                               push   esi
    10ce:  89 c6                            mov    esi,eax
    10d0:  89 c2                            mov    edx,eax
    10d2:  0f bd c2                         bsr    eax,edx
    10d5:  75 05                            jne    .found_1
    10d7:  b8 3f 00 00 00                   mov    eax,0x3f
.found_1:
    10dc:  83 f0 1f                         xor    eax,0x1f
    10df:  89 f2                            mov    edx,esi
    10e1:  0f bc ca                         bsf    ecx,edx
    10e4:  75 05                            jne    .found_2
    10e6:  b9 20 00 00 00                   mov    ecx,0x20
.found_2:
    10eb:  29 c8                            sub    eax,ecx
    10ed:  5e                               pop    esi
    10ee:  c3                               ret

ones:
    10ef:  56                               push   esi
    10f0:  89 c6                            mov    esi,eax
    10f2:  e8 3e 00 00 00                   call   i32.popcnt
    10f7:  89 f2                            mov    edx,esi
    10f9:  0f bd ca                         bsr    ecx,edx
    10fc:  75 05                            jne    .found_1
    10fe:  b9 3f 00 00 00                   mov    ecx,0x3f
.found_1:
    1103:  83 f1 1f                         xor    ecx,0x1f
    1106:  01 c8                            add    eax,ecx
    1108:  5e                               pop    esi
    1109:  c3                               ret

start:
    110a:  83 ec 04                         sub    esp,0x4
    110d:  e8 bb ff ff ff                   call   zeros
    1112:  89 04 24                         mov    DWORD PTR [esp],eax
    1115:  6a 05                            push   0x5
    1117:  58                               pop    eax
    1118:  e8 d2 ff ff ff                   call   ones
    111d:  89 c1                            mov    ecx,eax
    111f:  8b 04 24                         mov    eax,DWORD PTR [esp]
    1122:  83 f1 00                         xor    ecx,0x0
    1125:  01 c8                            add    eax,ecx
    1127:  ba fc 00 00 00                   mov    edx,0xfc
    112c:  e8 47 00 00 00                   call   .system call
    1131:  83 c4 04                         add    esp,0x4
    1134:  c3                               ret

i32.popcnt:
    1135:  56                               push   esi
    1136:  89 c6                            mov    esi,eax
    1138:  89 c1                            mov    ecx,eax
    113a:  c1 e9 01                         shr    ecx,0x1
    113d:  81 e1 55 55 55 55                and    ecx,0x55555555
    1143:  89 c6                            mov    esi,eax
    1145:  29 ce                            sub    esi,ecx
    1147:  89 f0                            mov    eax,esi
    1149:  81 e0 33 33 33 33                and    eax,0x33333333
    114f:  89 f1                            mov    ecx,esi
    1151:  c1 e9 02                         shr    ecx,0x2
    1154:  81 e1 33 33 33 33                and    ecx,0x33333333
    115a:  89 c6                            mov    esi,eax
    115c:  01 ce                            add    esi,ecx
    115e:  89 f0                            mov    eax,esi
    1160:  c1 e8 04                         shr    eax,0x4
    1163:  01 f0                            add    eax,esi
    1165:  89 c6                            mov    esi,eax
    1167:  81 e6 0f 0f 0f 0f                and    esi,0xf0f0f0f
    116d:  69 c6 01 01 01 01                imul   eax,esi,0x1010101
    1173:  c1 e8 18                         shr    eax,0x18
    1176:  5e                               pop    esi
    1177:  c3                               ret

.system call:
    1178:  53                               push   ebx
    1179:  56                               push   esi
    117a:  57                               push   edi
    117b:  52                               push   edx
    117c:  8b 53 80                         mov    edx,DWORD PTR [ebx-0x80]
    117f:  8b 73 84                         mov    esi,DWORD PTR [ebx-0x7c]
    1182:  8b 7b 88                         mov    edi,DWORD PTR [ebx-0x78]
    1185:  89 c3                            mov    ebx,eax
    1187:  58                               pop    eax
    1188:  cd 80                            int    0x80
    118a:  5f                               pop    edi
    118b:  5e                               pop    esi
    118c:  5b                               pop    ebx
    118d:  c3                               ret

; read-only data
      b4:  .messages
      b5:  .pairs
