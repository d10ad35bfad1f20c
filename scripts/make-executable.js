// tsc writes files that are not executable, and npm's bin links point at this one.
import { chmodSync } from "node:fs";

chmodSync(new URL("../dist/cli.js", import.meta.url), 0o755);
