; linux/amd64, entry 1124

_start:
    1124:  48 89 e7                         mov    rdi,rsp
    1127:  48 8d 1d 52 0f 00 00             lea    rbx,[rip+.bss+0x80]
    112e:  e8 92 00 00 00                   call   start
    1133:  0f 0b                            ud2

add:
    1135:  01 f7                            add    edi,esi
    1137:  c3                               ret

sums:
    1138:  55                               push   rbp
    1139:  41 56                            push   r14
    113b:  48 83 ec 10                      sub    rsp,0x10
    113f:  89 fd                            mov    ebp,edi
    1141:  41 89 f6                         mov    r14d,esi
    1144:  0f af fe                         imul   edi,esi
    1147:  48 89 3c 24                      mov    QWORD PTR [rsp],rdi
    114b:  89 f1                            mov    ecx,esi
    114d:  89 ef                            mov    edi,ebp
    114f:  d3 e7                            shl    edi,cl
    1151:  48 89 7c 24 08                   mov    QWORD PTR [rsp+0x8],rdi
    1156:  89 ef                            mov    edi,ebp
    1158:  6a 07                            push   0x7
    115a:  5e                               pop    rsi
    115b:  e8 d5 ff ff ff                   call   add
    1160:  89 fe                            mov    esi,edi
    1162:  44 89 f7                         mov    edi,r14d
    1165:  e8 cb ff ff ff                   call   add
    116a:  89 fe                            mov    esi,edi
    116c:  48 8b 7c 24 08                   mov    rdi,QWORD PTR [rsp+0x8]
    1171:  31 f7                            xor    edi,esi
    1173:  89 fe                            mov    esi,edi
    1175:  48 8b 3c 24                      mov    rdi,QWORD PTR [rsp]
    1179:  29 f7                            sub    edi,esi
    117b:  48 83 c4 10                      add    rsp,0x10
    117f:  41 5e                            pop    r14
    1181:  5d                               pop    rbp
    1182:  c3                               ret

leave:
    1183:  55                               push   rbp
    1184:  48 83 ec 10                      sub    rsp,0x10
    1188:  89 fd                            mov    ebp,edi
    118a:  0f af ff                         imul   edi,edi
    118d:  8d 75 ff                         lea    esi,[rbp-0x1]
    1190:  48 89 3c 24                      mov    QWORD PTR [rsp],rdi
    1194:  48 89 74 24 08                   mov    QWORD PTR [rsp+0x8],rsi
    1199:  89 ef                            mov    edi,ebp
    119b:  6a 03                            push   0x3
    119d:  5e                               pop    rsi
    119e:  83 ff 64                         cmp    edi,0x64
    11a1:  76 06                            jbe    .skip_1
    11a3:  48 8b 3c 24                      mov    rdi,QWORD PTR [rsp]
    11a7:  eb 14                            jmp    .block_2
.skip_1:
    11a9:  e8 87 ff ff ff                   call   add
    11ae:  89 fa                            mov    edx,edi
    11b0:  48 8b 3c 24                      mov    rdi,QWORD PTR [rsp]
    11b4:  48 8b 74 24 08                   mov    rsi,QWORD PTR [rsp+0x8]
    11b9:  89 d1                            mov    ecx,edx
    11bb:  d3 c6                            rol    esi,cl
.block_2:
    11bd:  01 f7                            add    edi,esi
    11bf:  48 83 c4 10                      add    rsp,0x10
    11c3:  5d                               pop    rbp
    11c4:  c3                               ret

start:
    11c5:  6a 01                            push   0x1
    11c7:  5f                               pop    rdi
    11c8:  e8 b6 ff ff ff                   call   leave
    11cd:  6a 02                            push   0x2
    11cf:  5e                               pop    rsi
    11d0:  e8 63 ff ff ff                   call   sums
    11d5:  0f 0b                            ud2

; read-only data
     120:  .messages
     121:  .pairs
