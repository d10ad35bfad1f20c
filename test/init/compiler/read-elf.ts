interface ElfHeader {
	readonly type: number;
	readonly machine: number;
	readonly version: number;
	readonly entry: number;
	readonly flags: number;
	readonly sectionCount: number;
}

interface ProgramHeader {
	readonly type: number;
	readonly flags: number;
	readonly offset: number;
	readonly address: number;
	readonly physicalAddress: number;
	readonly fileSize: number;
	readonly memorySize: number;
	readonly alignment: number;
}

interface Elf {
	readonly ident: Uint8Array;
	readonly header: ElfHeader;
	readonly programHeaders: readonly ProgramHeader[];
	/** The size of the file in bytes. */
	readonly size: number;
}

/** Reads the headers of an ELF file with the offsets in elf(5), not with the writer's tables. */
export function readElf(file: Uint8Array): Elf {
	const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
	const is64 = view.getUint8(4) === 2;
	const isLittle = view.getUint8(5) === 1;
	const half = (at: number): number => view.getUint16(at, isLittle);
	const word = (at: number): number => view.getUint32(at, isLittle);
	const address = (at: number): number => (is64 ? Number(view.getBigUint64(at, isLittle)) : word(at));
	const header = is64
		? {
				entry: address(24),
				tableAt: address(32),
				flags: word(48),
				headerSize: half(52),
				entrySize: half(54),
				count: half(56),
				sectionCount: half(60),
			}
		: {
				entry: address(24),
				tableAt: address(28),
				flags: word(36),
				headerSize: half(40),
				entrySize: half(42),
				count: half(44),
				sectionCount: half(48),
			};
	if (header.headerSize !== header.tableAt || header.entrySize !== (is64 ? 56 : 32))
		throw new Error("the sizes of the headers are wrong");
	const programHeaders = Array.from({ length: header.count }, (_, index): ProgramHeader => {
		const at = header.tableAt + index * header.entrySize;
		const [flagsAt, first, step] = is64 ? [4, 8, 8] : [24, 4, 4];
		const field = (number: number): number => address(at + first + number * step + (!is64 && number === 5 ? 4 : 0));
		return {
			type: word(at),
			flags: word(at + flagsAt),
			offset: field(0),
			address: field(1),
			physicalAddress: field(2),
			fileSize: field(3),
			memorySize: field(4),
			alignment: field(5),
		};
	});
	return {
		ident: file.subarray(0, 16),
		header: { ...header, type: half(16), machine: half(18), version: word(20) },
		programHeaders,
		size: file.length,
	};
}
