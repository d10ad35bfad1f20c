import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { main as compile } from "assemblyscript/asc";
import { compileToWasm } from "../../../../src/init/compiler/assemblyscript.ts";
import { LAYOUT, writeMachineSource } from "./machine-source.ts";
import { Memory } from "./memory.ts";
import { type WasmFunction, type WasmMemory, webAssembly } from "./web-assembly.ts";

const assembly = join(import.meta.dirname, "../../../../src/init/program");
const PAGE_SIZE = 0x1_0000;

/** The system calls of a simulated kernel, by name. Operands, including addresses, are numbers. */
export type SystemCalls = Readonly<Record<string, (...operands: number[]) => number>>;

/** Boots the init, compiled for one word size, with a simulated kernel. */
export class Machine {
	readonly memory: Memory;
	readonly #init: object;
	readonly #native: Readonly<Record<string, WasmFunction>>;
	readonly #sys: Readonly<Record<string, WasmFunction>>;
	/** The literals of the init, in its own memory, which holds nothing else. */
	#literals = new DataView(new ArrayBuffer(0));
	#messageCount = 0;
	#kernel: SystemCalls = {};

	/** Compiles the init and the machine. */
	static async build(wordSize: 4 | 8): Promise<Machine> {
		const names = readdirSync(assembly).filter((name) => name.endsWith(".ts"));
		const sources = new Map(names.map((name) => [name, readFileSync(join(assembly, name), "utf8")]));
		for (const [name, text] of wordSize === 4 ? sources : [])
			if (name.endsWith("-32.ts")) sources.set(name.replace("-32", ""), text);
		const machine = await compileMachine(writeMachineSource(wordSize, sources.get("sys.ts") ?? ""));
		return new Machine(wordSize, await compileToWasm("main.ts", sources, new Map()), machine);
	}

	private constructor(wordSize: 4 | 8, init: Uint8Array, machine: Uint8Array) {
		this.#init = new webAssembly.Module(init);
		const kernel = new Proxy<Record<string, WasmFunction>>(
			{},
			{
				get:
					(_, name) =>
					(...operands: number[]) =>
						this.#call(String(name), operands),
			},
		);
		const { exports } = new webAssembly.Instance(new webAssembly.Module(machine), {
			kernel,
			machine: {
				fault: (address: number) => {
					throw new RangeError(`segmentation fault at 0x${(address >>> 0).toString(16)}`);
				},
				placeText: (literal: number) =>
					this.#remember("texts", literal, this.memory.placeText(this.#readLiteral(literal))),
				placeBuffer: (name: number, size: number) => this.#remember("buffers", name, this.memory.placeBuffer(size)),
				placeMessage: (literal: number) => {
					this.memory.placeMessage(this.#readLiteral(literal));
					this.memory.remember("numbers", literal, ++this.#messageCount);
					return this.#messageCount - 1;
				},
			},
		});
		const memory = exports.memory as WasmMemory;
		memory.grow(LAYOUT.end / PAGE_SIZE - memory.buffer.byteLength / PAGE_SIZE);
		this.memory = new Memory(memory.buffer, wordSize);
		const pairs = this.memory.placeText("");
		const functions = exports as Record<string, WasmFunction>;
		// Texts are not packed here, so no byte stands for a pair.
		const word = wordSize === 8 ? BigInt : Number;
		this.#native = { ...functions, packed: functions.text as WasmFunction, pairs: () => word(pairs) };
		this.#sys = Object.fromEntries(Object.entries(functions).map(([name, value]) => [name.replace("sys_", ""), value]));
	}

	#call(name: string, operands: readonly number[]): number {
		const call = this.#kernel[name];
		if (call === undefined) throw new TypeError(`the simulated kernel has no system call ${name}`);
		return call(...operands);
	}

	#remember(table: "texts" | "buffers", literal: number, address: number): number {
		this.memory.remember(table, literal, address);
		return address;
	}

	#readLiteral(pointer: number): string {
		const length = this.#literals.getInt32(pointer - 4, true);
		return Buffer.from(this.#literals.buffer, pointer, length).toString("utf16le");
	}

	/**
	 * Runs the init from its entry point, until a system call throws or the init traps.
	 * @throws what a system call throws; WebAssembly.RuntimeError for a trap
	 */
	boot(argv: readonly string[], environment: readonly string[], kernel: SystemCalls): void {
		this.#kernel = kernel;
		this.memory.reset();
		const { exports } = new webAssembly.Instance(this.#init, { native: this.#native, sys: this.#sys });
		const { memory, start } = exports as { readonly memory: WasmMemory; readonly start: WasmFunction };
		if (memory.buffer.byteLength > LAYOUT.buffers - LAYOUT.texts)
			throw new RangeError("the init has more literals than the machine's tables hold");
		this.#literals = new DataView(memory.buffer);
		const stack = this.memory.placeStack(argv, environment);
		start(this.memory.wordSize === 8 ? BigInt(stack) : stack);
	}
}

/** Uses AssemblyScript alone, because the project's own compiler does not allow memory. */
async function compileMachine(source: string): Promise<Uint8Array> {
	let wasm: Uint8Array | undefined;
	const { stderr } = await compile(["machine.ts", "--outFile", "machine.wasm", "--runtime", "stub", "-O3"], {
		readFile: (path) => (path === "machine.ts" ? source : null),
		writeFile: (_, contents) => {
			if (typeof contents !== "string") wasm = contents;
		},
		listFiles: () => [],
	});
	if (wasm === undefined) throw new Error(`BUG: the machine's source: ${stderr.toString()}`);
	return wasm;
}
