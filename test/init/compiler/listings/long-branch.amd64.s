; linux/amd64, entry 1124

_start:
    1124:  48 89 e7                         mov    rdi,rsp
    1127:  48 8d 1d 52 0f 00 00             lea    rbx,[rip+.bss+0x80]
    112e:  e8 75 00 00 00                   call   start
    1133:  0f 0b                            ud2

fill:
    1135:  55                               push   rbp
    1136:  48 89 fd                         mov    rbp,rdi
.label1_1:
    1139:  48 89 ab 80 00 00 00             mov    QWORD PTR [rbx+0x80],rbp
    1140:  48 89 ab 80 01 00 00             mov    QWORD PTR [rbx+0x180],rbp
    1147:  48 89 ab 80 02 00 00             mov    QWORD PTR [rbx+0x280],rbp
    114e:  48 89 ab 80 03 00 00             mov    QWORD PTR [rbx+0x380],rbp
    1155:  48 89 ab 80 04 00 00             mov    QWORD PTR [rbx+0x480],rbp
    115c:  48 89 ab 80 05 00 00             mov    QWORD PTR [rbx+0x580],rbp
    1163:  48 89 ab 80 06 00 00             mov    QWORD PTR [rbx+0x680],rbp
    116a:  48 89 ab 80 07 00 00             mov    QWORD PTR [rbx+0x780],rbp
    1171:  48 89 ab 80 08 00 00             mov    QWORD PTR [rbx+0x880],rbp
    1178:  48 89 ab 80 09 00 00             mov    QWORD PTR [rbx+0x980],rbp
    117f:  48 89 ab 80 0a 00 00             mov    QWORD PTR [rbx+0xa80],rbp
    1186:  48 89 ab 80 0b 00 00             mov    QWORD PTR [rbx+0xb80],rbp
    118d:  48 89 ab 80 0c 00 00             mov    QWORD PTR [rbx+0xc80],rbp
.label_2:
    1194:  48 c1 ed 01                      shr    rbp,0x1
    1198:  48 81 fd e8 03 00 00             cmp    rbp,0x3e8
    119f:  77 f3                            ja     .label_2
    11a1:  48 85 ed                         test   rbp,rbp
    11a4:  75 93                            jne    .label1_1
    11a6:  5d                               pop    rbp
    11a7:  c3                               ret

start:
    11a8:  55                               push   rbp
    11a9:  48 89 fd                         mov    rbp,rdi
    11ac:  48 89 ef                         mov    rdi,rbp
    11af:  e8 81 ff ff ff                   call   fill
    11b4:  0f 0b                            ud2

; read-only data
     120:  .messages
     121:  .pairs
