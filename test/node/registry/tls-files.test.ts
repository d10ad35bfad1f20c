import { rootCertificates } from "node:tls";
import { describe, expect, it } from "vitest";
import { readTlsFiles } from "../../../src/node/registry/tls-files.ts";
import { makeHome } from "./helpers/source.ts";

const pem = (name: string): string => `-----BEGIN ${name}-----\n`;

describe("the certificates for a host", () => {
	it("are those of its own folder, besides those that are trusted anyway", async () => {
		const home = makeHome({
			".docker/certs.d/reg.corp:5000/ca.crt": pem("A"),
			".docker/certs.d/reg.corp:5000/client.cert": pem("B"),
			".docker/certs.d/reg.corp:5000/client.key": pem("C"),
			".docker/certs.d/reg.corp:5000/notes.txt": "",
			"extra.pem": pem("D"),
		});
		const environment = { HOME: home, NODE_EXTRA_CA_CERTS: `${home}/extra.pem` };
		expect(await readTlsFiles("reg.corp:5000", environment)).toEqual({
			ca: [...rootCertificates, pem("D"), pem("A")],
			cert: pem("B"),
			key: pem("C"),
		});
		expect(await readTlsFiles("reg.corp", environment)).toEqual({});
	});

	it.each<[name: string, text: string, message: RegExp]>([
		["client.cert", pem("B"), /client\.cert: has no key: add .*client\.key$/],
		["ca.crt", "\u0030\u0082", /ca\.crt: is not in PEM format$/],
	])("are a mistake: %s", async (name, text, message) => {
		const home = makeHome({ [`.config/containers/certs.d/reg.corp/${name}`]: text });
		await expect(readTlsFiles("reg.corp", { HOME: home })).rejects.toThrow(message);
	});
});
