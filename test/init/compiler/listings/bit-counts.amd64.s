; linux/amd64, entry 1124

_start:
    1124:  48 89 e7                         mov    rdi,rsp
    1127:  48 8d 1d 52 0f 00 00             lea    rbx,[rip+.bss+0x80]
    112e:  e8 3c 00 00 00                   call   start
    1133:  0f 0b                            ud2

zeros:
    1135:  48 0f bd f7                      bsr    rsi,rdi
    1139:  75 05                            jne    .found_1
    113b:  be 7f 00 00 00                   mov    esi,0x7f
.found_1:
    1140:  48 83 f6 3f                      xor    rsi,0x3f
    1144:  48 0f bc d7                      bsf    rdx,rdi
    1148:  75 05                            jne    .found_2
    114a:  ba 40 00 00 00                   mov    edx,0x40
.found_2:
    114f:  48 89 f7                         mov    rdi,rsi
    1152:  48 29 d7                         sub    rdi,rdx
    1155:  c3                               ret

ones:
    1156:  55                               push   rbp
    1157:  89 fd                            mov    ebp,edi
    1159:  e8 3b 00 00 00                   call   i32.popcnt
    115e:  0f bd f5                         bsr    esi,ebp
    1161:  75 05                            jne    .found_1
    1163:  be 3f 00 00 00                   mov    esi,0x3f
.found_1:
    1168:  83 f6 1f                         xor    esi,0x1f
    116b:  01 f7                            add    edi,esi
    116d:  5d                               pop    rbp
    116e:  c3                               ret

start:
    116f:  48 83 ec 08                      sub    rsp,0x8
    1173:  e8 bd ff ff ff                   call   zeros
    1178:  48 89 3c 24                      mov    QWORD PTR [rsp],rdi
    117c:  6a 05                            push   0x5
    117e:  5f                               pop    rdi
    117f:  e8 d2 ff ff ff                   call   ones
    1184:  89 fe                            mov    esi,edi
    1186:  48 8b 3c 24                      mov    rdi,QWORD PTR [rsp]
    118a:  48 01 f7                         add    rdi,rsi
    118d:  b8 e7 00 00 00                   mov    eax,0xe7
    1192:  0f 05                            syscall
    1194:  48 83 c4 08                      add    rsp,0x8
    1198:  c3                               ret

i32.popcnt:
    1199:  89 fe                            mov    esi,edi
    119b:  c1 ee 01                         shr    esi,0x1
    119e:  81 e6 55 55 55 55                and    esi,0x55555555
    11a4:  29 f7                            sub    edi,esi
    11a6:  89 fe                            mov    esi,edi
    11a8:  81 e6 33 33 33 33                and    esi,0x33333333
    11ae:  89 fa                            mov    edx,edi
    11b0:  c1 ea 02                         shr    edx,0x2
    11b3:  81 e2 33 33 33 33                and    edx,0x33333333
    11b9:  89 f7                            mov    edi,esi
    11bb:  01 d7                            add    edi,edx
    11bd:  89 fe                            mov    esi,edi
    11bf:  c1 ee 04                         shr    esi,0x4
    11c2:  01 fe                            add    esi,edi
    11c4:  89 f7                            mov    edi,esi
    11c6:  81 e7 0f 0f 0f 0f                and    edi,0xf0f0f0f
    11cc:  69 f7 01 01 01 01                imul   esi,edi,0x1010101
    11d2:  89 f7                            mov    edi,esi
    11d4:  c1 ef 18                         shr    edi,0x18
    11d7:  c3                               ret

; read-only data
     120:  .messages
     121:  .pairs
