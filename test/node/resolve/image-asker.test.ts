import { describe, expect, it } from "vitest";
import { ImageAsker } from "../../../src/node/resolve/image-asker.ts";
import type { ImageSource, Resolution } from "../../../src/node/resolve/image-source.ts";

const KNOWN: Resolution = { kind: "known", image: {} };

function sourceOf(resolve: ImageSource["resolve"]): () => Promise<ImageSource> {
	return async () => ({ name: "engine", resolve });
}

describe("ImageAsker", () => {
	it("asks for each image and platform once, and makes each source once", async () => {
		const asked: string[] = [];
		let made = 0;
		const asker = new ImageAsker(async () => {
			made++;
			const resolve = async (...question: readonly string[]): Promise<Resolution> => {
				asked.push(question.join(" "));
				return KNOWN;
			};
			return { name: "engine", resolve };
		});
		await Promise.all(["a", "b", "a"].map((reference) => asker.ask("engine", reference, "linux/amd64")));
		await asker.ask("engine", "a", "linux/arm64");
		expect(asked).toEqual(["a linux/amd64", "b linux/amd64", "a linux/arm64"]);
		expect(made).toBe(1);
	});

	it("limits how many it asks for at a time, and continues after a failure", async () => {
		let running = 0;
		let most = 0;
		const resolve = async (reference: string): Promise<Resolution> => {
			most = Math.max(most, ++running);
			await new Promise((done) => setTimeout(done, 1));
			running--;
			if (reference === "3") throw new Error("failed");
			return KNOWN;
		};
		const asker = new ImageAsker(sourceOf(resolve), 2);
		const answers = Array.from({ length: 9 }, (_, at) => asker.ask("engine", `${at}`, "linux/amd64"));
		const settled = await Promise.allSettled(answers);
		expect(settled.filter(({ status }) => status === "rejected")).toHaveLength(1);
		expect(most).toBe(2);
	});

	it("reports each answer", async () => {
		const asker = new ImageAsker(sourceOf(async () => KNOWN));
		const told: string[] = [];
		asker.onAnswer = (reference) => told.push(reference);
		await Promise.all([asker.ask("engine", "a", "x"), asker.ask("engine", "b", "x"), asker.ask("engine", "a", "x")]);
		expect(told).toEqual(["a", "b"]);
	});
});
