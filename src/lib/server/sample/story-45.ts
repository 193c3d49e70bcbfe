import type { Story } from './story.ts';

/** Last week: uptime falls again, and the opening of Tilburg comes close. */
export const story45: Story = {
	number: 45,
	chair: 'sw',
	away: ['lh'],
	took: { 'check-in': 5, scorecard: 16, priorities: 16, message: 4, actions: 12, 'wrap-up': 10 },
	checkIns: {
		mo: 'Here. A little tense about uptime.',
		dl: 'Not proud of 98.7.',
		pr: 'Good. €0.9m overdue, best in a year.',
		th: 'Coverage is my headache, pilots are my joy.',
		iv: 'Counting is done. The result surprised me.',
		kw: 'Seventeen of 38. Windows, windows, windows.',
		ab: 'Two signatures are missing for Tilburg.',
		jb: 'Spent Sunday at Brixholm. It worked.',
		sw: 'Concentrated. Full agenda.'
	},
	notes: {
		scorecard: [
			['dl', 'Second week under 99. Below 98.6 it would be a signal.'],
			['ab', 'Six critical roles are open, two of them night leads.'],
			[
				'th',
				'2.5×, and it has only gone down for five weeks.',
				{
					action: 'Bring the split of the pipeline to the next meeting.',
					owner: 'th',
					due: 'in 7 days',
					done: 6
				}
			]
		],
		priorities: [
			['jb', 'Twenty-four-hour cover begins in three weeks. The network is ready.'],
			[
				'jb',
				'Nights are covered until {+39}, then it depends on two signatures.',
				{
					action: 'Bring two options for night cover after the first month.',
					owner: 'dl',
					due: 'in 10 days'
				}
			],
			[
				'ab',
				'They have the contracts in front of them.',
				{
					action: 'Get the two night leads to sign, or name who stands in.',
					owner: 'ab',
					due: 'in 8 days'
				}
			]
		],
		actions: [
			['kw', 'The new plan is not finished: three owners have no windows yet.'],
			[
				'kw',
				'Ostrava Pharma is the hardest, they are audited.',
				{
					action: 'Agree the firmware 4 access window with Ostrava Pharma.',
					owner: 'dl',
					due: 'in 7 days'
				}
			]
		]
	},
	items: [
		{
			title: 'Lost minutes: four sites, one firmware',
			metric: 'uptime',
			question: 'Do the four go first, whatever their windows say?',
			raisedBy: 'kw',
			minutes: 12,
			votes: 8,
			took: 13,
			lines: [
				['kw', 'Seven in ten lost minutes come from four sites, all on 3.8.'],
				[
					'jb',
					'Brixholm took 19 minutes on Sunday, way back not needed. They want the other half next week.'
				],
				['dl', 'When it happens at night, the alarm rings and nobody knows whose site it is.'],
				[
					'dl',
					'So a name on every door.',
					{
						action: 'Name the on-call lead for each site, one name per site.',
						owner: 'dl',
						due: 'in 9 days'
					}
				],
				[
					'mo',
					'They go first.',
					{ decision: 'The four worst sites get firmware 4 before any other site.', owner: 'kw' }
				],
				[
					'jb',
					'Customers will notice that others wait.',
					{
						action: 'Tell the owners of the other 17 sites why they wait.',
						owner: 'jb',
						due: 'in 3 days',
						done: 2
					}
				],
				[
					'kw',
					'From Sunday at Brixholm.',
					{
						insight:
							'With the customer’s own technician in the room a change-over takes 19 minutes, not 50.'
					}
				]
			],
			left: 'resolved'
		},
		{
			continues: 'portal again',
			key: 'portal facts',
			title: 'The partner portal: stop it or finish it?',
			question: 'Typing in mails costs us 31 hours a week. Does that change our minds?',
			source: 'Facts found since an earlier meeting',
			raisedBy: 'iv',
			minutes: 8,
			votes: 4,
			took: 6,
			lines: [
				['iv', '31 hours a week, two thirds of it for nine partners.'],
				['pr', 'That is €84k a year. The redesign is €60k once.'],
				[
					'mo',
					'Then which annual goal does it serve? I do not want an orphan because it is cheap.'
				],
				['iv', 'Let me bring it back linked to a goal, or I stop it myself.']
			],
			left: 'parked'
		},
		{
			title: 'Overdue invoices are down by a third',
			metric: 'overdue',
			question: 'What did we do, and does it last?',
			kind: 'opportunity',
			raisedBy: 'pr',
			minutes: 4,
			votes: 3,
			took: 5,
			lines: [
				[
					'pr',
					'Site owners ask for the acceptance signature on the day, not finance four weeks later.'
				],
				[
					'pr',
					'We keep it.',
					{
						decision: 'Site owners collect the acceptance signature on the day of go-live.',
						owner: 'jb'
					}
				],
				[
					'pr',
					'Cost us nothing.',
					{ insight: 'An invoice with the signature attached is paid 23 days earlier.' }
				]
			],
			left: 'resolved'
		},
		{
			key: 'havenport',
			title: 'Havenport’s site team sounds tired of us',
			question: 'Do we call before they do?',
			raisedBy: 'jb',
			minutes: 6,
			votes: 3,
			took: 0,
			lines: [],
			left: 'open'
		}
	],
	offTrack: {
		priorities: ['uptime', 'pilots', 'firmware'],
		objectives: ['reference', 'boring', 'night', 'visits']
	},
	slips: { replan: 'Three site owners have no windows yet.' },
	told: [
		{
			audience: 'Everyone',
			body: 'Seven in ten lost minutes come from four sites. They get firmware 4 before anyone else.',
			teller: 'dl'
		},
		{
			audience: 'Site owners',
			body: 'Ask for the acceptance signature on the day. It works.',
			teller: 'pr'
		},
		{ audience: 'Tilburg', body: 'Twenty-four-hour cover begins on {+21}.', teller: 'jb' }
	],
	ratings: {
		mo: [8, 'Havenport should not have fallen off the end.'],
		dl: [8],
		pr: [9],
		th: [8],
		iv: [7, 'Tell me which goal before I count for four weeks.'],
		kw: [8],
		ab: [9],
		jb: [8, 'Actions review still drags.'],
		sw: [8]
	}
};
