import { describe, expect, it } from "vitest";
import { analyseSource } from "../../../src/core/analysis/analyse-source.ts";
import { lookUpImage } from "../../../src/core/analysis/image-lookup.ts";
import type { ImageAnswer, KnownImages } from "../../../src/core/analysis/known-images.ts";
import type { AnalysisOptions } from "../../../src/core/analysis/options.ts";
import type { ImageDeclaration } from "../../../src/core/images/catalogue-entry.ts";

const AMD64 = "linux/amd64";
const ARM64 = "linux/arm64";

function known(image: Omit<ImageDeclaration, "source"> = {}): ImageAnswer {
	return { kind: "known", image: { ...image, source: "test" } };
}

/** The bases of an image, in a few words. */
function describeBases(
	text: string,
	images: KnownImages,
	{ platforms = [AMD64, ARM64], isGuessed = false, ...options }: AnalysisOptions & { isGuessed?: boolean } = {},
): string[] {
	return lookUpImage(text, { platforms, isGuessed }, { ...options, images }).map((base) =>
		base.kind === "image" ? `image ${base.facts.entrypoint.join(" ")}` : base.why,
	);
}

describe("lookUpImage", () => {
	it.each<[string, Record<string, ImageAnswer>, boolean, string[]]>([
		[
			"is the same on both platforms",
			{ [AMD64]: known({ entrypoint: ["a"] }), [ARM64]: known({ entrypoint: ["a"] }) },
			false,
			["image a"],
		],
		[
			"differs between them",
			{ [AMD64]: known({ entrypoint: ["a"] }), [ARM64]: known({ entrypoint: ["b"] }) },
			false,
			["image a", "image b"],
		],
		[
			"is known on one platform of two that were asked for",
			{ [AMD64]: known({ entrypoint: ["a"] }), [ARM64]: { kind: "unknown", reason: "docker has it for linux/amd64" } },
			false,
			["image a", "pidone does not know the image acme/app: docker has it for linux/amd64"],
		],
		[
			"is known on one platform of two that nobody has named",
			{ [AMD64]: known({ entrypoint: ["a"] }), [ARM64]: { kind: "unknown", reason: "docker has it for linux/amd64" } },
			true,
			["image a"],
		],
		[
			"was asked for on one platform alone",
			{ [AMD64]: known({ entrypoint: ["a"] }) },
			false,
			["image a", "pidone does not know the image acme/app on linux/arm64"],
		],
		[
			"lacks a platform that was asked for",
			{ [AMD64]: known({ entrypoint: ["a"] }), [ARM64]: { kind: "no-platform", available: [AMD64, "linux/s390x"] } },
			false,
			["image a", "acme/app does not exist for linux/arm64: it exists for linux/amd64, linux/s390x"],
		],
		[
			"lacks a platform that nobody has named",
			{ [AMD64]: known({ entrypoint: ["a"] }), [ARM64]: { kind: "no-platform", available: [AMD64] } },
			true,
			["image a"],
		],
		[
			"lacks all platforms that nobody has named",
			{
				[AMD64]: { kind: "no-platform", available: ["linux/s390x"] },
				[ARM64]: { kind: "no-platform", available: ["linux/s390x"] },
			},
			true,
			[
				"acme/app exists for none of the platforms that are built unless --platform is given: it exists for linux/s390x",
			],
		],
		[
			"is not known, and why",
			{ [AMD64]: { kind: "unknown", reason: "the registry answers 401" } },
			true,
			["pidone does not know the image acme/app: the registry answers 401"],
		],
	])("says what there is when the image %s", (_, answers, isGuessed, expected) => {
		expect(describeBases("acme/app", { "acme/app": answers }, { isGuessed })).toEqual(expected);
	});

	it("knows that an image which exists for Windows alone is one of Windows", () => {
		const available = ["windows/amd64"];
		const answers = {
			[AMD64]: { kind: "no-platform", available },
			[ARM64]: { kind: "no-platform", available },
		} as const;
		const bases = lookUpImage(
			"acme/app",
			{ platforms: [AMD64, ARM64], isGuessed: true },
			{ images: { "acme/app": answers } },
		);
		expect(bases).toMatchObject([{ kind: "image", facts: { distro: "windows" } }]);
	});

	it("asks the user's images, then the answers, then the catalogue", () => {
		const images = { "node:20": { [AMD64]: known({ entrypoint: ["answered"] }) } };
		const bases = [{ images: ["node"], entrypoint: ["stated"], source: "test" }];
		const options = { platforms: [AMD64] };
		expect(describeBases("node:20", images, { ...options, bases })).toEqual(["image stated"]);
		expect(describeBases("node:20", images, options)).toEqual(["image answered"]);
		expect(describeBases("node:20", {}, options)).toEqual(["image docker-entrypoint.sh"]);
	});

	it("does not fall back to the catalogue where the answer is that the image is not known", () => {
		const images = { "node:20": { [AMD64]: { kind: "unknown", reason: "nobody answers" } } } as const;
		expect(describeBases("node:20", images, { platforms: [AMD64] })).toEqual([
			"pidone does not know the image node:20: nobody answers",
		]);
	});

	it("takes the distribution from the catalogue, since no image says it", () => {
		const images = { "node:20": { [AMD64]: known() } };
		expect(lookUpImage("node:20", { platforms: [AMD64], isGuessed: false }, { images })).toMatchObject([
			{ facts: { entrypoint: [], distro: "debian" } },
		]);
	});

	it.each(["constructor", "__proto__", "toString"])("does not take what every object has for an answer: %s", (text) => {
		expect(describeBases(text, {}, { isGuessed: true })).toEqual([`pidone does not know the image ${text}`]);
	});
});

