// Operations on terminals: include/uapi/asm-generic/ioctls.h
export const TIOCSCTTY: i32 = 0x540e;
export const TIOCGPGRP: i32 = 0x540f;
export const TIOCSPGRP: i32 = 0x5410;
export const TIOCNOTTY: i32 = 0x5422;
