; linux/amd64, entry 1124

_start:
    1124:  48 89 e7                         mov    rdi,rsp
    1127:  48 8d 1d 52 0f 00 00             lea    rbx,[rip+.bss+0x80]
    112e:  e8 56 00 00 00                   call   start
    1133:  0f 0b                            ud2

least:
    1135:  55                               push   rbp
    1136:  41 56                            push   r14
    1138:  48 89 fd                         mov    rbp,rdi
    113b:  49 89 f6                         mov    r14,rsi
    113e:  48 89 ef                         mov    rdi,rbp
    1141:  4c 39 f5                         cmp    rbp,r14
    1144:  7c 03                            jl     .selected_1
    1146:  4c 89 f7                         mov    rdi,r14
.selected_1:
    1149:  41 5e                            pop    r14
    114b:  5d                               pop    rbp
    114c:  c3                               ret

is-digit:
    114d:  55                               push   rbp
    114e:  89 fd                            mov    ebp,edi
    1150:  83 fd 30                         cmp    ebp,0x30
    1153:  0f 93 c0                         setae  al
    1156:  0f b6 f8                         movzx  edi,al
    1159:  83 fd 39                         cmp    ebp,0x39
    115c:  0f 96 c0                         setbe  al
    115f:  0f b6 f0                         movzx  esi,al
    1162:  21 f7                            and    edi,esi
    1164:  5d                               pop    rbp
    1165:  c3                               ret

kind:
    1166:  55                               push   rbp
    1167:  89 fd                            mov    ebp,edi
    1169:  83 fd 2d                         cmp    ebp,0x2d
    116c:  74 0b                            je     .skip_1
    116e:  89 ef                            mov    edi,ebp
    1170:  e8 d8 ff ff ff                   call   is-digit
    1175:  85 ff                            test   edi,edi
    1177:  74 05                            je     .else_2
.skip_1:
    1179:  6a 02                            push   0x2
    117b:  5f                               pop    rdi
    117c:  eb 09                            jmp    .end_4
.else_2:
    117e:  6a 03                            push   0x3
    1180:  5f                               pop    rdi
    1181:  85 ed                            test   ebp,ebp
    1183:  74 02                            je     .selected_3
    1185:  89 ef                            mov    edi,ebp
.selected_3:
.end_4:
    1187:  5d                               pop    rbp
    1188:  c3                               ret

start:
    1189:  55                               push   rbp
    118a:  48 89 fd                         mov    rbp,rdi
    118d:  48 89 ef                         mov    rdi,rbp
    1190:  be 00 00 01 00                   mov    esi,0x10000
    1195:  e8 9b ff ff ff                   call   least
    119a:  89 ff                            mov    edi,edi
    119c:  e8 c5 ff ff ff                   call   kind
    11a1:  0f 0b                            ud2

; read-only data
     120:  .messages
     121:  .pairs
