; linux/amd64, entry 1124

_start:
    1124:  48 89 e7                         mov    rdi,rsp
    1127:  48 8d 1d 52 0f 00 00             lea    rbx,[rip+.bss+0x80]
    112e:  e8 40 00 00 00                   call   start
    1133:  0f 0b                            ud2

zeros:
    1135:  55                               push   rbp
    1136:  48 89 fd                         mov    rbp,rdi
    1139:  48 0f bd fd                      bsr    rdi,rbp
    113d:  75 05                            jne    .found_1
    113f:  bf 7f 00 00 00                   mov    edi,0x7f
.found_1:
    1144:  48 83 f7 3f                      xor    rdi,0x3f
    1148:  48 0f bc f5                      bsf    rsi,rbp
    114c:  75 05                            jne    .found_2
    114e:  be 40 00 00 00                   mov    esi,0x40
.found_2:
    1153:  48 29 f7                         sub    rdi,rsi
    1156:  5d                               pop    rbp
    1157:  c3                               ret

ones:
    1158:  55                               push   rbp
    1159:  89 fd                            mov    ebp,edi
    115b:  89 ef                            mov    edi,ebp
    115d:  e8 43 00 00 00                   call   i32.popcnt
    1162:  0f bd f5                         bsr    esi,ebp
    1165:  75 05                            jne    .found_1
    1167:  be 3f 00 00 00                   mov    esi,0x3f
.found_1:
    116c:  83 f6 1f                         xor    esi,0x1f
    116f:  01 f7                            add    edi,esi
    1171:  5d                               pop    rbp
    1172:  c3                               ret

start:
    1173:  55                               push   rbp
    1174:  48 83 ec 08                      sub    rsp,0x8
    1178:  48 89 fd                         mov    rbp,rdi
    117b:  48 89 ef                         mov    rdi,rbp
    117e:  e8 b2 ff ff ff                   call   zeros
    1183:  48 89 3c 24                      mov    QWORD PTR [rsp],rdi
    1187:  6a 05                            push   0x5
    1189:  5f                               pop    rdi
    118a:  e8 c9 ff ff ff                   call   ones
    118f:  89 fe                            mov    esi,edi
    1191:  48 8b 3c 24                      mov    rdi,QWORD PTR [rsp]
    1195:  48 01 f7                         add    rdi,rsi
    1198:  b8 e7 00 00 00                   mov    eax,0xe7
    119d:  0f 05                            syscall
    119f:  48 83 c4 08                      add    rsp,0x8
    11a3:  5d                               pop    rbp
    11a4:  c3                               ret

i32.popcnt:
    11a5:  55                               push   rbp
    11a6:  89 fd                            mov    ebp,edi
    11a8:  89 ef                            mov    edi,ebp
    11aa:  c1 ef 01                         shr    edi,0x1
    11ad:  81 e7 55 55 55 55                and    edi,0x55555555
    11b3:  29 fd                            sub    ebp,edi
    11b5:  89 ef                            mov    edi,ebp
    11b7:  81 e7 33 33 33 33                and    edi,0x33333333
    11bd:  89 ee                            mov    esi,ebp
    11bf:  c1 ee 02                         shr    esi,0x2
    11c2:  81 e6 33 33 33 33                and    esi,0x33333333
    11c8:  89 fd                            mov    ebp,edi
    11ca:  01 f5                            add    ebp,esi
    11cc:  89 ef                            mov    edi,ebp
    11ce:  c1 ef 04                         shr    edi,0x4
    11d1:  01 ef                            add    edi,ebp
    11d3:  89 fd                            mov    ebp,edi
    11d5:  81 e5 0f 0f 0f 0f                and    ebp,0xf0f0f0f
    11db:  69 fd 01 01 01 01                imul   edi,ebp,0x1010101
    11e1:  c1 ef 18                         shr    edi,0x18
    11e4:  5d                               pop    rbp
    11e5:  c3                               ret

; read-only data
     120:  .messages
     121:  .pairs
