// Removes dist/. Otherwise, outputs of files that have been renamed would be published, too.
import { rmSync } from "node:fs";

rmSync(new URL("../dist/", import.meta.url), { recursive: true, force: true });
