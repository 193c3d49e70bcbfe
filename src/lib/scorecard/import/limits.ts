/** Forty metrics counted weekly for nearly a century; a file with more is no scorecard. */
export const mostReadings = 200_000;

/** Readings that travel to the server in one request, well below the largest it takes. */
export const longestPart = 5000;
export const mostParts = mostReadings / longestPart;
