import type { Story } from './story.ts';

/** Sam is on leave, Aisha chairs; the portal comes back and so do the night roles. */
export const story41: Story = {
	number: 41,
	chair: 'ab',
	away: ['sw', 'mo'],
	late: { kw: 9 },
	took: { 'check-in': 6, scorecard: 15, priorities: 14, message: 5, actions: 12, 'wrap-up': 8 },
	checkIns: {
		dl: 'Back from the fjord, inbox ignored.',
		pr: 'Happy with the new price. Nobody has shouted yet.',
		th: 'Four visits booked, one done.',
		iv: 'Ready to talk about the portal first.',
		kw: 'On the train from the field test. It works.',
		ab: 'Honoured to hold the clock. Be kind.',
		jb: 'Good. 22 sites have an owner.',
		lh: 'The fair was full. 140 conversations.'
	},
	notes: {
		scorecard: [
			['th', 'Pipeline coverage is exactly at the bound. Fair leads are not in yet.'],
			['dl', 'On-time deployments at 89%: one customer moved, not us.']
		],
		priorities: [
			[
				'kw',
				'Field test, five days: no reconnect loop, two small faults.',
				{
					action: 'Fix the two faults from the field test and repeat it.',
					owner: 'kw',
					due: 'in 14 days',
					done: 12
				}
			],
			['lh', 'First certification cohort has passed: eight of nine.']
		],
		actions: [
			['kw', 'Access calendar: 27 of 38 sites. Second week it is not done, I know.'],
			['ab', 'The rule says it comes back as a hot item. Next week then.']
		]
	},
	items: [
		{
			key: 'portal again',
			continues: 'portal',
			title: 'The partner portal: stop it or finish it?',
			question: 'What would it save us a month if all 60 used it?',
			source: 'Parked in an earlier meeting',
			raisedBy: 'iv',
			minutes: 10,
			votes: 5,
			wants: 'fact-finding',
			took: 11,
			lines: [
				['iv', 'Six more weeks for two people and the main tasks work without help.'],
				['pr', 'I would like to see hours, not weeks. Who types in what today?'],
				['jb', 'My team does, about a day and a half a week. That is a guess.'],
				[
					'iv',
					'Then I count it.',
					{
						action: 'Count for two weeks what partners ask by mail and what typing it in costs.',
						owner: 'iv',
						due: 'in 21 days',
						done: 20
					}
				]
			],
			left: { factFinder: 'iv', backIn: 28 }
		},
		{
			key: 'night roles',
			title: 'Four night roles are still open',
			metric: 'roles',
			question: 'Do we raise the allowance or widen the search to Antwerp?',
			raisedBy: 'ab',
			minutes: 10,
			votes: 7,
			took: 12,
			lines: [
				['ab', 'Two said no because of the shift pattern, one because of pay.'],
				[
					'pr',
					'Ten per cent more allowance is €46k a year. One lost night at Calder & Finch was €38k.'
				],
				['dl', 'Seven nights on, seven off. Ask anyone on the day shift what they would take.'],
				[
					'ab',
					'Pattern first, then pay.',
					{
						decision: 'Night work in Tilburg is seven on, seven off, with a 10% higher allowance.',
						owner: 'ab'
					}
				],
				[
					'ab',
					'And we ask our own people first.',
					{
						action: 'Offer the night roles to the day shift before we advertise them.',
						owner: 'ab',
						due: 'in 6 days',
						done: 6
					}
				],
				[
					'ab',
					'Interesting from the interviews.',
					{ insight: 'People turned down the shift pattern twice as often as the pay.' }
				]
			],
			left: 'resolved'
		},
		{
			key: 'fair',
			title: '140 conversations at the fair, and who calls them?',
			question: 'Sales can call 40 a week.',
			kind: 'opportunity',
			raisedBy: 'lh',
			minutes: 6,
			votes: 4,
			took: 6,
			lines: [
				['lh', '31 of them asked for a price per pick. That never happened before.'],
				[
					'th',
					'Those 31 first, this week.',
					{
						action: 'Call the 31 visitors who asked for a price per pick.',
						owner: 'th',
						due: 'in 7 days',
						key: 'fair calls',
						done: 12
					}
				],
				[
					'lh',
					'The others get a letter with one customer’s numbers.',
					{
						action: 'Write to the other fair visitors with the Mistral Foods numbers.',
						owner: 'lh',
						due: 'in 8 days',
						done: 6
					}
				]
			],
			left: 'resolved'
		}
	],
	offTrack: { priorities: ['pilots', 'firmware'], objectives: ['reference', 'portal'] },
	slips: { 'access calendar': '27 of 38 sites answered; the rest want a call.' },
	told: [
		{
			audience: 'Service',
			body: 'Night work is seven on, seven off, and you are asked first.',
			teller: 'ab'
		},
		{
			audience: 'Everyone',
			body: 'Firmware 4 ran five days at two sites without the loop.',
			teller: 'kw'
		}
	],
	ratings: {
		dl: [8],
		pr: [8],
		th: [7],
		iv: [9, 'Thank you for putting the portal first.'],
		kw: [7, 'Remote sound was poor for ten minutes.'],
		ab: [8],
		jb: [8],
		lh: [8]
	}
};
