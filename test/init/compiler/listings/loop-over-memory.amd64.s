; linux/amd64, entry 1124

_start:
    1124:  48 89 e7                         mov    rdi,rsp
    1127:  48 8d 1d 52 0f 00 00             lea    rbx,[rip+.bss+0x80]
    112e:  e8 19 00 00 00                   call   start
    1133:  0f 0b                            ud2

sum:
    1135:  31 f6                            xor    esi,esi
.label_1:
    1137:  0f b6 17                         movzx  edx,BYTE PTR [rdi]
    113a:  85 d2                            test   edx,edx
    113c:  74 07                            je     .else_2
    113e:  01 d6                            add    esi,edx
    1140:  48 ff c7                         inc    rdi
    1143:  eb f2                            jmp    .label_1
.else_2:
    1145:  41 89 f2                         mov    r10d,esi
    1148:  44 89 d7                         mov    edi,r10d
    114b:  c3                               ret

start:
    114c:  48 8b 7f 08                      mov    rdi,QWORD PTR [rdi+0x8]
    1150:  e8 e0 ff ff ff                   call   sum
    1155:  89 7b 80                         mov    DWORD PTR [rbx-0x80],edi
    1158:  0f 0b                            ud2

; read-only data
     120:  .messages
     121:  .pairs
