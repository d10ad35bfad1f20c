import { readFileSync } from "node:fs";
import { join } from "node:path";
import { execa } from "execa";

/** A certificate authority, and files in PEM format that it has signed. */
export interface Authority {
	readonly certificate: string;
	/** A key and a certificate for a name. */
	readonly issue: (name: string) => Promise<{ readonly key: string; readonly cert: string }>;
}

/** Creates an authority with its files in a folder. */
export async function makeAuthority(folder: string): Promise<Authority> {
	const run = (...args: readonly string[]) => execa("openssl", args, { cwd: folder });
	const fresh = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"];
	await run("req", "-x509", ...fresh, "-keyout", "ca.key", "-out", "ca.crt", "-subj", "/CN=ca", "-days", "2");
	return {
		certificate: join(folder, "ca.crt"),
		issue: async (name) => {
			const [key, cert] = [`${name}.key`, `${name}.cert`];
			await run("req", ...fresh, "-keyout", key, "-out", `${name}.csr`, "-subj", `/CN=${name}`);
			const alternative = `<(printf 'subjectAltName=DNS:%s' ${name})`;
			const sign = `openssl x509 -req -in ${name}.csr -CA ca.crt -CAkey ca.key -CAcreateserial -days 2 -out ${cert} -extfile ${alternative}`;
			await execa("bash", ["-c", sign], { cwd: folder });
			return { key: join(folder, key), cert: join(folder, cert) };
		},
	};
}

/** A certificate without its first and last line, and without line breaks. */
export function derOf(path: string): string {
	return readFileSync(path, "utf8").replace(/-----[A-Z ]+-----|\s/g, "");
}
