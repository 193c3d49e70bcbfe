/** Whether the database refused because nobody would be left to manage a team or a workspace. */
export function isLastAdmin(error: { message: string }): boolean {
	return error.message.includes('at least one admin');
}
