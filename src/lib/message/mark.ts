/** Words of an answer that something is said about, as offsets in its text. */
export type Mark = { from: number; to: number; kind: 'finding' | 'comment' | 'suggestion' };
