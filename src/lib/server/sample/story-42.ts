import type { Story } from './story.ts';

/** What was twice not done becomes a hot item, and gets an owner who can do it. */
export const story42: Story = {
	number: 42,
	chair: 'sw',
	away: ['pr'],
	took: { 'check-in': 5, scorecard: 13, priorities: 14, message: 4, actions: 11, 'wrap-up': 10 },
	checkIns: {
		mo: 'Well. The Rotterdam visit was worth the drive.',
		dl: 'Uneasy about uptime at exactly 99.',
		th: 'Behind on calls, ahead on visits.',
		iv: 'Quiet week, good week.',
		kw: 'Stuck on calendars. Not my favourite kind of bug.',
		ab: 'Delighted: three from the day shift want nights.',
		jb: '26 sites have an owner.',
		lh: 'Still answering fair letters.',
		sw: 'Back and rested. Thank you, Aisha.'
	},
	notes: {
		scorecard: [
			[
				'th',
				'Coverage is under 3 for the first time this year. Fair leads take six weeks to count.'
			],
			['ab', 'Five critical roles: a second support lead resigned.'],
			[
				'ab',
				'She leaves for a four-day week.',
				{ insight: 'Two of the last five leavers went to a four-day week.' }
			]
		],
		priorities: [
			['th', 'Six of nine pilots have had their visit.'],
			['jb', 'Tilburg desks and screens are in. The network is two weeks late.']
		],
		actions: [['sw', 'All but two are done. The two are the calendar and the calls.']]
	},
	items: [
		{
			continues: 'access',
			title: 'Not done twice: Publish an access calendar for all 38 sites',
			question: 'What stands in its way, and is Kenji the one who can do it?',
			source: 'Twice not done',
			raisedBy: 'sw',
			minutes: 8,
			votes: 7,
			took: 9,
			lines: [
				['kw', 'Engineers ask, site managers do not answer engineers.'],
				['jb', 'They answer their owner. My 26 owners can ask in one day.'],
				[
					'jb',
					'I take the asking, Kenji keeps the calendar.',
					{
						action: 'Have every site owner ask for the next three access windows.',
						owner: 'jb',
						due: 'in 6 days',
						done: 6
					}
				],
				[
					'kw',
					'Learnt something about my own action list.',
					{ insight: 'Site managers answer the person who owns their site, not a department.' }
				]
			],
			left: 'resolved'
		},
		{
			title: 'The on-call lead is a different person every night',
			question: 'One lead a week, or one lead a site?',
			raisedBy: 'dl',
			minutes: 10,
			votes: 6,
			took: 12,
			lines: [
				['dl', 'Eleven incidents, eleven leads. Nobody knew the site they were called to.'],
				['kw', 'With one lead a site, some people are on call all year.'],
				['ab', 'Not without an allowance and a deputy.'],
				[
					'mo',
					'We start with the contract sites, in pairs.',
					{
						decision: 'Each contract site has an on-call lead and a deputy, a fortnight each.',
						owner: 'dl'
					}
				],
				[
					'dl',
					'Rota first.',
					{
						action: 'Write the on-call rota for all contract sites.',
						owner: 'dl',
						due: 'in 10 days',
						done: 9
					}
				],
				[
					'ab',
					'And the allowance in writing before it starts.',
					{
						action: 'Agree the on-call allowance with the works council.',
						owner: 'ab',
						due: 'in 13 days',
						done: 13
					}
				]
			],
			left: 'resolved'
		},
		{
			title: 'Mistral Foods wants a trial month before it signs',
			question: 'A free month, a paid month, or no trial?',
			raisedBy: 'th',
			minutes: 8,
			votes: 5,
			took: 9,
			lines: [
				[
					'th',
					'Their buyer was at the site visit and asked for one thing: proof in their own peak hour.'
				],
				['mo', 'A free month teaches them that the second month is expensive.'],
				[
					'th',
					'Paid, credited when they sign.',
					{
						decision: 'Mistral Foods may have one paid trial month, credited when it signs.',
						owner: 'th'
					}
				],
				[
					'th',
					'I send it today.',
					{
						action: 'Send Mistral Foods the offer of a paid trial month.',
						owner: 'th',
						due: 'in 2 days',
						done: 1
					}
				]
			],
			left: 'resolved'
		}
	],
	offTrack: { priorities: ['pilots', 'firmware'], objectives: ['reference', 'visits'] },
	slips: {
		'access calendar': 'Handed on in today’s first hot item.',
		'fair calls': '19 of 31 called; the rest next week.'
	},
	told: [
		{
			audience: 'Service',
			body: 'Contract sites get an on-call lead and a deputy. Nothing starts before the allowance is agreed.',
			teller: 'dl'
		},
		{
			audience: 'Site owners',
			body: 'Please ask your site for its next three windows by Monday.',
			teller: 'jb'
		}
	],
	ratings: {
		mo: [9],
		dl: [9],
		th: [8],
		iv: [8],
		kw: [8, 'Fifteen minutes earlier would have saved me a week.'],
		ab: [8],
		jb: [9],
		lh: [8],
		sw: [8, 'Actions review could be read before.']
	}
};
