; linux/amd64, entry 1124

_start:
    1124:  48 89 e7                         mov    rdi,rsp
    1127:  48 8d 1d 52 0f 00 00             lea    rbx,[rip+.bss+0x80]
    112e:  e8 74 00 00 00                   call   start
    1133:  0f 0b                            ud2

all:
    1135:  55                               push   rbp
    1136:  41 56                            push   r14
    1138:  41 57                            push   r15
    113a:  41 55                            push   r13
    113c:  89 fd                            mov    ebp,edi
    113e:  41 89 f6                         mov    r14d,esi
    1141:  49 89 d7                         mov    r15,rdx
    1144:  4d 89 d5                         mov    r13,r10
    1147:  44 89 f1                         mov    ecx,r14d
    114a:  49 89 d3                         mov    r11,rdx
    114d:  89 e8                            mov    eax,ebp
    114f:  99                               cdq
    1150:  f7 f9                            idiv   ecx
    1152:  4c 89 da                         mov    rdx,r11
    1155:  89 c7                            mov    edi,eax
    1157:  44 89 f1                         mov    ecx,r14d
    115a:  49 89 d3                         mov    r11,rdx
    115d:  89 e8                            mov    eax,ebp
    115f:  83 f9 ff                         cmp    ecx,0xffffffff
    1162:  75 04                            jne    .divisible_1
    1164:  31 d2                            xor    edx,edx
    1166:  eb 03                            jmp    .divided_2
.divisible_1:
    1168:  99                               cdq
    1169:  f7 f9                            idiv   ecx
.divided_2:
    116b:  89 d0                            mov    eax,edx
    116d:  4c 89 da                         mov    rdx,r11
    1170:  89 c6                            mov    esi,eax
    1172:  31 f7                            xor    edi,esi
    1174:  48 63 ff                         movsxd rdi,edi
    1177:  4c 89 e9                         mov    rcx,r13
    117a:  49 89 d3                         mov    r11,rdx
    117d:  4c 89 f8                         mov    rax,r15
    1180:  31 d2                            xor    edx,edx
    1182:  48 f7 f1                         div    rcx
    1185:  4c 89 da                         mov    rdx,r11
    1188:  48 89 c6                         mov    rsi,rax
    118b:  6a 0a                            push   0xa
    118d:  59                               pop    rcx
    118e:  49 89 d3                         mov    r11,rdx
    1191:  4c 89 f8                         mov    rax,r15
    1194:  31 d2                            xor    edx,edx
    1196:  48 f7 f1                         div    rcx
    1199:  48 31 d6                         xor    rsi,rdx
    119c:  48 01 f7                         add    rdi,rsi
    119f:  41 5d                            pop    r13
    11a1:  41 5f                            pop    r15
    11a3:  41 5e                            pop    r14
    11a5:  5d                               pop    rbp
    11a6:  c3                               ret

start:
    11a7:  55                               push   rbp
    11a8:  48 89 fd                         mov    rbp,rdi
    11ab:  6a 01                            push   0x1
    11ad:  5f                               pop    rdi
    11ae:  6a 02                            push   0x2
    11b0:  5e                               pop    rsi
    11b1:  48 89 ea                         mov    rdx,rbp
    11b4:  6a ff                            push   0xffffffffffffffff
    11b6:  41 5a                            pop    r10
    11b8:  e8 78 ff ff ff                   call   all
    11bd:  0f 0b                            ud2

; read-only data
     120:  .messages
     121:  .pairs
