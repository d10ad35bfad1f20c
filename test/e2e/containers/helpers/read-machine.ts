import { execa } from "execa";
import { engineEnv } from "../../helpers/engine.ts";

const blockSize = 512;
const machineOffset = 18;
/** Of the byte that says which byte of a number comes first: 2 is the most significant. */
const dataOffset = 5;

/** For which CPU a program in a container is. */
export const readMachine = async (container: string, path: string): Promise<number> => {
	const { stdout } = await execa("docker", ["cp", `${container}:${path}`, "-"], { env: engineEnv, encoding: "buffer" });
	// A tar archive of one file: a block with its name, and its contents.
	return machineOfProgram(Buffer.from(stdout).subarray(blockSize), `${path} of ${container}`);
};

/** For which CPU a program is: e_machine of its ELF header, in the byte order that the header states. */
export function machineOfProgram(elf: Buffer, name: string): number {
	if (elf.readUInt32BE(0) !== 0x7f454c46) throw new Error(`${name} is not an ELF file`);
	return elf[dataOffset] === 2 ? elf.readUInt16BE(machineOffset) : elf.readUInt16LE(machineOffset);
}
