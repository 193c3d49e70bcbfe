import type { Story } from './story.ts';

/** The quarter turns: what the last one taught, and a message that says what it means. */
export const story40: Story = {
	number: 40,
	chair: 'sw',
	away: ['dl'],
	took: { 'check-in': 5, scorecard: 14, priorities: 18, message: 9, actions: 10, 'wrap-up': 11 },
	checkIns: {
		mo: 'Clear. I rewrote the message on the train and it got shorter.',
		pr: 'I have a number nobody will like.',
		th: 'Energised. Two buyers came to a site.',
		iv: 'A bit flat. Portal tests went badly.',
		kw: 'Packing. Field test starts on Sunday.',
		ab: 'Cheerful. Regretted attrition is the lowest in two years.',
		jb: 'Havenport signed and both invoices are paid.',
		lh: 'Nervous about the fair.',
		sw: 'Curious how the new message lands.'
	},
	notes: {
		scorecard: [
			['pr', 'Overdue invoices are back at €1.2m after Havenport paid.'],
			['ab', 'Four critical roles are open. All four are nights.']
		],
		priorities: [
			[
				'sw',
				'From the retrospective: pilots stall without an executive in the room.',
				{
					decision:
						'Every open pilot gets an executive sponsor and one site visit within three weeks.',
					owner: 'th'
				}
			],
			[
				'kw',
				'Also from there: the dates came from engineering only.',
				{ insight: 'Access windows decide a roll-out, not code.' }
			],
			[
				'jb',
				'And what worked: one owner per site.',
				{
					action: 'Name one owner for every contract site.',
					owner: 'jb',
					due: 'in 28 days',
					done: 24
				}
			]
		],
		message: [
			[
				'mo',
				'New version, read out. “We are moving from selling robots to guaranteeing picks per hour.”'
			],
			['jb', '“An answer within 15 minutes” is a promise I can check every day.'],
			[
				'mo',
				'No objections, so it goes out today.',
				{ decision: 'The new leadership message replaces the old one from today.', owner: 'mo' }
			]
		]
	},
	items: [
		{
			continues: 'price',
			title: 'A thousand picks cost us €38, and we sell them at €41',
			question: 'Do we raise the price for new contracts, or cut the cost of a visit?',
			source: 'Facts found since an earlier meeting',
			raisedBy: 'pr',
			minutes: 12,
			votes: 8,
			took: 15,
			lines: [
				[
					'pr',
					'Five sites, three months. €38 on average, €52 at the sites that we visit more than twice a month.'
				],
				['th', 'At €45 we lose two of the nine. At €43 I think none.'],
				['jb', 'Half of the visits are about something that could be seen from Tilburg.'],
				[
					'pr',
					'Both, then.',
					{ decision: 'New throughput contracts start at €43 per thousand picks.', owner: 'th' }
				],
				[
					'jb',
					'Visits are the lever.',
					{ insight: 'Sites with more than two visits a month earn us nothing.' }
				],
				[
					'th',
					'Proposals already out keep their price.',
					{
						action: 'Put the new price into every proposal template.',
						owner: 'th',
						due: 'in 6 days',
						done: 5
					}
				]
			],
			left: 'resolved'
		},
		{
			title: 'Who decides when a site is ready for the field test?',
			question: 'The large site moved its date twice.',
			raisedBy: 'kw',
			minutes: 6,
			votes: 4,
			took: 5,
			lines: [
				['kw', 'Site manager, our engineer and the integrator each think it is one of the others.'],
				[
					'jb',
					'The owner of the site decides, and hears the engineer.',
					{ decision: 'The owner of a site decides when it goes over to firmware 4.', owner: 'jb' }
				]
			],
			left: 'resolved'
		},
		{
			key: 'portal',
			title: 'The partner portal: stop it or finish it?',
			question: 'Half the partners do not use it, and it serves no annual goal.',
			raisedBy: 'iv',
			minutes: 8,
			votes: 3,
			took: 3,
			lines: [
				['iv', '41 of 60 partners sign in each week. The others send a mail and we type it in.'],
				['sw', 'Out of time. Next week, with what it would save.']
			],
			left: 'parked'
		}
	],
	offTrack: { priorities: ['pilots', 'firmware'], objectives: ['reference', 'boring'] },
	told: [
		{
			audience: 'Everyone',
			body: 'The message is new and half as long. Your manager reads it with you this week.',
			teller: 'mo'
		},
		{
			audience: 'Sales',
			body: 'New contracts start at €43. Proposals that are out keep theirs.',
			teller: 'th'
		},
		{ audience: 'Service', body: 'The owner of a site decides when it changes over.', teller: 'jb' }
	],
	ratings: {
		mo: [9],
		pr: [8],
		th: [8],
		iv: [6, 'The portal was last again.'],
		kw: [8],
		ab: [8],
		jb: [9],
		lh: [8],
		sw: [8]
	}
};
