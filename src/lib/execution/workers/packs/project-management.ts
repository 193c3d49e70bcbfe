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

/** What hangs on what, what is late, who decides, and what is not done at all. */
export const projectManagement: Pack = {
	department: 'project-management',
	always: [
		action(
			'done means',
			3,
			[
				'Write what “done” means for {priority}: {gap} at {gap target}, counted by whom and for how long',
				'Write what “done” means for {priority}, counted by whom and by when'
			],
			[
				'From {gap now} on, half of all arguments are about what counts.',
				'Half of all arguments at the end are about this.'
			],
			{ who: 'owner' }
		),
		action(
			'late one',
			4,
			[
				'Decide on {late milestone}, due {late milestone day}: new day with a reason, smaller, or dropped',
				'Put a day and a name on every milestone, and have each name agree'
			],
			[
				'A late day nobody decided on makes all others guesses.',
				'A day nobody agreed to is a wish.'
			]
		),
		action(
			'late action',
			4,
			'Close {late action} or give it a new day, and say to whom it matters',
			'It is late already; what is late and silent is read as dropped.'
		),
		action(
			'depends',
			6,
			[
				'Draw what {milestone} on {milestone day} waits for, and call each of those people',
				'Draw what waits for what, and call each of those people'
			],
			'Dates collide between departments, not within.'
		),
		action(
			'not doing',
			8,
			[
				'Write down three things that are not done before {end} for the sake of {priority}',
				'Write down three things that are not done for the sake of {priority}'
			],
			'Without them the list of not doing is made by chance.',
			{ who: 'owner' }
		),
		action(
			'bare risk',
			7,
			[
				'Give {bare risk} an owner, a measure against it and a day to look at it again',
				'Ask everybody on it for the one thing that would stop it, and write it down as a risk'
			],
			'A risk nobody has is only a worry.'
		),
		phase(
			'set up',
			[0, 0.15],
			'Set up: who decides, who does, when we look, where it is written',
			'A week here saves three later.'
		),
		milestone(
			'half-way look',
			0.5,
			[
				'Half-way look: {gap} at {gap half}, or the plan changes that day',
				'Half-way look: on the way, or the plan changes that day'
			],
			'Plans change at half-way or not at all.'
		),
		phase(
			'landing',
			[0.8, 1],
			[
				'Landing: nothing new is begun, the last of {count left} are closed one by one',
				'Landing: nothing new is begun, what is open is closed one by one'
			],
			'The last fifth takes a second fifth.'
		),
		milestone(
			'hand-over',
			0.95,
			[
				'Handed over: somebody owns {gap} after {end}',
				'Handed over: somebody owns it when the cycle is over'
			],
			'What has no owner afterwards goes back.'
		),
		time(
			'coordinator',
			1,
			[
				'One day a week beside {owner} to keep days, risks and decisions',
				'One day a week to keep days, risks and decisions'
			],
			'The accountable person should decide, not chase.'
		),
		need(
			'access',
			'fifteen minutes',
			'Fifteen minutes of everybody named, the same time each week',
			'Longer and rarer is the dearer way.'
		),
		risk(
			'date first',
			[2, 3],
			[
				'{end} stays and the work does not fit: {gap pace} is needed',
				'The day stays and the work does not fit'
			],
			[
				'Agree now what is left out first if {gap} is not at {gap half} by half-way.',
				'Agree now what is left out first.'
			],
			'Otherwise quality is left out, silently.'
		),
		risk(
			'decision waits',
			[3, 2],
			[
				'Decisions about {priority} wait for the next meeting',
				'Decisions wait for the next meeting'
			],
			[
				'{owner} decides alone up to the agreed line, and tells.',
				'One person decides alone up to the agreed line, and tells.'
			],
			'A week for each decision is the hidden half of delay.'
		),
		fromLibrary(40, 'Commitments kept', 'It is the pulse of every plan.'),
		kpi(
			'slip',
			'Milestones whose day moved this month',
			['', null, 0, 'month'],
			'Milestones moved to a later day, whoever moved them.',
			'One slip is news, three are a pattern.',
			'down'
		)
	],
	kinds: {
		growth: [
			action(
				'funnel days',
				5,
				[
					'Write beside each of the remaining {count left} its next step, day and name',
					'Write beside each open case its next step, day and name'
				],
				'A number is a list of single cases.'
			),
			action(
				'gate',
				9,
				'Set one gate between sold and begun: nothing passes without a delivery day',
				'Sales and delivery meet there or at the customer’s.'
			),
			action(
				'weekly count',
				4,
				[
					'Count {count} every Monday against {count pace}, aloud',
					'Count it every Monday against the week’s share, aloud'
				],
				'A weekly number is a weekly talk.'
			),
			milestone(
				'three weeks',
				0.4,
				['Three weeks in a row at {count pace} or more', 'Three weeks in a row at the needed pace'],
				'Pace shows before the number does.'
			),
			need(
				'access',
				'both lists',
				'The lists of sales and of delivery, side by side',
				'They have never been laid together.',
				{ who: 'sales' }
			),
			risk(
				'end rush',
				[3, 2],
				'Half of it falls into the last two weeks',
				'Weekly shares instead of one date.',
				'Quarters are like that.'
			),
			kpi(
				'pace weeks',
				'Weeks at or above the needed pace',
				['', 0, 4, 'week'],
				'Weeks since the plan began in which the share of the week was reached.',
				'It can be seen in week one.'
			)
		],
		retention: [
			action(
				'renewal board',
				4,
				'Put all renewals on one board, by week and name',
				'It is a programme, not a feeling.'
			),
			action(
				'rescue rule',
				7,
				'Set what starts a rescue, who comes, and within how many days',
				'Rescues begin late because nobody may begin.'
			),
			action(
				'causes',
				11,
				[
					'Sort losses behind {gap now} by cause and give each cause one owner',
					'Sort losses by cause and give each cause one owner'
				],
				'Accounts are saved one by one, causes for all.'
			),
			milestone(
				'causes owned',
				0.4,
				'The three largest causes have owners and a first result',
				'Or the same list comes next quarter.'
			),
			need(
				'tool',
				'board',
				'One board of renewals that all departments see',
				'Today each has its own.'
			),
			risk(
				'hero saves',
				[2, 2],
				'Single rescues hide that the causes go on',
				'Each rescue names its cause on the board.',
				'Rescues are applauded, causes are not.'
			),
			kpi(
				'rescued in time',
				'Rescues begun within five days of the first sign',
				['%', null, 90, 'week'],
				'From the first red mark to the first talk.',
				'Late rescues are discounts.'
			)
		],
		reliability: [
			action(
				'loss review',
				4,
				[
					'Hold thirty minutes each week on what {gap} lost, cause by cause, with the names that can mend it',
					'Hold thirty minutes each week on what failed, with the names that can mend it'
				],
				'It ends the same cause coming back.'
			),
			action(
				'order of mending',
				7,
				'Order measures by what they win for a day of work, and do the first three',
				'Ten begun measures win nothing.'
			),
			action(
				'freeze days',
				9,
				[
					'Put all freezes and windows until {end} on one calendar',
					'Put all freezes and windows on one calendar'
				],
				'Two of them collide already.'
			),
			milestone(
				'three measures',
				0.5,
				'The first three measures are in, and what they won is written beside them',
				'It says whether the order was right.'
			),
			need(
				'access',
				'mender',
				'The one engineer who can mend it, in the weekly half-hour',
				'Without that person it is a report.',
				{ who: 'it' }
			),
			risk(
				'many measures',
				[3, 2],
				'So many measures run at once that nobody knows which one helped',
				'No more than three at once.',
				'Urgency begins things.'
			),
			kpi(
				'measures',
				'Measures finished with their effect counted',
				['', null, 6, 'week'],
				'Finished, with the number before and after.',
				'It is learning and mending at once.'
			)
		],
		cost: [
			action(
				'saving list',
				4,
				[
					'Keep one list of savings: amount, line, owner, day, and whether it is in the ledger yet',
					'Keep one list of savings: amount, line, owner, day'
				],
				['{gap left} of {gap} is a sum of lines.', 'Two lists count twice.']
			),
			action(
				'stage',
				7,
				'Mark each as idea, agreed, done or seen in the ledger',
				'Ideas are counted as savings otherwise.'
			),
			action(
				'side effects',
				10,
				'Ask each other department what each saving costs it',
				'Savings travel.'
			),
			milestone(
				'agreed',
				0.4,
				'Agreed savings add up to the target and a fifth',
				'A fifth never arrives.'
			),
			time('keeper', 0.5, 'Half a day a week of one keeper of the list', 'Shared lists rot.'),
			risk(
				'double',
				[2, 2],
				'Two departments count the same saving',
				'One ledger line belongs to one saving.',
				'It shows at the end of the year.'
			),
			kpi(
				'in ledger',
				'Savings seen in the ledger, of those agreed',
				['%', null, 80, 'month'],
				'By amount.',
				'The rest is talk.'
			)
		],
		capacity: [
			action(
				'who on what',
				4,
				'Lay all priorities over the people they need, week by week',
				'The same three names are in all of them.'
			),
			action(
				'order',
				7,
				[
					'Order what waits for {hire}: what can begin before it is at {hire target}',
					'Order what waits for people: what can begin without them'
				],
				'Not everything has to wait.'
			),
			action(
				'fallback day',
				9,
				'Set the day on which the plan goes on without the missing people, and how',
				'Hoping is the usual plan.'
			),
			milestone(
				'load clear',
				0.3,
				'Nobody is planned for more than four days a week',
				'The fifth day is the rest of the work.'
			),
			need(
				'access',
				'plans of others',
				'The plans of the other priorities',
				'The clash is between them.'
			),
			risk(
				'shared people',
				[3, 2],
				'Two priorities count on the same person in the same week',
				'The leadership team decides the order, not the person.',
				'Otherwise both are half done.'
			),
			kpi(
				'double',
				'Weeks in which somebody is planned twice',
				['', null, 0, 'week'],
				'People and weeks planned above four days.',
				'It is delay that can be seen now.',
				'down'
			)
		],
		launch: [
			action(
				'countdown',
				3,
				[
					'Write the working days before {milestone} backwards, one line each',
					'Write the last twenty working days before the day backwards, one line each'
				],
				'What is missing appears on a Tuesday.'
			),
			action(
				'go meeting',
				8,
				'Set the go or no-go talk: who, when, by which five questions',
				'The questions agreed now are answered honestly then.'
			),
			action(
				'waves board',
				6,
				[
					'Put the remaining {count left} on a board: ready, booked, done, looked back on',
					'Put every place on a board: ready, booked, done, looked back on'
				],
				['{count pace} is easily seen on a board.', 'A board shows what a percentage hides.']
			),
			milestone(
				'go',
				0.7,
				'Go or no-go, with five answers in writing',
				'Late enough to know, early enough to stop.',
				{ needs: 'supported' }
			),
			need(
				'access',
				'deciders',
				'Those who may say no, free on that day',
				'A go without them is undone.'
			),
			risk(
				'silent slip',
				[3, 2],
				['A day slips by a week at a time until {end} is gone', 'A day slips by a week at a time'],
				'The second slip of the same day goes to the leadership meeting.',
				'One week never sounds bad.'
			),
			kpi(
				'countdown',
				'Lines of the countdown done on their day',
				['%', 0, 90, 'week'],
				'Of the lines due in the week.',
				'It tells of a slip three weeks ahead.'
			)
		],
		process: [
			action(
				'one owner',
				4,
				[
					'Name one owner for the whole way behind {gap}, across departments',
					'Name one owner for the whole process, across departments'
				],
				'Each step has one already; the way has none.'
			),
			action(
				'before',
				6,
				[
					'Count {gap} for two weeks before anything is changed',
					'Count for two weeks before anything is changed'
				],
				'Without a before no after is believed.'
			),
			action(
				'one change',
				11,
				'Change one thing, for two weeks, and count again',
				'Two changes explain nothing.'
			),
			milestone(
				'first change',
				0.5,
				'One change is in, with its number before and after',
				'The second is easier to get.'
			),
			time(
				'owner hours',
				0.5,
				'Half a day a week of the owner of the whole way',
				'It is owned in those hours.'
			),
			risk(
				'fades',
				[2, 2],
				'It works while it is watched',
				'Ask after 30, 60 and 90 days whether it is still in use.',
				'Old ways are patient.'
			),
			kpi(
				'still',
				'Changes still in use after sixty days',
				['%', 0, 80, 'month'],
				'Of the changes made, seen in use by somebody else.',
				'That is what changing means.'
			)
		],
		compliance: [
			action(
				'requirements',
				4,
				'Put every requirement on one list: met, shown, by whom, since when',
				'It is the audit, beforehand.'
			),
			action(
				'backwards',
				6,
				'Count back from the audit: evidence for two months, so controls begin by when',
				'The day is earlier than people think.'
			),
			action('trial', 12, 'Book the trial audit', 'The first audit should not be the real one.'),
			milestone(
				'trial held',
				0.7,
				'Trial audit held, findings with owners and days',
				'There is still time for them.'
			),
			need(
				'access',
				'requirement owners',
				'One name for each requirement',
				'Departments own nothing.'
			),
			risk(
				'evidence late',
				[3, 3],
				'Controls begin too late to have evidence',
				'Those that need months begin this week, however badly.',
				'Time cannot be made up.'
			),
			kpi(
				'requirements shown',
				'Requirements met with evidence and an owner',
				['%', null, 100, 'week'],
				'Of all on the list.',
				'It is the progress of the whole.'
			)
		],
		other: [
			action(
				'sharpen',
				3,
				'Write {priority} anew with a number, a day and who gains',
				'Its words do not say how anybody would know.',
				{ who: 'owner' }
			),
			action(
				'first step',
				5,
				'Agree the first step that can be done in a fortnight',
				'Unclear things get clear by doing.'
			),
			action(
				'review day',
				7,
				'Set the day on which it is kept, changed or dropped',
				'Priorities rarely end otherwise.'
			),
			milestone(
				'kept or dropped',
				0.4,
				'Kept, changed or dropped, by a vote',
				'A dropped one makes room.'
			),
			need(
				'access',
				'half an hour',
				'Half an hour of the leadership team',
				'Only they can drop it.'
			),
			risk(
				'stays vague',
				[3, 2],
				'It stays vague and everybody means something else',
				'Three people write down separately what it means; read aloud.',
				'Vague ones offend nobody.'
			),
			kpi(
				'same meaning',
				'Leaders who describe it alike',
				['%', null, 80, 'month'],
				'Written from memory, compared by the facilitator.',
				'Before that no plan fits.'
			)
		]
	},
	lanes: {
		cost: action(
			'lane',
			18,
			'Ask of each step of {priority} whether a customer would pay for it',
			'The company competes on {lane}: steps nobody pays for are cost.'
		),
		innovation: action(
			'lane',
			18,
			'Keep a fifth of the time of {priority} for what is learned on the way',
			'The company competes on {lane}: a full plan learns nothing.'
		),
		service: action(
			'lane',
			18,
			'Put a customer’s name on each milestone of {priority}',
			'The company competes on {lane}: somebody waits for it.'
		)
	}
};
