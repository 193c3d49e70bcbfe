import type { Story } from './story.ts';

/** Firmware 4 leaves the laboratory, and Brixholm asks to be first. */
export const story43: Story = {
	number: 43,
	chair: 'sw',
	away: [],
	late: { mo: 4 },
	took: { 'check-in': 5, scorecard: 14, priorities: 15, message: 5, actions: 9, 'wrap-up': 10 },
	checkIns: {
		mo: 'Full of the board dinner. All good.',
		dl: 'Calm. 99.1 and nobody called me.',
		pr: 'Worried about margin, a little.',
		th: 'Mistral Foods took the trial month.',
		iv: 'Counting mails. So many mails.',
		kw: 'Excited. Version 4.0 is signed.',
		ab: 'Fine. Works council agreed in principle.',
		jb: '31 sites have an owner. Seven to go.',
		lh: 'Second cohort starts today.',
		sw: 'Good. All readings in by 16:40.'
	},
	notes: {
		scorecard: [
			['pr', 'Services margin 37.6%: overtime for the field test, once.'],
			['jb', 'Retention stays at 109. Havenport’s expansion would bring it back.']
		],
		priorities: [
			['kw', 'Repeat of the field test passed on all points.'],
			[
				'kw',
				'So we go.',
				{
					decision: 'Firmware 4 goes to contract sites first, largest sites before small ones.',
					owner: 'kw'
				}
			],
			[
				'jb',
				'Five of ten night contracts are from our own day shift.',
				{
					insight:
						'Our own day shift filled night roles in two weeks that were open for two months.'
				}
			]
		],
		message: [['lh', 'A customer quoted “15 minutes” to me at lunch. It is out there.']]
	},
	items: [
		{
			title: 'Brixholm asks to be the first large site',
			question: 'Do we give them a date before the first three are through?',
			kind: 'opportunity',
			raisedBy: 'jb',
			minutes: 8,
			votes: 6,
			took: 8,
			lines: [
				['jb', 'They offer two Sunday windows and their own technician.'],
				['kw', 'I would rather learn on a small one.'],
				['th', 'Their extension is €310k. A good Sunday there is worth more than ten slides.'],
				[
					'jb',
					'A date, with a way back.',
					{
						action: 'Agree two Sunday windows with Brixholm, and who may call it off.',
						owner: 'jb',
						due: 'in 5 days',
						done: 5
					}
				],
				[
					'kw',
					'If Sunday fails they work on Monday with 3.8.',
					{
						action: 'Write and rehearse the way back to firmware 3.8 in 20 minutes.',
						owner: 'kw',
						due: 'in 10 days',
						done: 10
					}
				]
			],
			left: 'resolved'
		},
		{
			key: 'pipeline',
			title: 'Pipeline coverage is falling slowly',
			metric: 'pipeline',
			question: 'Is it the fair, the new price, or the people?',
			raisedBy: 'th',
			minutes: 8,
			votes: 5,
			wants: 'fact-finding',
			took: 8,
			lines: [
				['th', '3.0, 2.9, 2.8. Each week a little, so nobody shouts.'],
				['lh', 'The fair leads come in now: 31 called, 14 want a proposal.'],
				['pr', 'The new price may simply make the same deals take longer.'],
				[
					'th',
					'I split it by age and by rep.',
					{
						action: 'Split the pipeline by age, price and rep, and say what changed.',
						owner: 'th',
						due: 'in 14 days',
						done: 13
					}
				],
				[
					'pr',
					'For the register.',
					{
						risk: 'Less than 2.5× coverage at the end of {quarter} leaves {next quarter} short.',
						owner: 'th'
					}
				]
			],
			left: { factFinder: 'th', backIn: 14 }
		},
		{
			title: 'Spare parts are in the wrong warehouse',
			question: 'Do we keep the twelve critical parts at each large site?',
			raisedBy: 'dl',
			minutes: 8,
			votes: 5,
			took: 9,
			lines: [
				['dl', '48% of critical spares are on site. The rest come by courier the next day.'],
				['pr', 'A box per large site is €9k. Nine boxes, and we sleep better.'],
				[
					'dl',
					'Nine boxes.',
					{
						decision: 'Each of the nine large sites keeps the twelve critical parts on site.',
						owner: 'dl'
					}
				],
				[
					'dl',
					'Ordering now.',
					{
						action: 'Order nine spare-part boxes and name who refills each.',
						owner: 'dl',
						due: 'in 9 days',
						done: 8
					}
				]
			],
			left: 'resolved'
		},
		{
			title: 'Four-day weeks',
			question: 'Do we try it in one team?',
			raisedBy: 'ab',
			minutes: 6,
			votes: 2,
			took: 0,
			lines: [],
			left: 'parked'
		}
	],
	offTrack: { priorities: ['pilots'], objectives: ['reference', 'visits'] },
	told: [
		{
			audience: 'Everyone',
			body: 'Firmware 4 is released. Large contract sites come first.',
			teller: 'kw'
		},
		{
			audience: 'Customers of the nine large sites',
			body: 'Your critical parts will be on your site within a month.',
			teller: 'jb'
		}
	],
	ratings: {
		mo: [8],
		dl: [9],
		pr: [8],
		th: [8],
		iv: [8],
		kw: [9],
		ab: [7, 'Four-day weeks keep falling off the end.'],
		jb: [9],
		lh: [8],
		sw: [8]
	}
};
