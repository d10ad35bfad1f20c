; linux/amd64, entry 1124

_start:
    1124:  48 89 e7                         mov    rdi,rsp
    1127:  48 8d 1d 52 0f 00 00             lea    rbx,[rip+.bss+0x80]
    112e:  e8 64 00 00 00                   call   start
    1133:  0f 0b                            ud2

all:
    1135:  55                               push   rbp
    1136:  41 57                            push   r15
    1138:  89 fd                            mov    ebp,edi
    113a:  49 89 d7                         mov    r15,rdx
    113d:  89 f1                            mov    ecx,esi
    113f:  49 89 d3                         mov    r11,rdx
    1142:  89 f8                            mov    eax,edi
    1144:  99                               cdq
    1145:  f7 f9                            idiv   ecx
    1147:  4c 89 da                         mov    rdx,r11
    114a:  89 c7                            mov    edi,eax
    114c:  89 f1                            mov    ecx,esi
    114e:  49 89 d3                         mov    r11,rdx
    1151:  89 e8                            mov    eax,ebp
    1153:  83 f9 ff                         cmp    ecx,0xffffffff
    1156:  75 04                            jne    .divisible_1
    1158:  31 d2                            xor    edx,edx
    115a:  eb 03                            jmp    .divided_2
.divisible_1:
    115c:  99                               cdq
    115d:  f7 f9                            idiv   ecx
.divided_2:
    115f:  89 d0                            mov    eax,edx
    1161:  4c 89 da                         mov    rdx,r11
    1164:  89 c6                            mov    esi,eax
    1166:  31 f7                            xor    edi,esi
    1168:  48 63 ff                         movsxd rdi,edi
    116b:  4c 89 d1                         mov    rcx,r10
    116e:  49 89 d3                         mov    r11,rdx
    1171:  4c 89 f8                         mov    rax,r15
    1174:  31 d2                            xor    edx,edx
    1176:  48 f7 f1                         div    rcx
    1179:  4c 89 da                         mov    rdx,r11
    117c:  48 89 c6                         mov    rsi,rax
    117f:  6a 0a                            push   0xa
    1181:  59                               pop    rcx
    1182:  49 89 d3                         mov    r11,rdx
    1185:  48 89 d0                         mov    rax,rdx
    1188:  31 d2                            xor    edx,edx
    118a:  48 f7 f1                         div    rcx
    118d:  48 31 d6                         xor    rsi,rdx
    1190:  48 01 f7                         add    rdi,rsi
    1193:  41 5f                            pop    r15
    1195:  5d                               pop    rbp
    1196:  c3                               ret

start:
    1197:  55                               push   rbp
    1198:  48 89 fd                         mov    rbp,rdi
    119b:  6a 01                            push   0x1
    119d:  5f                               pop    rdi
    119e:  6a 02                            push   0x2
    11a0:  5e                               pop    rsi
    11a1:  48 89 ea                         mov    rdx,rbp
    11a4:  6a ff                            push   0xffffffffffffffff
    11a6:  41 5a                            pop    r10
    11a8:  e8 88 ff ff ff                   call   all
    11ad:  0f 0b                            ud2

; read-only data
     120:  .messages
     121:  .pairs
