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

/** What it costs, what it brings and when, who may spend, and what would make it not worth it. */
export const finance: Pack = {
	department: 'finance',
	always: [
		action(
			'worth',
			4,
			[
				'Put a yearly value on {gap} going from {gap now} to {gap target}, with the assumptions behind it',
				'Put a yearly value on {priority}, with the three assumptions behind it'
			],
			[
				'It is the part of {goal} that this can be paid from.',
				'Without it nobody can say how much it may cost.'
			]
		),
		action(
			'envelope',
			6,
			[
				'Agree one spending envelope for {priority} with {owner}, and what may be spent without asking',
				'Agree one spending envelope for {priority}, and who may spend from it'
			],
			'Small approvals cost more time than they save money.',
			{ gives: 'funded' }
		),
		action(
			'already spent',
			9,
			'List what has been spent on {priority} since the cycle began, hours too',
			'The hours are the larger half, and nobody books them.'
		),
		action(
			'stop line',
			11,
			[
				'Write down the figure for {gap} on {milestone day} below which spending stops',
				'Write down the figure below which spending stops, and the day it is looked at'
			],
			'Agreed beforehand it is a rule, afterwards a quarrel.'
		),
		phase(
			'baseline',
			[0, 0.2],
			[
				'Settle cost and value of today’s {gap now}, so that a change can be seen',
				'Settle what today costs, so that a change can be seen'
			],
			'What has no before has no after.'
		),
		milestone(
			'checkpoint',
			0.5,
			[
				'Checkpoint: money spent beside {gap half} of {gap}',
				'Checkpoint: money spent beside what has come of it'
			],
			'Half the money and half the way belong together.'
		),
		milestone(
			'forecast',
			0.9,
			[
				'Value for the coming year forecast from the real {gap}, and put into the plan',
				'Value for the coming year forecast from real figures, and put into the plan'
			],
			'Otherwise the gain is spent elsewhere before it exists.'
		),
		time(
			'analyst',
			0.5,
			'Half a day a week of an analyst who knows the ledgers',
			'Questions come weekly and must be answered the same day.'
		),
		need(
			'access',
			'hours',
			'Hours people spend on {priority}, by week, roughly',
			'Roughly is enough to see the size.'
		),
		risk(
			'creep',
			[2, 2],
			[
				'Spending follows {gap} and nobody adds it up before {end}',
				'Spending goes on in small pieces nobody adds up'
			],
			'One cost centre for it, read aloud once a month.',
			'It is never one large amount.'
		),
		risk(
			'not lasting',
			[2, 2],
			[
				'{gap} reaches {gap target} with one-off money and falls back',
				'It is reached with one-off money and falls back'
			],
			'Each cost is marked once or lasting when it is approved.',
			'The second year shows it.'
		),
		kpi(
			'spent',
			'Envelope used, against the share of time gone',
			['%', 0, 100, 'month'],
			'Money spent or bound, as a share of the envelope; read beside the weeks gone.',
			'Both too fast and too slow are news.'
		),
		kpi(
			'approvals',
			'Days from asking for money to an answer',
			['days', null, 2, 'week'],
			'Working days from a written request to a yes or no.',
			'It is the delay finance itself causes.',
			'down'
		)
	],
	kinds: {
		growth: [
			action(
				'unit',
				5,
				[
					'Work out margin and cash of one of {count}, from the {count now} there are',
					'Work out margin and cash of one more customer, from the last five'
				],
				'Ten times a small loss is a large one.'
			),
			action(
				'price floor',
				8,
				'Set the price below which an offer needs a second signature',
				'A floor is kept when it is known.',
				{ gives: 'priced' }
			),
			action(
				'payment terms',
				12,
				'Write the payment terms for new contracts so that growth does not eat cash',
				[
					'{count left} more at today’s terms is working capital somebody must find.',
					'Growth is paid before it pays.'
				]
			),
			milestone(
				'floor used',
				0.3,
				'Every open offer has been held against the floor',
				'Offers already out are the first exceptions.'
			),
			need(
				'tool',
				'contract model',
				'One sheet that turns an offer into margin and cash in five minutes',
				'A seller must be able to use it alone.'
			),
			risk(
				'bad growth',
				[2, 3],
				[
					'{count target} are reached with contracts that lose money',
					'The number is reached with contracts that lose money'
				],
				'Margin is shown beside each contract in the weekly meeting.',
				'The title counts contracts, not margin.'
			),
			fromLibrary(24, 'Gross margin', 'It says whether growth is worth having.')
		],
		retention: [
			action(
				'value at risk',
				4,
				'Put the yearly value beside each account at risk, and add up what would be missing when',
				'It sets how much keeping may cost.'
			),
			action(
				'cost of losing',
				8,
				'Compare what keeping a customer costs with winning another',
				'Most budgets have it the wrong way round.'
			),
			action(
				'unpaid',
				12,
				'Look for unpaid invoices among the accounts at risk, and who has asked why',
				'Not paying is often a complaint in writing.'
			),
			milestone(
				'save budget',
				0.3,
				'A budget for keeping customers stands, with who may use it on the phone',
				'The offer must be made in the talk.'
			),
			need(
				'money',
				'save',
				[
					'A frame for keeping accounts, sized to one in four of what {gap left} is worth',
					'A frame for keeping accounts, sized to one in four of what is at risk'
				],
				'Not all can be kept with money.'
			),
			risk(
				'concentrated',
				[2, 3],
				'One account among those at risk carries more than a tenth of revenue',
				'It has its own plan, and the forecast is shown without it.',
				'One letter would change the year.'
			),
			fromLibrary(
				29,
				'Revenue from the largest customer',
				'It tells how much hangs on one renewal.'
			)
		],
		reliability: [
			action(
				'cost of failure',
				4,
				[
					'Add up what each point below {gap target} cost last quarter: credits, visits, overtime, lost orders',
					'Add up what failures cost last quarter: credits, visits, overtime, lost orders'
				],
				'Nobody has seen the sum; it decides the budget.'
			),
			action(
				'penalties',
				7,
				'List the contracts with penalties, the line each is drawn at and how near it is',
				['{gap now} may be below a line already.', 'Penalties are found when they are claimed.']
			),
			action(
				'prevent or mend',
				12,
				'Compare a year of mending with the price of preventing, for the three dearest causes',
				'Some causes are cheaper to live with.'
			),
			milestone(
				'provision',
				0.4,
				'What is owed in credits is booked',
				'The quarter should not end with a surprise.'
			),
			need(
				'money',
				'prevention',
				'Money for prevention, taken from what mending was budgeted for',
				'It is the same money, spent earlier.'
			),
			risk(
				'claims',
				[2, 3],
				[
					'Customers claim credits for the time {gap} was at {gap now}',
					'Customers claim credits all at once'
				],
				'Book them when they arise, and offer before they are claimed.',
				'They compare notes.'
			),
			kpi(
				'failure cost',
				'Cost of failures as a share of services revenue',
				['%', null, 3, 'month'],
				'Credits, extra visits and overtime caused by failures.',
				'It puts engineering and money on one line.',
				'down'
			)
		],
		cost: [
			action(
				'base',
				3,
				[
					'Fix the base of {gap}: which ledger lines, which months, what is left out',
					'Fix the base the saving is counted from: which lines, which months'
				],
				'Savings without a base are found everywhere and nowhere.'
			),
			action(
				'five lines',
				8,
				[
					'Put an owner and an amount on each of the five lines that make up {gap left}',
					'Put an owner and an amount on each of the five largest lines'
				],
				'A total has no owner.'
			),
			action(
				'contracts',
				11,
				'Call the ten largest suppliers whose contracts end within six months',
				'The talk is worth most before the renewal.'
			),
			milestone(
				'signed off',
				0.5,
				'Half of the saving is under signature, not in a list',
				'Lists do not lower a bill.'
			),
			need(
				'tool',
				'weekly cost',
				'A weekly figure for the five lines, from the ledger',
				'A monthly one comes too late to steer.'
			),
			risk(
				'moved',
				[3, 2],
				'Costs move to another line or into next quarter',
				'Count the saving on the whole, and again a quarter later.',
				'It is the easiest way to save.'
			),
			fromLibrary(30, 'Budget variance', 'It shows whether a saving arrives in the ledger.')
		],
		capacity: [
			action(
				'full cost',
				5,
				[
					'Work out the full cost of filling {hire}: pay, search, training, the months until useful',
					'Work out the full cost of one more in {learn}: days off the job, teachers, material',
					'Work out the full cost of one more person: pay, search, training, the months until useful'
				],
				'The part that is booked is the smaller one.'
			),
			action(
				'cost of open',
				7,
				[
					'Put beside it what each of {hire left} not there yet costs: agency, overtime, orders not taken',
					'Put beside it what a missing person or skill costs: agency, overtime, orders not taken'
				],
				'What is not there costs too.'
			),
			action(
				'offer frame',
				9,
				[
					'Give a frame within which an offer for {hire} can be made the same day',
					'Give a frame within which leads book training days without asking'
				],
				'Asking takes longer than it saves.'
			),
			milestone(
				'in budget',
				0.3,
				'Places and training days are in the forecast by month',
				'Approved and not budgeted stops in the second month.'
			),
			need(
				'money',
				'signing',
				'Money for allowances, signing and training, in place of agency cost',
				'It is the cheaper of the two.'
			),
			risk(
				'people without work',
				[1, 3],
				'We hire for work that comes later',
				'Each start date hangs on a signed order or a measured load.',
				'People are the slowest cost to undo.'
			),
			kpi(
				'agency',
				'Agency and overtime as a share of pay',
				['%', null, 6, 'month'],
				'Both over all pay of the teams concerned.',
				'It falls as places are filled.',
				'down'
			)
		],
		launch: [
			action(
				'business case',
				4,
				[
					'Write the case for {priority} on one page: spent, still to spend, what comes back and when',
					'Write the case on one page: spent, still to spend, what comes back and when'
				],
				'It was written once, for other figures.'
			),
			action(
				'price',
				9,
				'Set price and what is included with sales and product, for the first ten and for later',
				'The first price is remembered.',
				{ gives: 'priced' }
			),
			action(
				'run cost',
				12,
				[
					'Work out what one of {count} costs a month once it is live',
					'Work out what it costs a month once it is live'
				],
				'Launches are budgeted, running is not.'
			),
			milestone(
				'go or wait',
				0.6,
				['Go or wait, decided on figures, before {milestone}', 'Go or wait, decided on figures'],
				'After announcing there is no choice.'
			),
			need(
				'money',
				'reserve',
				['A reserve of a tenth, held by {owner}', 'A reserve of a tenth, held by one person'],
				'Something is always forgotten, and the last week is no time to ask.'
			),
			risk(
				'delay cost',
				[2, 2],
				[
					'Each week {count left} are not live costs double running',
					'Each week of delay costs double running'
				],
				'Show the weekly cost of delay beside the date.',
				'It makes the trade between money and time visible.'
			),
			kpi(
				'to complete',
				'Forecast cost at completion against the envelope',
				['%', null, 100, 'month'],
				'Spent plus still to spend, over the envelope; more than 100 is above it.',
				'The cost still to come is the only one that can be changed.',
				'down'
			)
		],
		process: [
			action(
				'cost of case',
				5,
				[
					'Work out what one case costs today, behind {gap} at {gap now}',
					'Work out what one case costs today, waiting included'
				],
				'It decides which step is worth changing.'
			),
			action(
				'approvals',
				8,
				'List every approval in the process with amount and how often it said no',
				'An approval that never says no is a delay.'
			),
			action(
				'limit',
				11,
				'Raise the limits so that nine in ten cases need no approval',
				'Check the tenth well instead.'
			),
			milestone(
				'fewer approvals',
				0.4,
				'Half of the approvals are gone, and a monthly look at samples has begun',
				'Control moves from before to after.'
			),
			need(
				'access',
				'ledger times',
				'Dates of order, delivery and invoice for a quarter, from the ledger',
				'They are there already.'
			),
			risk(
				'control gap',
				[2, 2],
				'Something slips through that an approval would have stopped',
				'A monthly sample of thirty, looked at by somebody else.',
				'It must be seen to be safe.'
			),
			fromLibrary(28, 'Days sales outstanding', 'A faster process is paid sooner.')
		],
		compliance: [
			action(
				'price of failing',
				4,
				'Put a figure on failing: fines, lost contracts, doing it again',
				'It says how much certainty is worth.'
			),
			action(
				'controls',
				8,
				'List the controls over money that the rules ask for, with who did each last month',
				'They are the part of an audit finance owns.'
			),
			action(
				'who pays and approves',
				10,
				'Find everybody who can both order and pay, and part the two',
				'It is the first thing tested.'
			),
			milestone(
				'evidence',
				0.5,
				'Each control has two months of evidence',
				'One month is not yet a habit.'
			),
			need(
				'money',
				'auditor',
				'Fee of the auditor and of a trial audit',
				'The trial is the cheaper one.'
			),
			risk(
				'quote late',
				[2, 2],
				'The auditor has no date free before {end}',
				'Book the day now, and move it if need be.',
				'They are booked months ahead.'
			),
			kpi(
				'controls done',
				'Controls done in their month with evidence',
				['%', null, 100, 'month'],
				'Controls due that were done and filed.',
				'An audit looks at nothing else.'
			)
		],
		other: [
			action(
				'what else',
				5,
				'Say what the same money and hours would bring elsewhere',
				'It is the question nobody asks.'
			),
			action(
				'smallest step',
				9,
				'Find the smallest amount that would show whether it is worth more',
				'Small bets are lost cheaply.'
			),
			action(
				'who gains',
				13,
				'Name the budget that gains when {priority} succeeds',
				'Whoever gains should pay, and push.'
			),
			milestone(
				'first bet',
				0.4,
				'The first small amount is spent and looked at',
				'Before a larger one.'
			),
			need(
				'money',
				'first bet',
				'One small amount, approved once',
				'Less than the meeting about it costs.'
			),
			risk(
				'unmeasured',
				[3, 2],
				'Money goes in and nobody can say what came out',
				'No second amount before a number has moved.',
				'It is how priorities grow old.'
			),
			kpi(
				'payback',
				'Value shown so far for each amount spent',
				['×', null, 1, 'month'],
				'Value by the agreed assumptions, over money and hours spent.',
				'Above one it has earned its place.'
			)
		]
	},
	lanes: {
		cost: action(
			'lane',
			13,
			'Compare the unit cost behind {priority} with that of the cheapest rival',
			'The company competes on {lane}: second is last.'
		),
		innovation: action(
			'lane',
			13,
			'Set aside money {priority} may lose on trials, without a case for each',
			'The company competes on {lane}: a case for each trial ends trying.'
		),
		service: action(
			'lane',
			13,
			'Work out what one point of customer recommendation is worth to {priority}',
			'The company competes on {lane}: it must be paid for knowingly.'
		)
	}
};
