/** The version of the format; raised when an older Drumbeat could misunderstand what is in a file. */
export const formatVersion = 1;

export const formatName = 'drumbeat-workspace';

/** What the file says of itself, for people and for programs. */
export const readMe = `# A Drumbeat workspace

Everything the workspace held when this file was made, as far as whoever made it may read.

| where | what |
|---|---|
| \`manifest.json\` | what this file is, its version, and for every file in \`data/\` and \`documents/\` its rows or bytes and its SHA-256 |
| \`data/<table>.jsonl\` | the rows of a table, one JSON object a line, sorted by its key. Names are those of the database; times are ISO 8601 in UTC, days are YYYY-MM-DD, ids are UUIDs and stay the same when the file is imported |
| \`csv/<table>.csv\` | the same for spreadsheets (RFC 4180, UTF-8). A cell that would be taken for a formula begins with an apostrophe |
| \`minutes/<team>/…md\` | the minutes of each meeting that began |
| \`calendar/<team>.ics\` | the meetings of each team (RFC 5545) |
| \`documents/<kind>-<id>.yjs\` | the live document of each meeting, retrospective and leadership message: one Yjs update, as \`Y.applyUpdate\` takes it |

The text of sealed items, answers that were not revealed, votes of other people, passwords, tokens and
invitation links are in no file. Teams whoever made it does not sit in are named in the manifest.

It is imported into an empty installation at \`/start/import\`, and everything is then as it was: people
set a new password with the code that is mailed to them.
`;