describe("a base that was asked for", () => {
	/** The config at the end of the last stage. */
	function endOf(source: string, image: Omit<ImageDeclaration, "source">, options: AnalysisOptions = {}): object {
		const images = { "acme/app": { [AMD64]: known(image), [ARM64]: known(image) } };
		return analyseSource(source, { images, ...options }).stages.at(-1)?.end ?? expect.fail();
	}

	it("gives its environment to what the stage expands", () => {
		const end = endOf("FROM acme/app\nUSER $APP_USER", { env: ["PATH=/bin", "APP_USER=app", "EMPTY="] });
		expect(end).toMatchObject({ user: "app" });
		const needy = 'FROM acme/app\nLABEL a="${OTHER:?must be set}"';
		expect(() => endOf(needy, {})).not.toThrow();
		expect(() => endOf(needy, { env: ["OTHER=x"] })).not.toThrow();
		expect(() => endOf(needy, { env: [] })).toThrow("must be set");
	});

	it.each<[string, string[], string, object]>([
		["CMD", ['CMD ["b"]'], "", { entrypoint: ["a"], cmd: ["b"] }],
		["ENTRYPOINT, which resets CMD", ['ENTRYPOINT ["b"]'], "", { entrypoint: ["b"], cmd: [] }],
		[
			"CMD, which the stage's own ENTRYPOINT does not reset",
			['CMD ["b"]'],
			'ENTRYPOINT ["c"]',
			{ entrypoint: ["c"], cmd: ["b"] },
		],
		["SHELL and a shell form", ['SHELL ["/bin/bash", "-c"]', "CMD run"], "", { cmd: ["/bin/bash", "-c", "run"] }],
		["USER and STOPSIGNAL", ["user app", "STOPSIGNAL SIGINT"], "", { user: "app", stopSignal: "SIGINT" }],
		["ENV and ARG", ["ENV A=b", "ARG C=d"], "USER $A$C", { user: "bd" }],
		["nothing that counts", ['RUN echo "${A:?}"', "COPY . ."], "", { entrypoint: ["a"], cmd: ["x"] }],
	])("fires its triggers: %s", (_, onBuild, own, expected) => {
		expect(endOf(`FROM acme/app\n${own}`, { entrypoint: ["a"], cmd: ["x"], env: [], onBuild })).toMatchObject(expected);
	});

	it("fires its triggers in the first stage alone", () => {
		const end = endOf("FROM acme/app AS a\nUSER root\nFROM a", { onBuild: ["USER app"] });
		expect(end).toMatchObject({ user: "root" });
	});

	it("is not known to run anything when other triggers fire on another platform", () => {
		const images = {
			"acme/app": { [AMD64]: known({ onBuild: ['CMD ["a"]'] }), [ARM64]: known({ onBuild: ['CMD ["b"]'] }) },
		};
		const { stages } = analyseSource("FROM acme/app", { images });
		expect(stages[0]?.end).toMatchObject({ entrypoint: undefined, cmd: undefined });
	});

	it("is refused where the build needs it for a platform that it lacks", () => {
		const images = { "acme/app": { [AMD64]: known(), [ARM64]: { kind: "no-platform", available: [AMD64] } } } as const;
		const analyse = (source: string, platforms: string[]): unknown => analyseSource(source, { images, platforms });
		const message = "acme/app does not exist for linux/arm64: it exists for linux/amd64";
		expect(() => analyse("FROM acme/app", [AMD64, ARM64])).toThrow(message);
		expect(() => analyse("FROM acme/app", [AMD64])).not.toThrow();
		expect(() => analyse("FROM acme/app\nFROM scratch", [ARM64])).not.toThrow();
		expect(() => analyse("FROM --platform=linux/amd64 acme/app", [ARM64])).not.toThrow();
		expect(() => analyse("FROM --platform=$BUILDPLATFORM acme/app", [ARM64])).not.toThrow();
		expect(() => analyse("FROM --platform=linux/arm64 acme/app", [AMD64])).toThrow(message);
		expect(() => analyseSource("FROM --platform=linux/arm64 acme/app", { images })).toThrow(message);
	});

	it("may be in an OCI image layout that a named context names", () => {
		const context = "oci-layout:///srv/app:1";
		const images = { [context]: { [AMD64]: known({ entrypoint: ["a"] }) } };
		const options = { images, contexts: { base: context } };
		expect(analyseSource("FROM base", options).stages[0]?.end).toMatchObject({ entrypoint: ["a"] });
		expect(analyseSource("FROM scratch AS base\nFROM base", options).stages[1]?.end).toMatchObject({
			entrypoint: ["a"],
		});
	});
});
