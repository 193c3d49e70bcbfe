import {
	action,
	fromLibrary,
	kpi,
	milestone,
	need,
	phase,
	risk,
	time,
	type Pack
} from '../pack.ts';

/** What users need to be able to do, the smallest thing that lets them, and whether they do it. */
export const product: Pack = {
	department: 'product',
	always: [
		action(
			'job',
			4,
			[
				'Watch five users at the work behind {gap}, and write what they try to do',
				'Watch five users at the work {priority} is about, and write what they try to do'
			],
			'What they say they need is not what they do.'
		),
		action(
			'smallest',
			7,
			[
				'Name the smallest change to the product that would move {gap} from {gap now} to {gap half}',
				'Name the smallest change to the product that would show whether it helps'
			],
			'Small can be undone, and is there sooner.'
		),
		action(
			'not doing',
			6,
			[
				'Say what leaves the plan of this cycle so that there is room for {priority}',
				'Say what leaves the plan so that there is room for this'
			],
			'A plan that only grows is not one.'
		),
		action(
			'assumption',
			10,
			[
				'Write the assumption that fails if {risk}, and the cheapest test of it',
				'Write the one assumption that must hold, and the cheapest test of it'
			],
			'The weakest assumption is worth the first week.'
		),
		phase(
			'discover',
			[0, 0.25],
			[
				'Find out with users why {gap} is at {gap now}',
				'Find out with users where it really hurts'
			],
			'Building first is the slow way.'
		),
		milestone(
			'usable',
			0.5,
			[
				'First version in the hands of five users, {gap} counted for them apart',
				'First version in the hands of five users'
			],
			'Half of the time is for what they say.'
		),
		milestone(
			'decide',
			0.8,
			[
				'Keep, change or stop, by what {gap} did among those users',
				'Keep, change or stop, by what users did'
			],
			['Before {end} there is time for one change.', 'A change needs time too.']
		),
		time(
			'designer',
			1,
			[
				'One day a week of a designer and one of an engineer: {count pace} of {count} are wanted, {count so far}',
				'One day a week of a designer and one of an engineer'
			],
			'Both in the same week, or nothing comes of either.',
			{ load: 'room' }
		),
		need(
			'access',
			'users',
			'Five users who let themselves be watched',
			'Watched work tells what meetings do not.',
			{ who: 'customer-success' }
		),
		risk(
			'wrong thing',
			[2, 3],
			[
				'We build what was asked for and {gap} stays at {gap now}',
				'We build what was asked for and nothing changes'
			],
			'No second week of building before one user has used the first.',
			'It is the usual way to lose a quarter.'
		),
		risk(
			'later debt',
			[2, 2],
			['Shortcuts on the way to {gap target} stay for years', 'Shortcuts stay for years'],
			'Each is written down with the day it is taken back.',
			'Written down it is a loan, otherwise a leak.'
		),
		kpi(
			'watched',
			'Users watched at the work',
			['', 0, 5, 'week'],
			'People outside the company whose real work somebody of the team saw.',
			'It moves before anything built does.'
		),
		fromLibrary(
			46,
			'Roadmap outcomes delivered',
			'It keeps the priority beside what else was promised.'
		)
	],
	kinds: {
		growth: [
			action(
				'why yes',
				5,
				[
					'Ask the {count now} who said yes which part of the product decided it',
					'Ask the last five who said yes which part of the product decided it'
				],
				'It is seldom what the roadmap says.'
			),
			action(
				'first hour',
				9,
				'Cut the first hour with the product to the one thing that convinces',
				'A trial is decided on the first day.'
			),
			action(
				'blockers',
				7,
				[
					'List what in the product keeps the remaining {count left} from saying yes, by value',
					'List what in the product keeps buyers from saying yes, by value'
				],
				'Two or three things usually block most.'
			),
			milestone(
				'blockers gone',
				0.6,
				'The two blockers with most value behind them are gone',
				'In time for contracts this cycle.'
			),
			need(
				'access',
				'lost deals',
				'Notes of the last ten lost deals',
				'Reasons are in there between the lines.',
				{ who: 'sales' }
			),
			risk(
				'one customer',
				[2, 2],
				'We build for the largest prospect what nobody else wants',
				'Two more customers must ask before it is begun.',
				'Large names are loud.'
			),
			fromLibrary(
				11,
				'Time to first value',
				'Trials that are worth something soon become contracts.'
			)
		],
		retention: [
			action(
				'last month',
				4,
				'Compare the last month of use of those who left with those who stayed',
				'Leaving shows in the product first.'
			),
			action(
				'one habit',
				8,
				'Find the one thing those who stay do every week, and lead others to it',
				'A habit holds better than a contract.'
			),
			action(
				'paper cuts',
				11,
				[
					'Mend the ten small things that users of accounts at risk name most',
					'Mend the ten small things users complain about most'
				],
				'Small things daily outweigh a large one yearly.'
			),
			milestone(
				'ten mended',
				0.5,
				'The ten are mended, and those who named them were told',
				'Being heard keeps people.'
			),
			need(
				'tool',
				'use by account',
				'Use by account and week, without names of people',
				'Falling use is the earliest sign.',
				{ who: 'it' }
			),
			risk(
				'feature answer',
				[2, 2],
				'We answer leaving customers with features',
				'Ask five who left; build only what two of them name.',
				'Most leave for other reasons.'
			),
			kpi(
				'weekly habit',
				'Accounts that do the weekly thing',
				['%', null, 60, 'week'],
				'Accounts with at least one use of the chosen step this week.',
				'It moves a quarter before renewals.'
			)
		],
		reliability: [
			action(
				'quiet failure',
				4,
				'Decide what the product does when a part of it fails: what goes on, what it says',
				'Failing well is designed.'
			),
			action(
				'freeze',
				6,
				[
					'Take no new features into the parts that cost {gap} most until it holds {gap half}',
					'Take no new features into the parts that fail most, until they hold'
				],
				'Changes are where failures come from.'
			),
			action(
				'top causes',
				9,
				[
					'Put the three product causes behind {gap now} above every feature',
					'Put the three largest product causes above every feature'
				],
				'Order is the decision.'
			),
			milestone(
				'causes out',
				0.55,
				'The three causes are mended in what customers run',
				'Mended here is not mended there.'
			),
			need(
				'tool',
				'failure trace',
				'For each failure, what the user was doing, kept for thirty days',
				'Causes are guessed without it.',
				{ who: 'it' }
			),
			risk(
				'feature pressure',
				[3, 2],
				'Promised features push reliability out of the plan',
				[
					'{owner} decides each exchange, in the weekly meeting.',
					'Each exchange is decided in the weekly meeting.'
				],
				'Features have faces, reliability has none.'
			),
			fromLibrary(15, 'First-response time', 'What fails quietly is asked about loudly.')
		],
		cost: [
			action(
				'unused',
				5,
				'List the parts of the product fewer than one in twenty use, and what each costs a year',
				'They are paid for daily.'
			),
			action(
				'cause calls',
				8,
				[
					'Find the three things in the product that cause most visits or calls behind {gap}',
					'Find the three things in the product that cause most visits or calls'
				],
				'The cheapest visit is the one not needed.'
			),
			action(
				'retire',
				13,
				'Retire one part, with a date and a letter',
				'What is never retired costs for ever.'
			),
			milestone(
				'retired',
				0.7,
				'One part is gone, and nobody who matters missed it',
				'The first one shows the second can be done.'
			),
			need(
				'access',
				'run costs',
				'What each part costs to run, monthly',
				'Cloud and support bills hide it.',
				{ who: 'it' }
			),
			risk(
				'few loud',
				[2, 1],
				'The few who use it are loud',
				'Offer them a way and a date before the letter.',
				'Unused parts have friends.'
			),
			kpi(
				'avoidable',
				'Calls and visits the product causes',
				['', null, 15, 'week'],
				'A week’s calls or visits that a change to the product would have spared.',
				'Each is money spent twice.',
				'down'
			)
		],
		capacity: [
			action(
				'less skill',
				5,
				'Find the three steps that need the most skilled people, and what would let others do them',
				'The product can need fewer experts.'
			),
			action(
				'in the flow',
				9,
				'Put help where the step is done, instead of into a course',
				'People learn while doing.'
			),
			action(
				'ask learners',
				12,
				[
					'Sit with five of those learning for {learn}, and note where they stop',
					'Sit with five learners, and note where they stop'
				],
				'They see what experts no longer do.'
			),
			milestone(
				'two steps',
				0.6,
				'Two steps can be done after an hour’s teaching',
				'It shortens every training after it.'
			),
			need(
				'access',
				'learners',
				'Five people in their first month',
				'They forget soon what was hard.',
				{ who: 'hr' }
			),
			risk(
				'expert product',
				[2, 2],
				'The product goes on being built for those who built it',
				'Each change is tried by somebody new to it.',
				'Experts are always in the room.'
			),
			kpi(
				'alone',
				'New people who do the core step alone in week two',
				['%', null, 80, 'month'],
				'Of those who began, seen by somebody.',
				'It is capacity without hiring.'
			)
		],
		launch: [
			action(
				'done means',
				3,
				[
					'Write what must be true before {milestone}, in ten lines, and who says so',
					'Write what must be true before it ships, in ten lines, and who says so'
				],
				'Ready is otherwise decided by the calendar.'
			),
			action(
				'cut list',
				5,
				'Mark what may be left out of the first version, in which order',
				'Chosen calmly it is design, later it is damage.'
			),
			action(
				'field test',
				9,
				[
					'Run it for a week at two of the hardest of the remaining {count left}',
					'Run it for a week with two of the hardest customers'
				],
				'Easy ones prove nothing.'
			),
			milestone(
				'done',
				0.4,
				'All ten lines are true, seen by somebody who did not build it',
				'Everything public waits for it.',
				{ gives: 'ready' }
			),
			need(
				'access',
				'hard sites',
				'Two hard customers who agree to be first',
				'They want something for it, rightly.',
				{ who: 'customer-success' }
			),
			risk(
				'last ten per cent',
				[3, 2],
				[
					'The last of {count} need special cases nobody planned: {count left} remain',
					'The last customers need special cases nobody planned'
				],
				'Sort the rest by how unlike the others they are, now.',
				'Roll-outs stop at nine tenths.'
			),
			kpi(
				'escaped',
				'Faults found after release that a test should have found',
				['', null, 1, 'week'],
				'Counted in the week after each wave.',
				'It decides how large the next wave may be.',
				'down'
			)
		],
		process: [
			action(
				'screens',
				5,
				[
					'Count screens, fields and copies in one case of {gap}',
					'Count screens, fields and copies in one case'
				],
				'Each copy is a fault that waits.'
			),
			action(
				'one screen',
				9,
				'Sketch the case on one screen, and try it on paper with three people',
				'Paper is the cheapest prototype.'
			),
			action(
				'defaults',
				12,
				'Fill in what is known already, and ask only for what is not',
				'Half of the fields have one answer.'
			),
			milestone(
				'halved',
				0.6,
				'The case takes half of the fields it took',
				'It can be felt by everybody.'
			),
			need(
				'access',
				'case recordings',
				'Ten recordings of real cases, with leave',
				'Counting from memory is kind.'
			),
			risk(
				'tool first',
				[2, 2],
				'A tool makes a bad process faster',
				'Strike steps on paper before any is built.',
				'Software keeps what it finds.'
			),
			kpi(
				'fields',
				'Fields filled by hand for each case',
				['', null, 20, 'month'],
				'Counted on ten cases.',
				'Each is time and a chance to err.',
				'down'
			)
		],
		compliance: [
			action(
				'by design',
				5,
				'Mark in the product where the rules apply: what is stored, for how long, who sees it',
				'It is asked for first and known last.'
			),
			action(
				'delete',
				9,
				'Show that a person’s data can be found, handed over and deleted, with a stopwatch',
				'The rule says it; few have tried.'
			),
			action(
				'log',
				12,
				'Record who changed what in the parts the audit covers',
				'What was not recorded was not controlled.'
			),
			milestone(
				'shown',
				0.6,
				'All three are shown to somebody who plays the auditor',
				'Showing finds what reading does not.'
			),
			need(
				'access',
				'reader of rules',
				'Somebody who can say what the rule means for a screen',
				'Engineers guess otherwise.'
			),
			risk(
				'late finding',
				[2, 3],
				'A rule turns out to need a change deep in the product',
				'Go through data and access first, texts last.',
				'Deep changes take what is left of the cycle.'
			),
			kpi(
				'requirements',
				'Requirements on the product with evidence',
				['%', null, 100, 'week'],
				'Requirements met and shown, of those that apply.',
				'It is the product’s share of passing.'
			)
		],
		other: [
			action(
				'problem',
				4,
				'Write the problem behind {priority} without naming a solution',
				'The title may already be an answer.'
			),
			action(
				'two ways',
				8,
				'Sketch two quite different ways, one of them without software',
				'The second one makes the first better.'
			),
			action('test', 12, 'Try the cheaper one with three users', 'Opinions end there.'),
			milestone(
				'tested',
				0.4,
				'Three users tried it',
				'It decides whether there is a product in it.'
			),
			need(
				'access',
				'three users',
				'Three users who would gain from it',
				'Those who gain are honest.'
			),
			risk(
				'solution first',
				[3, 2],
				'The solution was chosen before the problem',
				'The problem is read aloud before each decision.',
				'It is how priorities begin.'
			),
			kpi(
				'tests',
				'Assumptions tested with users',
				['', 0, 3, 'week'],
				'Tests with a result written down.',
				'Learning is the output for now.'
			)
		]
	},
	lanes: {
		cost: action(
			'lane',
			16,
			'Strike from {priority} every part a customer would not pay for',
			'The company competes on {lane}.'
		),
		innovation: action(
			'lane',
			16,
			'Keep one thing in {priority} that no rival could copy within a year',
			'The company competes on {lane}.'
		),
		service: action(
			'lane',
			16,
			'Give users of {priority} a way to reach a person from where they are stuck',
			'The company competes on {lane}.'
		)
	}
};
