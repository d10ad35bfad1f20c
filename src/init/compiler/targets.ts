import { amd64 } from "./amd64/target.ts";
import { armv5, armv6, armv7 } from "./arm/target.ts";
import { arm64 } from "./arm64/target.ts";
import { i386 } from "./i386/target.ts";
import { mips64le } from "./mips64le/target.ts";
import { ppc64le } from "./ppc64le/target.ts";
import { riscv64 } from "./riscv64/target.ts";
import { s390x } from "./s390x/target.ts";
import type { Target } from "./target.ts";

/** The CPUs that code can be generated for. */
export const targets: readonly Target[] = [amd64, arm64, armv7, armv6, armv5, i386, riscv64, s390x, ppc64le, mips64le];
