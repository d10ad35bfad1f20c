; linux/amd64, entry 1124

_start:
    1124:  48 89 e7                         mov    rdi,rsp
    1127:  48 8d 1d 52 0f 00 00             lea    rbx,[rip+.bss+0x80]
    112e:  e8 29 00 00 00                   call   start
    1133:  0f 0b                            ud2

sum:
    1135:  55                               push   rbp
    1136:  41 56                            push   r14
    1138:  41 57                            push   r15
    113a:  48 89 fd                         mov    rbp,rdi
    113d:  45 31 f6                         xor    r14d,r14d
.label_1:
    1140:  44 0f b6 7d 00                   movzx  r15d,BYTE PTR [rbp+0x0]
    1145:  45 85 ff                         test   r15d,r15d
    1148:  74 09                            je     .else_2
    114a:  45 01 fe                         add    r14d,r15d
    114d:  48 83 c5 01                      add    rbp,0x1
    1151:  eb ed                            jmp    .label_1
.else_2:
    1153:  44 89 f7                         mov    edi,r14d
    1156:  41 5f                            pop    r15
    1158:  41 5e                            pop    r14
    115a:  5d                               pop    rbp
    115b:  c3                               ret

start:
    115c:  55                               push   rbp
    115d:  48 89 fd                         mov    rbp,rdi
    1160:  48 8b 7d 08                      mov    rdi,QWORD PTR [rbp+0x8]
    1164:  e8 cc ff ff ff                   call   sum
    1169:  89 7b 80                         mov    DWORD PTR [rbx-0x80],edi
    116c:  0f 0b                            ud2

; read-only data
     120:  .messages
     121:  .pairs
