// Removes dist/: what was built from a file that has another name by now would be published with the rest.
import { rmSync } from "node:fs";

rmSync(new URL("../dist/", import.meta.url), { recursive: true, force: true });
