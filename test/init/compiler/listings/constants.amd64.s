; linux/amd64, entry 1124

_start:
    1124:  48 89 e7                         mov    rdi,rsp
    1127:  48 8d 1d 52 0f 00 00             lea    rbx,[rip+.bss+0x80]
    112e:  48 c7 c0 00 ff ff ff             mov    rax,0xffffffffffffff00
    1135:  48 89 43 88                      mov    QWORD PTR [rbx-0x78],rax
    1139:  b8 2c 01 00 00                   mov    eax,0x12c
    113e:  89 43 90                         mov    DWORD PTR [rbx-0x70],eax
    1141:  e8 02 00 00 00                   call   start
    1146:  0f 0b                            ud2

start:
    1148:  ff 43 80                         inc    DWORD PTR [rbx-0x80]
    114b:  83 ce ff                         or     esi,0xffffffff
    114e:  89 73 90                         mov    DWORD PTR [rbx-0x70],esi
    1151:  6a ff                            push   0xffffffffffffffff
    1153:  5e                               pop    rsi
    1154:  48 89 73 88                      mov    QWORD PTR [rbx-0x78],rsi
    1158:  be 00 00 00 80                   mov    esi,0x80000000
    115d:  48 89 73 88                      mov    QWORD PTR [rbx-0x78],rsi
    1161:  48 c7 c6 00 00 00 80             mov    rsi,0xffffffff80000000
    1168:  48 89 73 88                      mov    QWORD PTR [rbx-0x78],rsi
    116c:  48 be f0 de bc 9a 78 56 34 12    movabs rsi,0x123456789abcdef0
    1176:  48 89 73 88                      mov    QWORD PTR [rbx-0x78],rsi
    117a:  6a 41                            push   0x41
    117c:  5e                               pop    rsi
    117d:  40 88 b3 07 11 01 00             mov    BYTE PTR [rbx+0x11107],sil
    1184:  0f 0b                            ud2

; read-only data
     120:  .messages
     121:  .pairs
