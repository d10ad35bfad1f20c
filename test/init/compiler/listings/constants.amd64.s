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
    1148:  8b 7b 80                         mov    edi,DWORD PTR [rbx-0x80]
    114b:  83 c7 01                         add    edi,0x1
    114e:  89 7b 80                         mov    DWORD PTR [rbx-0x80],edi
    1151:  83 cf ff                         or     edi,0xffffffff
    1154:  89 7b 90                         mov    DWORD PTR [rbx-0x70],edi
    1157:  6a ff                            push   0xffffffffffffffff
    1159:  5f                               pop    rdi
    115a:  48 89 7b 88                      mov    QWORD PTR [rbx-0x78],rdi
    115e:  bf 00 00 00 80                   mov    edi,0x80000000
    1163:  48 89 7b 88                      mov    QWORD PTR [rbx-0x78],rdi
    1167:  48 c7 c7 00 00 00 80             mov    rdi,0xffffffff80000000
    116e:  48 89 7b 88                      mov    QWORD PTR [rbx-0x78],rdi
    1172:  48 bf f0 de bc 9a 78 56 34 12    movabs rdi,0x123456789abcdef0
    117c:  48 89 7b 88                      mov    QWORD PTR [rbx-0x78],rdi
    1180:  6a 41                            push   0x41
    1182:  5f                               pop    rdi
    1183:  40 88 bb 07 11 01 00             mov    BYTE PTR [rbx+0x11107],dil
    118a:  0f 0b                            ud2

; read-only data
     120:  .messages
     121:  .pairs
