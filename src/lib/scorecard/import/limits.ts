/**
 * Forty metrics counted weekly for nearly a century are 200,000 readings. A file with more is no
 * scorecard, and its rows would not fit beside a browser's other work.
 */
export const mostReadings = 200_000;
export const mostLines = 200_000;
/** Wider than any week since the team began. */
export const mostColumns = 2000;
/** Empty cells cost memory too: as many as ten to each reading. */
export const mostCells = 2_000_000;
/** Bytes of a file, looked at before anything of it is read: ample for as many lines. */
export const largestFile = 20 * 1024 * 1024;

/** Readings that travel to the server in one request, well below the largest it takes. */
export const longestPart = 5000;
export const mostParts = mostReadings / longestPart;
