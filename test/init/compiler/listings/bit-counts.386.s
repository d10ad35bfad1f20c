; linux/386, entry 10b8

_start:
    10b8:  89 e0                            mov    eax,esp
    10ba:  e8 00 00 00 00 5b 81 c3 c1 0f 00 00 la     ebx,.bss+0x80
    10c6:  e8 41 00 00 00                   call   start
    10cb:  0f 0b                            ud2

zeros:
    10cd:  56                               push   esi
    10ce:  89 c6                            mov    esi,eax
    10d0:  89 f2                            mov    edx,esi
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
    10f2:  89 f0                            mov    eax,esi
    10f4:  e8 44 00 00 00                   call   i32.popcnt
    10f9:  89 f2                            mov    edx,esi
    10fb:  0f bd ca                         bsr    ecx,edx
    10fe:  75 05                            jne    .found_1
    1100:  b9 3f 00 00 00                   mov    ecx,0x3f
.found_1:
    1105:  83 f1 1f                         xor    ecx,0x1f
    1108:  01 c8                            add    eax,ecx
    110a:  5e                               pop    esi
    110b:  c3                               ret

start:
    110c:  56                               push   esi
    110d:  83 ec 04                         sub    esp,0x4
    1110:  89 c6                            mov    esi,eax
    1112:  89 f0                            mov    eax,esi
    1114:  e8 b4 ff ff ff                   call   zeros
    1119:  89 04 24                         mov    DWORD PTR [esp],eax
    111c:  6a 05                            push   0x5
    111e:  58                               pop    eax
    111f:  e8 cb ff ff ff                   call   ones
    1124:  89 c1                            mov    ecx,eax
    1126:  8b 04 24                         mov    eax,DWORD PTR [esp]
    1129:  83 f1 00                         xor    ecx,0x0
    112c:  01 c8                            add    eax,ecx
    112e:  ba fc 00 00 00                   mov    edx,0xfc
    1133:  e8 46 00 00 00                   call   .system call
    1138:  83 c4 04                         add    esp,0x4
    113b:  5e                               pop    esi
    113c:  c3                               ret

i32.popcnt:
    113d:  56                               push   esi
    113e:  89 c6                            mov    esi,eax
    1140:  89 f0                            mov    eax,esi
    1142:  c1 e8 01                         shr    eax,0x1
    1145:  81 e0 55 55 55 55                and    eax,0x55555555
    114b:  29 c6                            sub    esi,eax
    114d:  89 f0                            mov    eax,esi
    114f:  81 e0 33 33 33 33                and    eax,0x33333333
    1155:  89 f1                            mov    ecx,esi
    1157:  c1 e9 02                         shr    ecx,0x2
    115a:  81 e1 33 33 33 33                and    ecx,0x33333333
    1160:  89 c6                            mov    esi,eax
    1162:  01 ce                            add    esi,ecx
    1164:  89 f0                            mov    eax,esi
    1166:  c1 e8 04                         shr    eax,0x4
    1169:  01 f0                            add    eax,esi
    116b:  89 c6                            mov    esi,eax
    116d:  81 e6 0f 0f 0f 0f                and    esi,0xf0f0f0f
    1173:  69 c6 01 01 01 01                imul   eax,esi,0x1010101
    1179:  c1 e8 18                         shr    eax,0x18
    117c:  5e                               pop    esi
    117d:  c3                               ret

.system call:
    117e:  53                               push   ebx
    117f:  56                               push   esi
    1180:  57                               push   edi
    1181:  52                               push   edx
    1182:  8b 53 80                         mov    edx,DWORD PTR [ebx-0x80]
    1185:  8b 73 84                         mov    esi,DWORD PTR [ebx-0x7c]
    1188:  8b 7b 88                         mov    edi,DWORD PTR [ebx-0x78]
    118b:  89 c3                            mov    ebx,eax
    118d:  58                               pop    eax
    118e:  cd 80                            int    0x80
    1190:  5f                               pop    edi
    1191:  5e                               pop    esi
    1192:  5b                               pop    ebx
    1193:  c3                               ret

; read-only data
      b4:  .messages
      b5:  .pairs
