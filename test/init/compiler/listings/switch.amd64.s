; linux/amd64, entry 1124

_start:
    1124:  48 89 e7                         mov    rdi,rsp
    1127:  48 8d 1d 52 0f 00 00             lea    rbx,[rip+.bss+0x80]
    112e:  e8 1e 00 00 00                   call   start
    1133:  0f 0b                            ud2

name:
    1135:  85 ff                            test   edi,edi
    1137:  74 0c                            je     .block_1
    1139:  83 ff 02                         cmp    edi,0x2
    113c:  74 0b                            je     .block2_2
    113e:  83 ff 04                         cmp    edi,0x4
    1141:  74 06                            je     .block2_2
    1143:  eb 08                            jmp    .block1_3
.block_1:
    1145:  6a 0a                            push   0xa
    1147:  eb 06                            jmp    .tail_4
.block2_2:
    1149:  6a 14                            push   0x14
    114b:  eb 02                            jmp    .tail_4
.block1_3:
    114d:  6a 1e                            push   0x1e
.tail_4:
    114f:  5f                               pop    rdi
.return_5:
    1150:  c3                               ret

start:
    1151:  48 8b 3f                         mov    rdi,QWORD PTR [rdi]
    1154:  89 ff                            mov    edi,edi
    1156:  e8 da ff ff ff                   call   name
    115b:  b8 e7 00 00 00                   mov    eax,0xe7
    1160:  0f 05                            syscall
    1162:  0f 0b                            ud2

; read-only data
     120:  .messages
     121:  .pairs
