/**
 * Why a repository cannot be processed. The others go on. The message is for the user, without the repository's name.
 */
export class RepositoryFault extends Error {
	override readonly name = "RepositoryFault";
}
