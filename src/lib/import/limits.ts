/**
 * Forty metrics counted weekly for nearly a century are 200,000 readings. A file with more lines is
 * nothing a team wrote, and its rows would not fit beside a browser's other work.
 */
export const mostLines = 200_000;
/** Wider than any week since the team began. */
export const mostColumns = 2000;
/** Empty cells cost memory too: as many as ten to each line. */
export const mostCells = 2_000_000;
/** Bytes of a file, looked at before anything of it is read: ample for as many lines. */
export const largestFile = 20 * 1024 * 1024;

/** People, actions and the like of one import: years of a team's list, and one request. */
export const mostRows = 1500;
/** Each of them gets a mail. */
export const mostInvitations = 100;
