import { expect, it } from "vitest";
import { listContextFiles } from "../../../src/core/check/context-files.ts";
import { parseDockerfile } from "../../../src/core/dockerfile/parse.ts";

it("lists what is spelled out and comes from the build context, each once", () => {
	const source = `FROM debian:12 AS base
COPY --chown=1:1 ./bin/web /src//lib/ ../up /to/
COPY ["a b", "bin/web", "/to/"]
ADD data.tar https://example.org/x.tar git@example.org:x.git /to/
COPY --from=base /not/this /to
COPY $NAME *.txt "quoted" /to/
COPY . /to
COPY .pidone/pidone-linux-amd64 /sbin/pidone
COPY <<EOF /to/text
COPY not/this/either /to
EOF
`;
	expect(listContextFiles(parseDockerfile(source))).toEqual(["bin/web", "src/lib", "up", "a b", "data.tar"]);
});
