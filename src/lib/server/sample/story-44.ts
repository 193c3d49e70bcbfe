import type { Story } from './story.ts';

/** Uptime drops under 99, the roll-out meets the sites’ calendars, and the pilots move. */
export const story44: Story = {
	number: 44,
	chair: 'sw',
	away: ['ab'],
	late: { th: 3 },
	took: { 'check-in': 5, scorecard: 17, priorities: 15, message: 5, actions: 10, 'wrap-up': 9 },
	checkIns: {
		mo: 'Awake early. Tilburg opens in four weeks.',
		dl: 'Annoyed. 98.9, and I know which four sites it is.',
		pr: 'Better. Overdue is at one million.',
		th: 'Two buyers said yes in the lift after a visit.',
		iv: 'Converted, if you excuse the pun.',
		kw: 'Twelve sites are on 4. I had hoped for eighteen.',
		jb: 'Someone at Havenport is losing patience.',
		lh: 'Six of seven passed. The seventh is on holiday.',
		sw: 'Ready. Let us take the uptime question whole.'
	},
	notes: {
		scorecard: [
			['dl', 'First week under 99 in half a year. One week, so not yet a signal.'],
			[
				'kw',
				'Four sites on 3.8 make up most of it: Havenport, Brixholm, Calder & Finch, Ostrava Pharma.'
			],
			[
				'kw',
				'I will bring the share.',
				{
					action: 'Bring the share of lost robot minutes by site, firmware and shift.',
					owner: 'kw',
					due: 'in 7 days',
					done: 6
				}
			],
			['jb', 'Mean time to recover 41 minutes. One owner per site works.']
		],
		priorities: [
			['kw', 'Roll-out is seven days behind. Windows, not faults.'],
			[
				'jb',
				'Twelve cancelled windows in two weeks.',
				{ risk: 'Roll-out dates set without the sites will slip.', owner: 'kw' }
			]
		],
		message: [['jb', 'Every contract site has a named engineer now. We did what the message says.']]
	},
	items: [
		{
			title: 'Calder & Finch asks for our uptime in writing, every week',
			metric: 'uptime',
			question: 'Do we send it to one customer, or to every contract site?',
			raisedBy: 'jb',
			minutes: 8,
			votes: 6,
			took: 9,
			lines: [
				['jb', 'They trust the number less since that night. A weekly page would settle it.'],
				['dl', 'If we send good weeks only, we have taught them to ask in bad ones.'],
				[
					'mo',
					'Everyone, good or bad.',
					{
						decision: 'Every contract site receives its own uptime each week, good or bad.',
						owner: 'dl'
					}
				],
				[
					'dl',
					'Calder & Finch first, by hand.',
					{
						action: 'Send the Calder & Finch uptime report.',
						owner: 'dl',
						due: 'in 12 days',
						key: 'calder report'
					}
				]
			],
			left: 'resolved'
		},
		{
			key: 'features',
			title: 'New gateway features or the roll-out?',
			question: 'The same five engineers are planned for both next month.',
			raisedBy: 'kw',
			minutes: 10,
			votes: 7,
			took: 12,
			lines: [
				[
					'iv',
					'Two customers wait for the planner link. It is in their contract for {next quarter}.'
				],
				['kw', 'Each week with five people on the roll-out is six sites.'],
				['mo', 'What would we regret more in two months?'],
				['iv', 'A site standing still. I can move the link by a month if I may say so early.'],
				[
					'mo',
					'Then we say so.',
					{ decision: 'The firmware roll-out comes before the planner link.', owner: 'kw' }
				],
				[
					'iv',
					'I tell them this week.',
					{
						action: 'Tell the two planner customers about the new date.',
						owner: 'iv',
						due: 'in 4 days',
						done: 3
					}
				],
				[
					'kw',
					'And I re-plan with five.',
					{
						action: 'Plan the roll-out again with five engineers and signed windows only.',
						owner: 'kw',
						due: 'in 7 days',
						key: 'replan',
						done: 11
					}
				]
			],
			left: 'resolved'
		},
		{
			key: 'visits',
			title: 'Site visits seem to change the answer',
			question: 'Is it the visit, or do we visit the better pilots?',
			kind: 'opportunity',
			raisedBy: 'iv',
			minutes: 6,
			votes: 4,
			wants: 'fact-finding',
			took: 7,
			lines: [
				['iv', 'Of seven visited, four signed or said yes. Of six not visited, two did.'],
				['pr', 'Seven and six. I would not bet on it yet.'],
				[
					'iv',
					'Two more weeks and the older pilots too.',
					{
						action: 'Compare all pilots with and without an executive visit.',
						owner: 'iv',
						due: 'in 13 days',
						done: 12
					}
				]
			],
			left: { factFinder: 'iv', backIn: 14 }
		}
	],
	offTrack: { priorities: ['pilots', 'firmware'], objectives: ['reference', 'boring', 'visits'] },
	told: [
		{
			audience: 'Everyone',
			body: 'Uptime was 98.9% last week. Four sites explain most of it, and they come first.',
			teller: 'dl'
		},
		{
			audience: 'Product',
			body: 'The roll-out goes before the planner link. Ines tells the two customers.',
			teller: 'iv'
		}
	],
	ratings: {
		mo: [8],
		dl: [8],
		pr: [8, 'Numbers before opinions on the pilots.'],
		th: [9],
		iv: [8],
		kw: [8],
		jb: [8],
		lh: [7, 'I had nothing to do for an hour.'],
		sw: [8]
	}
};
