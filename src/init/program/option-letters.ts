// The letters of the options in the tables of options.ts. A digit stands for an option that has only a long name.

export const DELAY: i32 = 49; /* 1 */
export const KILL_AFTER: i32 = 50; /* 2 */
export const GRACE: i32 = 51; /* 3 */
export const KILL_ORPHANS: i32 = 52; /* 4 */
export const SETSID: i32 = 53; /* 5 */
export const STOP_SIGNAL: i32 = 54; /* 6 */
export const CATATONITS_LICENSE: i32 = 76; /* L */
export const PAUSE: i32 = 80; /* P */
export const VERSION: i32 = 86; /* V */
export const ALL: i32 = 97; /* a */
export const SINGLE_CHILD: i32 = 99; /* c */
export const OK_STATUS: i32 = 101; /* e */
export const GROUP: i32 = 103; /* g */
export const HELP: i32 = 104; /* h */
export const LICENSE: i32 = 108; /* l */
export const PARENT_DEATH_SIGNAL: i32 = 112; /* p */
export const REWRITE: i32 = 114; /* r */
export const SUBREAPER: i32 = 115; /* s */
export const VERBOSE: i32 = 118; /* v */
export const WARN: i32 = 119; /* w */
