/** The steps of the first run, as its header shows them. */
export const firstRun = ['Workspace', 'Team', 'Rhythm', 'Invite'];
