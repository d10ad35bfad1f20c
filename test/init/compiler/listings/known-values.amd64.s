; linux/amd64, entry 1124

_start:
    1124:  48 89 e7                         mov    rdi,rsp
    1127:  48 8d 1d 52 0f 00 00             lea    rbx,[rip+.bss+0x80]
    112e:  e8 66 00 00 00                   call   start
    1133:  0f 0b                            ud2

sign:
    1135:  85 ff                            test   edi,edi
    1137:  75 04                            jne    .else_1
    1139:  31 ff                            xor    edi,edi
    113b:  eb 0c                            jmp    .return_3
.else_1:
    113d:  6a 01                            push   0x1
    113f:  5e                               pop    rsi
    1140:  85 ff                            test   edi,edi
    1142:  7f 03                            jg     .selected_2
    1144:  83 ce ff                         or     esi,0xffffffff
.selected_2:
    1147:  89 f7                            mov    edi,esi
.return_3:
    1149:  c3                               ret

step:
    114a:  85 ff                            test   edi,edi
    114c:  74 06                            je     .return_1
    114e:  ff 43 80                         inc    DWORD PTR [rbx-0x80]
    1151:  29 7b 84                         sub    DWORD PTR [rbx-0x7c],edi
.return_1:
    1154:  c3                               ret

run:
    1155:  55                               push   rbp
    1156:  41 56                            push   r14
    1158:  48 83 ec 08                      sub    rsp,0x8
    115c:  41 89 fe                         mov    r14d,edi
    115f:  e8 e6 ff ff ff                   call   step
    1164:  8b 7b 80                         mov    edi,DWORD PTR [rbx-0x80]
    1167:  89 fd                            mov    ebp,edi
    1169:  01 fd                            add    ebp,edi
    116b:  3b 6b 84                         cmp    ebp,DWORD PTR [rbx-0x7c]
    116e:  7d 0b                            jge    .else_1
    1170:  44 89 f7                         mov    edi,r14d
    1173:  e8 d2 ff ff ff                   call   step
    1178:  03 6b 80                         add    ebp,DWORD PTR [rbx-0x80]
.else_1:
    117b:  6b fd 03                         imul   edi,ebp,0x3
    117e:  48 89 3c 24                      mov    QWORD PTR [rsp],rdi
    1182:  89 ef                            mov    edi,ebp
    1184:  e8 ac ff ff ff                   call   sign
    1189:  89 fe                            mov    esi,edi
    118b:  48 8b 3c 24                      mov    rdi,QWORD PTR [rsp]
    118f:  01 f7                            add    edi,esi
    1191:  48 83 c4 08                      add    rsp,0x8
    1195:  41 5e                            pop    r14
    1197:  5d                               pop    rbp
    1198:  c3                               ret

start:
    1199:  6a 05                            push   0x5
    119b:  5f                               pop    rdi
    119c:  e8 b4 ff ff ff                   call   run
    11a1:  0f 0b                            ud2

; read-only data
     120:  .messages
     121:  .pairs
