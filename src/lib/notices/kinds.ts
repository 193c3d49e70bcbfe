/** How somebody is told of something. */
export const channels = ['mail', 'digest', 'app', 'off'] as const;
export type Channel = (typeof channels)[number];

/** What people are told of by themselves. */
export const kinds = ['recap', 'mention', 'assigned', 'due', 'acknowledge'] as const;
export type Kind = (typeof kinds)[number];

export const channelWords: Record<Channel, string> = {
	mail: 'Mail',
	digest: 'Daily digest',
	app: 'In Drumbeat',
	off: 'Off'
};

/** Each kind by its name, what it is, and how one is told who never chose. */
export const about: Record<Kind, { name: string; what: string; usual: Channel }> = {
	recap: {
		name: 'Recap of a meeting',
		what: 'When it closes: what was decided, and what is yours, on top.',
		usual: 'mail'
	},
	mention: {
		name: 'Words to you',
		what: 'Comments that name you, and answers where you said something.',
		usual: 'mail'
	},
	assigned: {
		name: 'Actions given to you',
		what: 'Between meetings. Those of a meeting are in its recap.',
		usual: 'mail'
	},
	due: {
		name: 'Actions that are due',
		what: 'The day before, and the day after.',
		usual: 'mail'
	},
	acknowledge: {
		name: 'Decisions to acknowledge',
		what: 'Two days after a meeting you missed, if you have not said that you read it.',
		usual: 'digest'
	}
};

/** How somebody wants to be told of a kind. */
export function chosen(choices: Partial<Record<Kind, Channel>>, kind: Kind): Channel {
	return choices[kind] ?? about[kind].usual;
}
