; linux/amd64, entry 1124

_start:
    1124:  48 89 e7                         mov    rdi,rsp
    1127:  48 8d 1d 52 0f 00 00             lea    rbx,[rip+.bss+0x80]
    112e:  e8 70 00 00 00                   call   start
    1133:  0f 0b                            ud2

fill:
.label1_1:
    1135:  48 89 bb 80 00 00 00             mov    QWORD PTR [rbx+0x80],rdi
    113c:  48 89 bb 80 01 00 00             mov    QWORD PTR [rbx+0x180],rdi
    1143:  48 89 bb 80 02 00 00             mov    QWORD PTR [rbx+0x280],rdi
    114a:  48 89 bb 80 03 00 00             mov    QWORD PTR [rbx+0x380],rdi
    1151:  48 89 bb 80 04 00 00             mov    QWORD PTR [rbx+0x480],rdi
    1158:  48 89 bb 80 05 00 00             mov    QWORD PTR [rbx+0x580],rdi
    115f:  48 89 bb 80 06 00 00             mov    QWORD PTR [rbx+0x680],rdi
    1166:  48 89 bb 80 07 00 00             mov    QWORD PTR [rbx+0x780],rdi
    116d:  48 89 bb 80 08 00 00             mov    QWORD PTR [rbx+0x880],rdi
    1174:  48 89 bb 80 09 00 00             mov    QWORD PTR [rbx+0x980],rdi
    117b:  48 89 bb 80 0a 00 00             mov    QWORD PTR [rbx+0xa80],rdi
    1182:  48 89 bb 80 0b 00 00             mov    QWORD PTR [rbx+0xb80],rdi
    1189:  48 89 bb 80 0c 00 00             mov    QWORD PTR [rbx+0xc80],rdi
.label_2:
    1190:  48 c1 ef 01                      shr    rdi,0x1
    1194:  48 81 ff e8 03 00 00             cmp    rdi,0x3e8
    119b:  77 f3                            ja     .label_2
    119d:  48 85 ff                         test   rdi,rdi
    11a0:  75 93                            jne    .label1_1
    11a2:  c3                               ret

start:
    11a3:  e8 8d ff ff ff                   call   fill
    11a8:  0f 0b                            ud2

; read-only data
     120:  .messages
     121:  .pairs
