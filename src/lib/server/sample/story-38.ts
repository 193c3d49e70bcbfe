import type { Story } from './story.ts';

/** Calder & Finch loses a night, and the pilots wait for signatures. */
export const story38: Story = {
	number: 38,
	chair: 'sw',
	away: ['lh'],
	late: { th: 6 },
	took: { 'check-in': 6, scorecard: 21, priorities: 17, message: 4, actions: 14, 'wrap-up': 9 },
	checkIns: {
		mo: 'Rested. The board liked the Tilburg plan.',
		dl: 'Short night. Calder & Finch is running again since five.',
		pr: 'Focused. The audit closed without findings.',
		th: 'Hurried, sorry. Mistral Foods asked for a second demonstration.',
		iv: 'Curious. Two customers tried the new planner yesterday.',
		kw: 'Tired but fine. The team that fixed it is asleep.',
		ab: 'Glad. Everyone we made an offer to last month has signed.',
		jb: 'Grateful to the Calder & Finch site team.',
		sw: 'Calm. First meeting with the new room screen.'
	},
	notes: {
		scorecard: [
			['sw', 'Six of fifteen readings came in during the meeting. That cost us seven minutes.'],
			[
				'mo',
				'Let us agree that readings are in the evening before.',
				{ decision: 'Scorecard owners enter their readings by 17:00 the day before.', owner: 'sw' }
			],
			[
				'pr',
				'Overdue invoices are at the limit. Two of them wait for an acceptance signature on site.'
			]
		],
		priorities: [
			['jb', 'Tilburg: we have the keys. Desks are in by the end of next week.'],
			[
				'ab',
				'Night roles have a two-month notice period here. We opened them three weeks late.',
				{ risk: 'Night leads may not be free before the centre opens.', owner: 'ab' }
			]
		],
		actions: [
			['sw', 'Three of the four open actions had two names on them. None of the three was done.']
		],
		'wrap-up': [
			[
				'sw',
				'From today an action has one name. Others may help.',
				{ insight: 'Actions with two owners were done half as often as actions with one.' }
			]
		]
	},
	items: [
		{
			key: 'calder',
			title: 'Calder & Finch stood still for five hours',
			metric: 'uptime',
			question: 'Is this one site, or can it happen at any site on firmware 3.8?',
			raisedBy: 'dl',
			minutes: 12,
			votes: 8,
			wants: 'fact-finding',
			took: 13,
			lines: [
				[
					'dl',
					'The gateway reconnected 400 times an hour and the robots waited for it. 62 orders left late.'
				],
				['kw', 'We have a suspicion, not a cause. The log of that night is being read now.'],
				['jb', 'They took it well because a named engineer called them within ten minutes.'],
				[
					'jb',
					'They want it in writing by Friday.',
					{
						action: 'Send Calder & Finch a plain account of the night and what happens next.',
						owner: 'jb',
						due: 'in 3 days',
						done: 3
					}
				],
				[
					'kw',
					'I need a week with the log and one site to reproduce it.',
					{
						action: 'Find out which sites can run into the reconnect loop.',
						owner: 'kw',
						due: 'in 7 days',
						done: 6
					}
				]
			],
			left: { factFinder: 'kw', backIn: 7 }
		},
		{
			key: 'pilots',
			title: 'Three pilots have waited six weeks for a signature',
			metric: 'pilots',
			question: 'Who on their side can sign, and who of us talks to them?',
			raisedBy: 'th',
			minutes: 10,
			votes: 6,
			took: 9,
			lines: [
				['th', 'Site managers love us. Buyers have never met us.'],
				['mo', 'I can call two of the three. I know the chair at Ostrava Pharma.'],
				[
					'th',
					'We list for each pilot who signs, before we call anyone.',
					{
						action: 'List for each open pilot who signs and what they still ask.',
						owner: 'th',
						due: 'in 7 days',
						done: 6
					}
				],
				['iv', 'Engineers go to buying decisions and answer questions nobody asked.']
			],
			left: 'resolved'
		},
		{
			key: 'price',
			title: 'What does a pick cost us?',
			question: 'We quote a price per thousand picks without knowing our own cost.',
			raisedBy: 'pr',
			minutes: 8,
			votes: 4,
			wants: 'fact-finding',
			took: 4,
			lines: [
				['pr', 'My guess is €31 to €44 per thousand. The range is wider than our margin.'],
				[
					'pr',
					'Two weeks, with David’s loss report.',
					{
						action: 'Work out the cost per thousand picks for five contract sites.',
						owner: 'pr',
						due: 'in 14 days',
						done: 13
					}
				]
			],
			left: { factFinder: 'pr', backIn: 14 }
		}
	],
	offTrack: { priorities: ['pilots'], objectives: ['reference'] },
	told: [
		{
			audience: 'Everyone',
			body: 'Calder & Finch lost a night. It was our gateway, we told them so, and we are looking for the cause at every site.',
			teller: 'dl'
		},
		{ audience: 'Managers', body: 'One action, one name. Please hold us to it.', teller: 'sw' }
	],
	ratings: {
		mo: [7, 'Fewer numbers typed while everyone watches.'],
		dl: [6],
		pr: [7],
		th: [7],
		iv: [6, 'Start with the hot item that brought us here.'],
		kw: [7],
		ab: [8],
		jb: [7],
		sw: [6, 'I let the scorecard run. Six minutes were mine.']
	}
};
