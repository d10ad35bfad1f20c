import { dirname, resolve } from "node:path";
import { isRemote } from "../../builder/remote.ts";
import { type DefinitionHost, readBeside } from "../model/host.ts";
import { itemsOf, textOf, textsIn, valueIn } from "../model/table.ts";
import { DefinitionError, type DefinitionSource, type Table, type Value } from "../model/value.ts";
import { readYaml } from "../model/yaml.ts";
import { readDotenv } from "./dotenv.ts";
import type { Lookup } from "./interpolate.ts";
import { mergeServices } from "./merge.ts";
import { readServiceValues, replaceVariables } from "./service-values.ts";

/** The services of a project. */
export interface ComposeProject {
	readonly services: ReadonlyMap<string, Table>;
	/** Includes that only Compose can fetch. */
	readonly unread: readonly Value[];
}

/** Real projects have fewer files. */
const MAX_FILES = 200;

/**
 * Reads the services of Compose files, with what they include and extend. Each file overrides the ones before it, as
 * with `docker compose --file`. The services of all profiles count. Throws DefinitionError.
 */
export function loadCompose(
	sources: readonly [DefinitionSource, ...DefinitionSource[]],
	host: DefinitionHost,
): ComposeProject {
	const loader = new ComposeLoader(host);
	const folder = dirname(sources[0].file);
	const lookup = loader.lookupIn([resolve(folder, ".env")], (name) => host.env[name]);
	const services = new Map<string, Table>();
	for (const source of sources)
		for (const [name, service] of loader.load(source, { folder, lookup, chain: [source.file] }))
			addService(services, name, service);
	return { services, unread: loader.unread };
}

interface FileScope {
	/** The folder that paths are relative to. */
	readonly folder: string;
	readonly lookup: Lookup;
	/** The files that include this one, and this one. */
	readonly chain: readonly string[];
}

class ComposeLoader {
	readonly #host: DefinitionHost;
	readonly unread: Value[] = [];
	#files = 0;

	constructor(host: DefinitionHost) {
		this.#host = host;
	}

	load(source: DefinitionSource, scope: FileScope): Map<string, Table> {
		const documents = readYaml(source);
		const services = this.#readServices(documents, scope);
		const extender = new Extender(this, services, source, scope);
		const own = new Map([...services.keys()].map((name) => [name, extender.extend(name)]));
		// The file's own services take precedence over included ones.
		const all = new Map<string, Table>();
		for (const document of documents)
			for (const item of itemsOf(valueIn(document, "include")))
				for (const [name, service] of this.#include(item, scope)) addService(all, name, service);
		for (const [name, service] of own) addService(all, name, service);
		return all;
	}

	/** The services of a file that another file extends, as written. */
	readRaw(
		place: Value,
		path: string,
		scope: FileScope,
	): readonly [DefinitionSource, ReadonlyMap<string, Table>, FileScope] {
		const source = this.#read(place, path, scope.folder);
		const inner = { ...scope, folder: dirname(source.file) };
		return [source, this.#readServices(readYaml(source), inner), inner];
	}

	/** The variables of files, after those of a lookup. */
	lookupIn(files: readonly string[], outer: Lookup): Lookup {
		const values = new Map<string, string>();
		for (const file of files)
			for (const [name, value] of readDotenv(this.#host.read(file) ?? "", outer)) values.set(name, value);
		return (name) => outer(name) ?? values.get(name);
	}

	#readServices(documents: readonly Value[], { folder, lookup }: FileScope): Map<string, Table> {
		const found = new Map<string, Table>();
		for (const services of documents.flatMap((document) => valueIn(document, "services") ?? [])) {
			if (services.kind !== "table") throw new DefinitionError(services.place, "services must be a mapping");
			for (const [name, service] of services.entries) {
				if (service.kind === "table") addService(found, name, readServiceValues(service, folder, lookup));
				else if (service.kind === "list" || service.value !== null)
					throw new DefinitionError(service.place, `services.${name} must be a mapping`);
			}
		}
		return found;
	}

	/** The services of an included project: its first file determines the folder, the other files override it. */
	#include(item: Value, scope: FileScope): ReadonlyMap<string, Table> {
		const replaced = replaceVariables(item, scope.lookup);
		const paths = itemsOf(replaced.kind === "table" ? valueIn(replaced, "path") : replaced);
		const given = textOf(valueIn(replaced, "project_directory"));
		const services = new Map<string, Table>();
		let inner: FileScope | undefined;
		for (const value of paths) {
			const path = textOf(value);
			if (path === undefined || isRemote(path)) {
				this.unread.push(value);
				continue;
			}
			const source = this.#read(value, path, scope.folder);
			if (scope.chain.includes(source.file)) throw new DefinitionError(value.place, `${path} includes itself`);
			inner ??= this.#scopeOf(
				replaced,
				given === undefined ? dirname(source.file) : resolve(scope.folder, given),
				scope,
			);
			const chain = [...scope.chain, source.file];
			for (const [name, service] of this.load(source, { ...inner, chain })) addService(services, name, service);
		}
		return services;
	}

	#scopeOf(item: Value, folder: string, outer: FileScope): FileScope {
		const files = textsIn(valueIn(item, "env_file"));
		const paths = files.length > 0 ? files.map((file) => resolve(outer.folder, file)) : [resolve(folder, ".env")];
		return { ...outer, folder, lookup: this.lookupIn(paths, outer.lookup) };
	}

