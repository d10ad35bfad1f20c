/** The folder of this package: two above this file, and above the chunks that the bundled command line consists of. */
export const packageRoot: URL = new URL("../../", import.meta.url);
