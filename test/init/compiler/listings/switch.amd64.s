; linux/amd64, entry 1124

_start:
    1124:  48 89 e7                         mov    rdi,rsp
    1127:  48 8d 1d 52 0f 00 00             lea    rbx,[rip+.bss+0x80]
    112e:  e8 22 00 00 00                   call   start
    1133:  0f 0b                            ud2

name:
    1135:  55                               push   rbp
    1136:  89 fd                            mov    ebp,edi
    1138:  85 ed                            test   ebp,ebp
    113a:  74 0c                            je     .block_1
    113c:  83 fd 02                         cmp    ebp,0x2
    113f:  74 0b                            je     .block2_2
    1141:  83 fd 04                         cmp    ebp,0x4
    1144:  74 06                            je     .block2_2
    1146:  eb 08                            jmp    .block1_3
.block_1:
    1148:  6a 0a                            push   0xa
    114a:  eb 06                            jmp    .tail_4
.block2_2:
    114c:  6a 14                            push   0x14
    114e:  eb 02                            jmp    .tail_4
.block1_3:
    1150:  6a 1e                            push   0x1e
.tail_4:
    1152:  5f                               pop    rdi
.return_5:
    1153:  5d                               pop    rbp
    1154:  c3                               ret

start:
    1155:  55                               push   rbp
    1156:  48 89 fd                         mov    rbp,rdi
    1159:  48 8b 7d 00                      mov    rdi,QWORD PTR [rbp+0x0]
    115d:  89 ff                            mov    edi,edi
    115f:  e8 d1 ff ff ff                   call   name
    1164:  b8 e7 00 00 00                   mov    eax,0xe7
    1169:  0f 05                            syscall
    116b:  0f 0b                            ud2

; read-only data
     120:  .messages
     121:  .pairs