	#read({ place }: Value, path: string, folder: string): DefinitionSource {
		this.#files++;
		if (this.#files > MAX_FILES) throw new DefinitionError(place, `the project has more than ${MAX_FILES} files`);
		const found = readBeside(place.source, resolve(folder, path), this.#host);
		if (found === undefined) throw new DefinitionError(place, `${path}: no such file`);
		return found;
	}
}

function addService(services: Map<string, Table>, name: string, service: Table): void {
	const before = services.get(name);
	services.set(name, before === undefined ? service : mergeServices(before, service));
}

/** Resolves what services inherit from the ones that they extend. */
class Extender {
	readonly #loader: ComposeLoader;
	readonly #services: ReadonlyMap<string, Table>;
	readonly #source: DefinitionSource;
	readonly #scope: FileScope;

	constructor(loader: ComposeLoader, services: ReadonlyMap<string, Table>, source: DefinitionSource, scope: FileScope) {
		this.#loader = loader;
		this.#services = services;
		this.#source = source;
		this.#scope = scope;
	}

	/** @param chain the services that led here, by file and name */
	extend(name: string, chain: readonly string[] = []): Table {
		const service = this.#services.get(name);
		if (service === undefined) throw new Error(`BUG: there is no service ${name}`);
		const extended = valueIn(service, "extends");
		if (extended === undefined) return service;
		const link = `${this.#source.file}\n${name}`;
		if (chain.includes(link)) throw new DefinitionError(extended.place, `the service ${name} extends itself`);
		const base = this.#baseOf(extended, [...chain, link]);
		const { entries } = base === undefined ? service : mergeServices(base, service);
		return { ...service, entries: new Map([...entries].filter(([key]) => key !== "extends")) };
	}

	#baseOf(extended: Value, chain: readonly string[]): Table | undefined {
		const reference = extended.kind === "table" ? valueIn(extended, "service") : extended;
		const fileValue = valueIn(extended, "file");
		const name = textOf(reference);
		const path = textOf(fileValue);
		if (name === undefined) throw new DefinitionError(extended.place, "extends must name a service");
		if (fileValue === undefined) return this.#extendOwn(name, extended, chain);
		if (path === undefined || isRemote(path)) {
			this.#loader.unread.push(fileValue);
			return undefined;
		}
		const [source, services, scope] = this.#loader.readRaw(fileValue, path, this.#scope);
		return new Extender(this.#loader, services, source, scope).#extendOwn(name, extended, chain);
	}

	#extendOwn(name: string, { place }: Value, chain: readonly string[]): Table {
		if (this.#services.has(name)) return this.extend(name, chain);
		throw new DefinitionError(place, `no service is called ${name} in ${this.#source.path}`);
	}
}
