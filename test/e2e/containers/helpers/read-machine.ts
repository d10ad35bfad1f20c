import { execa } from "execa";
import { engineEnv } from "../../helpers/engine.ts";

const blockSize = 512;
const machineOffset = 18;
/** The offset of the byte that states the byte order: 2 means that the most significant byte comes first. */
const dataOffset = 5;

/** The CPU that a program in a container was built for. */
export const readMachine = async (container: string, path: string): Promise<number> => {
	const { stdout } = await execa("docker", ["cp", `${container}:${path}`, "-"], { env: engineEnv, encoding: "buffer" });
	// A tar archive with one file: a block with its name, then its contents.
	return machineOfProgram(Buffer.from(stdout).subarray(blockSize), `${path} of ${container}`);
};

/** The CPU that a program was built for: e_machine of its ELF header, in the byte order that the header states. */
export function machineOfProgram(elf: Buffer, name: string): number {
	if (elf.readUInt32BE(0) !== 0x7f454c46) throw new Error(`${name} is not an ELF file`);
	return elf[dataOffset] === 2 ? elf.readUInt16BE(machineOffset) : elf.readUInt16LE(machineOffset);
}
