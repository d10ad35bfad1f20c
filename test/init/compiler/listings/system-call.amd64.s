; linux/amd64, entry 1124

_start:
    1124:  48 89 e7                         mov    rdi,rsp
    1127:  48 8d 1d 52 0f 00 00             lea    rbx,[rip+.bss+0x80]
    112e:  e8 02 00 00 00                   call   start
    1133:  0f 0b                            ud2

start:
    1135:  6a 01                            push   0x1
    1137:  5f                               pop    rdi
    1138:  48 8d 35 e1 ef ff ff             lea    rsi,[rip+"hi"]
    113f:  6a 02                            push   0x2
    1141:  5a                               pop    rdx
    1142:  6a 01                            push   0x1
    1144:  58                               pop    rax
    1145:  0f 05                            syscall
    1147:  48 89 c7                         mov    rdi,rax
    114a:  b8 e7 00 00 00                   mov    eax,0xe7
    114f:  0f 05                            syscall
    1151:  c3                               ret

; read-only data
     120:  "hi"
     122:  .messages
     123:  .pairs
