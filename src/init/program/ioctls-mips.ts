// Operations on terminals: arch/mips/include/uapi/asm/ioctls.h
export const TIOCSCTTY: i32 = 0x5480;
export const TIOCGPGRP: i32 = 0x40047477;
export const TIOCSPGRP: i32 = 0x80047476;
export const TIOCNOTTY: i32 = 0x5471;
