export type Pack = {
	stage: string;
	name: string;
	about: string;
	/** Numbers in the library. */
	metrics: readonly number[];
	/** What a team adds itself. */
	own?: string;
};

/** Where a company is in its life decides what it should look at (I. Adizes, L. Sisney). */
export const packs: readonly Pack[] = [
	{
		stage: 'pilot',
		name: 'Pilot it',
		about: 'Prove that somebody wants it. Money and learning only.',
		metrics: [5, 11, 13, 22, 23, 40, 41, 43, 45],
		own: 'Two of your own: what would prove the idea wrong?'
	},
	{
		stage: 'nail',
		name: 'Nail it',
		about: 'Make it work for the same customer again and again.',
		metrics: [2, 3, 5, 6, 9, 10, 11, 12, 13, 14, 15, 22, 23, 24, 26, 31, 32, 39, 40, 41, 43, 46]
	},
	{
		stage: 'scale',
		name: 'Scale it',
		about: 'Grow without breaking what works.',
		metrics: [
			1, 2, 3, 4, 6, 8, 9, 10, 12, 14, 16, 17, 18, 20, 22, 24, 25, 27, 28, 31, 33, 34, 37, 38, 40,
			42, 46, 47
		]
	},
	{
		stage: 'milk',
		name: 'Milk it',
		about: 'Keep customers and margin, and find what comes next.',
		metrics: [
			1, 2, 3, 6, 8, 9, 10, 12, 14, 17, 18, 19, 20, 21, 24, 25, 28, 29, 33, 35, 36, 37, 40, 41, 44,
			45
		]
	},
	{
		stage: 'kill',
		name: 'Wind it down',
		about: 'End it decently: cash, customers and people.',
		metrics: [8, 9, 22, 23, 33, 41],
		own: 'One of your own: obligations closed.'
	}
];
