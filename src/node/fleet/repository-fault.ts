/** What keeps a repository from being worked on; the others go on. The message is for the user, without the name. */
export class RepositoryFault extends Error {
	override readonly name = "RepositoryFault";
}
