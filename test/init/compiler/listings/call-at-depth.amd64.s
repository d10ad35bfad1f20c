; linux/amd64, entry 1124

_start:
    1124:  48 89 e7                         mov    rdi,rsp
    1127:  48 8d 1d 52 0f 00 00             lea    rbx,[rip+.bss+0x80]
    112e:  e8 ae 00 00 00                   call   start
    1133:  0f 0b                            ud2

add:
    1135:  55                               push   rbp
    1136:  41 56                            push   r14
    1138:  89 fd                            mov    ebp,edi
    113a:  41 89 f6                         mov    r14d,esi
    113d:  89 ef                            mov    edi,ebp
    113f:  44 01 f7                         add    edi,r14d
.tail_1:
    1142:  41 5e                            pop    r14
    1144:  5d                               pop    rbp
    1145:  c3                               ret

sums:
    1146:  55                               push   rbp
    1147:  41 56                            push   r14
    1149:  48 83 ec 18                      sub    rsp,0x18
    114d:  89 fd                            mov    ebp,edi
    114f:  41 89 f6                         mov    r14d,esi
    1152:  89 ef                            mov    edi,ebp
    1154:  41 0f af fe                      imul   edi,r14d
    1158:  48 89 3c 24                      mov    QWORD PTR [rsp],rdi
    115c:  44 89 f1                         mov    ecx,r14d
    115f:  89 ef                            mov    edi,ebp
    1161:  d3 e7                            shl    edi,cl
    1163:  48 89 7c 24 08                   mov    QWORD PTR [rsp+0x8],rdi
    1168:  44 89 f7                         mov    edi,r14d
    116b:  48 89 7c 24 10                   mov    QWORD PTR [rsp+0x10],rdi
    1170:  89 ef                            mov    edi,ebp
    1172:  6a 07                            push   0x7
    1174:  5e                               pop    rsi
    1175:  e8 bb ff ff ff                   call   add
    117a:  89 fe                            mov    esi,edi
    117c:  48 8b 7c 24 10                   mov    rdi,QWORD PTR [rsp+0x10]
    1181:  e8 af ff ff ff                   call   add
    1186:  89 fe                            mov    esi,edi
    1188:  48 8b 7c 24 08                   mov    rdi,QWORD PTR [rsp+0x8]
    118d:  31 f7                            xor    edi,esi
    118f:  89 fe                            mov    esi,edi
    1191:  48 8b 3c 24                      mov    rdi,QWORD PTR [rsp]
    1195:  29 f7                            sub    edi,esi
    1197:  48 83 c4 18                      add    rsp,0x18
    119b:  eb a5                            jmp    .tail_1

leave:
    119d:  55                               push   rbp
    119e:  48 83 ec 10                      sub    rsp,0x10
    11a2:  89 fd                            mov    ebp,edi
    11a4:  89 ef                            mov    edi,ebp
    11a6:  0f af fd                         imul   edi,ebp
    11a9:  8d 75 ff                         lea    esi,[rbp-0x1]
    11ac:  48 89 3c 24                      mov    QWORD PTR [rsp],rdi
    11b0:  48 89 74 24 08                   mov    QWORD PTR [rsp+0x8],rsi
    11b5:  89 ef                            mov    edi,ebp
    11b7:  6a 03                            push   0x3
    11b9:  5e                               pop    rsi
    11ba:  83 fd 64                         cmp    ebp,0x64
    11bd:  76 06                            jbe    .skip_1
    11bf:  48 8b 3c 24                      mov    rdi,QWORD PTR [rsp]
    11c3:  eb 14                            jmp    .block_2
.skip_1:
    11c5:  e8 6b ff ff ff                   call   add
    11ca:  89 fa                            mov    edx,edi
    11cc:  48 8b 3c 24                      mov    rdi,QWORD PTR [rsp]
    11d0:  48 8b 74 24 08                   mov    rsi,QWORD PTR [rsp+0x8]
    11d5:  89 d1                            mov    ecx,edx
    11d7:  d3 c6                            rol    esi,cl
.block_2:
    11d9:  01 f7                            add    edi,esi
    11db:  48 83 c4 10                      add    rsp,0x10
    11df:  5d                               pop    rbp
    11e0:  c3                               ret

start:
    11e1:  6a 01                            push   0x1
    11e3:  5f                               pop    rdi
    11e4:  e8 b4 ff ff ff                   call   leave
    11e9:  6a 02                            push   0x2
    11eb:  5e                               pop    rsi
    11ec:  e8 55 ff ff ff                   call   sums
    11f1:  0f 0b                            ud2

; read-only data
     120:  .messages
     121:  .pairs
