import type { Story } from './story.ts';

/** The reconnect loop is understood, and firmware 4 becomes the answer. */
export const story39: Story = {
	number: 39,
	chair: 'sw',
	away: [],
	took: { 'check-in': 5, scorecard: 16, priorities: 15, message: 5, actions: 12, 'wrap-up': 10 },
	checkIns: {
		mo: 'Impatient, in a good way.',
		dl: 'Relieved. A week without a night call.',
		pr: 'Steady. Bank reviewed us and stayed calm.',
		th: 'Hopeful. I know all nine names who sign now.',
		iv: 'Proud of the planner team.',
		kw: 'We found it.',
		ab: 'Busy. Four interviews for Tilburg today.',
		jb: 'Calder & Finch thanked us for the account. In writing.',
		lh: 'Back and brown. What did I miss?',
		sw: 'Pleased: fourteen readings were in at 17:00.'
	},
	notes: {
		scorecard: [
			[
				'sw',
				'Fourteen of fifteen readings in on time. The look took nine minutes, the talk the rest.'
			],
			['pr', 'Overdue invoices are past the limit for the first time in half a year: €1.3m.'],
			[
				'jb',
				'Two of them are Havenport. I see their operations director on Thursday anyway.',
				{
					action: 'Ask Havenport for the acceptance signature that holds back two invoices.',
					owner: 'jb',
					due: 'in 6 days',
					done: 2
				}
			]
		],
		priorities: [
			['kw', 'Firmware 4 is feature-complete. What is missing is a field test.'],
			['ab', 'Tilburg has six of ten night contracts signed.']
		],
		message: [
			[
				'mo',
				'“Improve the customer experience” again. I cannot say what I would do differently tomorrow.'
			]
		]
	},
	items: [
		{
			continues: 'calder',
			title: 'The reconnect loop can hit every site on 3.8',
			metric: 'uptime',
			question: 'Patch 3.8, or move everyone to firmware 4?',
			source: 'Facts found since an earlier meeting',
			raisedBy: 'kw',
			minutes: 12,
			votes: 9,
			took: 14,
			lines: [
				[
					'kw',
					'When the access point restarts, 3.8 asks again without waiting. Above 40 robots it never recovers alone.'
				],
				['kw', 'All 38 sites run 3.8. Nine of them have more than 40 robots.'],
				['dl', 'A patch takes ten days and we throw it away when 4 arrives.'],
				['jb', 'Until then I want somebody to watch those nine at night.'],
				[
					'mo',
					'Then we do it once.',
					{ decision: 'We put no more work into firmware 3.8; firmware 4 is the fix.', owner: 'kw' }
				],
				[
					'kw',
					'Two sites for the field test, one large, one small.',
					{
						action: 'Choose two field-test sites and agree the dates with them.',
						owner: 'kw',
						due: 'in 7 days',
						done: 6
					}
				],
				[
					'dl',
					'A watchdog that calls the on-call lead after ten failed reconnects.',
					{
						action: 'Switch on a night alarm for the nine large sites.',
						owner: 'dl',
						due: 'in 5 days',
						done: 4
					}
				]
			],
			left: 'resolved'
		},
		{
			key: 'access',
			title: 'Sites let us in at night only',
			question: 'How many access windows do we need before peak season?',
			raisedBy: 'jb',
			minutes: 8,
			votes: 5,
			took: 9,
			lines: [
				['jb', 'Each site gives us one window in two weeks, mostly Sunday night.'],
				['kw', 'Then 38 sites need 38 windows, and nobody has asked for them.'],
				[
					'kw',
					'One calendar, every site, with the name of who opens the gate.',
					{
						action: 'Publish an access calendar for all 38 sites.',
						owner: 'kw',
						due: 'in 14 days',
						key: 'access calendar',
						done: 27
					}
				],
				[
					'jb',
					'Peak season starts and they lock us out for six weeks.',
					{ risk: 'Access windows close on {+87} for peak season.', owner: 'jb' }
				]
			],
			left: 'resolved'
		},
		{
			title: 'Leila’s launch plan says “robots”, the message says “outcomes”',
			question: 'Do we change the campaign now or after the trade fair?',
			raisedBy: 'lh',
			minutes: 6,
			votes: 3,
			took: 6,
			lines: [
				['lh', 'The stand is booked and printed. The talks are not.'],
				['th', 'Buyers at the fair ask about throughput first. We should lead with it.'],
				[
					'lh',
					'Stand stays, talks change.',
					{
						decision: 'Every talk at the trade fair opens with a customer’s picks per hour.',
						owner: 'lh'
					}
				]
			],
			left: 'resolved'
		}
	],
	offTrack: { priorities: ['pilots'], objectives: ['reference', 'boring'] },
	told: [
		{
			audience: 'Everyone',
			body: 'We know why Calder & Finch stood still. Firmware 4 fixes it, and we stop patching 3.8.',
			teller: 'kw'
		},
		{
			audience: 'Sales',
			body: 'Lead with picks per hour. Leila has the customer numbers.',
			teller: 'th'
		}
	],
	ratings: {
		mo: [8],
		dl: [8],
		pr: [7],
		th: [7, 'Pilots deserved ten minutes.'],
		iv: [7],
		kw: [9],
		ab: [8],
		jb: [8],
		lh: [7, 'Tell me beforehand that my plan comes up.'],
		sw: [8]
	}
};
