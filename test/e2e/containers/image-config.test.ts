import { expect, it } from "vitest";
import { docker } from "../helpers/engine.ts";
import { buildPair } from "./helpers/image.ts";

/** Instructions that set something in the image's config. */
const settings = `ENV LEVEL=info \\
    NAME="two words"
WORKDIR /srv/app
EXPOSE 8080 9090/udp
VOLUME /srv/data
LABEL org.example.kind="test"
STOPSIGNAL SIGINT
HEALTHCHECK --interval=5s --timeout=2s --retries=4 CMD test -e /srv/app || exit 1
USER 1000:1000
`;

const commands: readonly string[] = [
	"CMD sleep 1000",
	'ENTRYPOINT ["sleep"]\nCMD ["1000"]',
	'SHELL ["bash", "-c"]\nENTRYPOINT sleep 1000',
];

interface Config {
	readonly Entrypoint?: readonly string[] | null;
	readonly [key: string]: unknown;
}

it.each(commands)("%s has the same config with the init, except for the init's words in front", async (command) => {
	const pair = await buildPair(`FROM debian:bookworm-slim\n${settings}${command}\n`);
	const { Entrypoint: entrypoint, ...before } = await readConfig(pair.before);
	const { Entrypoint: rewritten, ...after } = await readConfig(pair.after);
	expect(after).toEqual(before);
	expect(before).toMatchObject({ User: "1000:1000", WorkingDir: "/srv/app", StopSignal: "SIGINT" });
	expect(before).toHaveProperty("Healthcheck.Retries", 4);
	expect(removeInit(rewritten ?? [])).toEqual(entrypoint ?? []);
});

const readConfig = async (image: string): Promise<Config> =>
	JSON.parse(await docker("image", "inspect", "--format", "{{json .Config}}", image));

const removeInit = (words: readonly string[]): readonly string[] => {
	expect(words[0]).toBe("/sbin/pidone");
	return words.slice(words.indexOf("--") + 1);
};
