; linux/amd64, entry 1124

_start:
    1124:  48 89 e7                         mov    rdi,rsp
    1127:  48 8d 1d 52 0f 00 00             lea    rbx,[rip+.bss+0x80]
    112e:  e8 49 00 00 00                   call   start
    1133:  0f 0b                            ud2

least:
    1135:  48 89 fa                         mov    rdx,rdi
    1138:  48 39 f2                         cmp    rdx,rsi
    113b:  7c 03                            jl     .selected_1
    113d:  48 89 f2                         mov    rdx,rsi
.selected_1:
    1140:  48 89 d7                         mov    rdi,rdx
    1143:  c3                               ret

is-digit:
    1144:  83 ff 30                         cmp    edi,0x30
    1147:  0f 93 c0                         setae  al
    114a:  0f b6 f0                         movzx  esi,al
    114d:  83 ff 39                         cmp    edi,0x39
    1150:  0f 96 c0                         setbe  al
    1153:  0f b6 d0                         movzx  edx,al
    1156:  89 f7                            mov    edi,esi
    1158:  21 d7                            and    edi,edx
    115a:  c3                               ret

kind:
    115b:  55                               push   rbp
    115c:  89 fd                            mov    ebp,edi
    115e:  83 ff 2d                         cmp    edi,0x2d
    1161:  74 09                            je     .skip_1
    1163:  e8 dc ff ff ff                   call   is-digit
    1168:  85 ff                            test   edi,edi
    116a:  74 05                            je     .else_2
.skip_1:
    116c:  6a 02                            push   0x2
    116e:  5f                               pop    rdi
    116f:  eb 09                            jmp    .end_4
.else_2:
    1171:  6a 03                            push   0x3
    1173:  5f                               pop    rdi
    1174:  85 ed                            test   ebp,ebp
    1176:  74 02                            je     .selected_3
    1178:  89 ef                            mov    edi,ebp
.selected_3:
.end_4:
    117a:  5d                               pop    rbp
    117b:  c3                               ret

start:
    117c:  be 00 00 01 00                   mov    esi,0x10000
    1181:  e8 af ff ff ff                   call   least
    1186:  89 ff                            mov    edi,edi
    1188:  e8 ce ff ff ff                   call   kind
    118d:  0f 0b                            ud2

; read-only data
     120:  .messages
     121:  .pairs
