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

/** What has to run, on which day, with which hands, and what stops it. */
export const operations: Pack = {
	department: 'operations',
	always: [
		action(
			'by place',
			4,
			[
				'Split {gap} by site, shift or order, and name the four worst',
				'Write down where {priority} is felt: which sites, shifts or orders'
			],
			[
				'The mean of {gap now} hides where {gap left} are lost.',
				'What is felt everywhere is worked on nowhere.'
			]
		),
		action(
			'week by week',
			6,
			[
				'Break {gap left} of {gap} down into what has to happen each week until {end}',
				'Break {priority} down into what has to happen each week'
			],
			['{gap pace} is the pace it takes.', 'A quarter is lost week by week.']
		),
		action(
			'first thing',
			8,
			[
				'Free the step that holds up {milestone} on {milestone day}',
				'Find the one step everything waits for, and free it'
			],
			'One step sets the pace of all the others.'
		),
		action(
			'way back',
			10,
			[
				'Write the way back in case {risk} comes true, and try it once',
				'Write the way back for when it goes wrong, and try it once'
			],
			'A way back that was never tried is a hope.'
		),
		phase(
			'worst first',
			[0, 0.35],
			['Work on the four worst places of {gap} before any other', 'Work on the worst places first'],
			'They hold most of the way.'
		),
		milestone(
			'half',
			0.5,
			[
				'{gap} holds {gap half} for two weeks',
				'The worst places run as the best do, for two weeks'
			],
			'Once is chance, twice is a change.'
		),
		phase(
			'hold',
			[0.75, 1],
			[
				'Hold {gap target} with the ordinary crew, without the helpers',
				'Run it with the ordinary crew, without the helpers'
			],
			'What needs heroes ends with them.'
		),
		time(
			'crew',
			2,
			[
				'Two days a week of a crew lead for {count}: {count pace} are needed, {count so far}',
				'Two days a week of a crew lead for {priority}'
			],
			'Somebody has to be there when it is done.',
			{ load: 'room' }
		),
		need(
			'money',
			'overtime',
			[
				'Overtime and travel until {end}, asked for before it is spent',
				'Overtime and travel, asked for before it is spent'
			],
			'The pace is above the usual one.',
			{ who: 'finance' }
		),
		risk(
			'day work',
			[3, 2],
			[
				'Daily work takes the people who should move {gap}',
				'Daily work takes the people {priority} needs'
			],
			[
				'Two fixed half-days a week that only {owner} may cancel.',
				'Two fixed half-days a week that the team keeps free together.'
			],
			'The urgent wins unless somebody decides otherwise.'
		),
		risk(
			'worse elsewhere',
			[2, 2],
			[
				'{gap} gets better and something beside it worse',
				'It gets better here and worse next door'
			],
			[
				'Watch {kpi} beside it each week.',
				'Watch {other gap} beside it each week.',
				'Watch one number beside it each week.'
			],
			'People move what is measured.'
		),
		kpi(
			'plan kept',
			'Steps of the weekly plan done in their week',
			['%', null, 85, 'week'],
			'Steps planned for the week that were done in it, named beforehand.',
			'It tells by Friday what the result tells in a month.'
		),
		kpi(
			'repeat causes',
			'Causes that came back after they were mended',
			['', null, 0, 'week'],
			'Causes found before that were found again this week.',
			'Mended twice is not mended.',
			'down'
		)
	],
	kinds: {
		growth: [
			action(
				'room to deliver',
				5,
				[
					'Count how many more of {count} can be taken on each week without new hands',
					'Count how much more can be taken on each week without new hands'
				],
				[
					'{count pace} are wanted, {count so far}.',
					'Sold and not delivered is worse than not sold.'
				]
			),
			action(
				'go-live list',
				9,
				'Write the list of what must be there before a new customer goes live, and who says so',
				'The tenth go-live must not be the first again.'
			),
			action(
				'slots',
				12,
				'Open a calendar of go-live slots that sales books from',
				'Dates that come from a calendar can be kept.'
			),
			milestone(
				'slots shown',
				0.3,
				'Sales sees the free slots until the end of the next cycle',
				'It must be there before offers go out.'
			),
			need(
				'access',
				'forecast',
				'The list of likely orders from sales, each Monday',
				'Hands are planned three weeks ahead.',
				{ who: 'sales' }
			),
			risk(
				'all at once',
				[2, 3],
				[
					'Half of {count} want to go live in the same fortnight',
					'All new customers want to go live in the same fortnight'
				],
				'No more go-lives a week than there are slots; price the others later.',
				'Orders cluster at the end of the quarter.'
			),
			fromLibrary(14, 'On-time delivery', 'Growth is first felt here.')
		],
		retention: [
			action(
				'top complaints',
				4,
				'Take the ten accounts most at risk and name what operations did to each',
				'Most leave over small things that went on.'
			),
			action('fix five', 10, 'Mend the five causes named most, and tell those who complained', [
				'Each moves {gap} from {gap now}.',
				'A complaint that is answered binds more than none.'
			]),
			action(
				'named person',
				6,
				'Give every account at risk one person in operations who answers',
				'Customers stay with people.'
			),
			milestone(
				'fixed',
				0.55,
				'The five causes are mended and have not come back for two weeks',
				'In time for the renewal talks.'
			),
			need(
				'access',
				'complaints',
				'All complaints of two quarters in one list, by account',
				'They lie in five inboxes.',
				{ who: 'customer-success' }
			),
			risk(
				'loud ones',
				[2, 2],
				'The loudest accounts get the work, and the silent ones leave',
				'Order the list by value and silence, not by noise.',
				'Silence is the later sign.'
			),
			fromLibrary(
				16,
				'Escalations older than a week',
				'An old escalation is a customer on the way out.'
			)
		],
		reliability: [
			action(
				'lost minutes',
				3,
				[
					'Sort every minute lost since the cycle began by cause and place, behind {gap now}',
					'Sort every failure of the last quarter by cause and place'
				],
				'A few causes hold most of what is lost.'
			),
			action(
				'spares and names',
				7,
				'Put the twelve parts that fail most on the worst sites, and a name on each door',
				'Time to recover is mostly time to find.'
			),
			action(
				'change windows',
				9,
				'Ask each place for two windows for changes, and freeze everything outside them',
				'Most failures follow a change.'
			),
			milestone(
				'quiet weeks',
				0.9,
				[
					'Three weeks in a row with {gap} at {gap target} or better',
					'Three weeks in a row without a failure that customers felt'
				],
				'It is what was promised, lived.'
			),
			need(
				'money',
				'spares',
				'Critical spares for the four worst places',
				'A part on the shelf costs less than a night.',
				{ who: 'finance' }
			),
			risk(
				'hidden fault',
				[2, 3],
				'A watchdog restarts what fails and hides a worse fault',
				'Count restarts by place; the third in a week is looked into, not restarted.',
				'Numbers look well until all fails at once.'
			),
			fromLibrary(20, 'Service availability', 'It is what the customer has, whatever we count.')
		],
		cost: [
			action(
				'largest lines',
				4,
				[
					'Take {gap} apart into its five largest lines, with who can change each',
					'Take the cost apart into its five largest lines, with who can change each'
				],
				'Nobody can change a total.'
			),
			action(
				'waste walk',
				8,
				'Walk the work once from end to end and write down every wait, walk and repeat',
				'Waste is seen standing up.'
			),
			action(
				'bundle',
				13,
				[
					'Bundle visits, orders or runs so that each line of {gap} shrinks by count, not by price',
					'Bundle visits, orders or runs: fewer, not cheaper'
				],
				'Fewer of them is a saving that stays.'
			),
			milestone(
				'bundled',
				0.5,
				'Two of the five lines run at their new cost',
				'Early enough to see whether it holds.'
			),
			need(
				'access',
				'cost lines',
				'Cost by line and week, not by month',
				'A month later nobody remembers why.',
				{ who: 'finance' }
			),
			risk(
				'service pays',
				[2, 3],
				'We save where customers notice',
				'Each saving names the customer number it may touch, watched for four weeks.',
				'A saving that loses an account was none.'
			),
			fromLibrary(17, 'Rework', 'Doing it twice is the dearest line nobody books.')
		],
		capacity: [
			action(
				'load by shift',
				4,
				[
					'Lay the work of the next eight weeks on the people there are, shift by shift',
					'Lay the coming work on the people there are, week by week'
				],
				[
					'{hire} is at {hire now}; the hole has a place and an hour.',
					'Short of people everywhere means short on Tuesdays and nights.'
				]
			),
			action(
				'cover',
				8,
				'Name who covers each open place until it is filled, and until when they can',
				'Cover without an end turns into leaving.'
			),
			action(
				'stand-in plan',
				12,
				'Write the smallest crew that may run, and what stops when it is not there',
				'Decided in daylight it is safe.'
			),
			milestone(
				'rota',
				0.75,
				'Rota signed by those in it, eight weeks ahead',
				'People plan their lives by it.',
				{ needs: 'staffed' }
			),
			need(
				'access',
				'agency',
				'A frame with an agency for the places that stay open',
				'Cheaper than losing those who cover.',
				{ who: 'finance' }
			),
			risk(
				'overtime',
				[3, 2],
				'Overtime to cover open places drives out those who stay',
				'No more than two extra shifts a fortnight for anybody, seen weekly.',
				'The next resignation is written in the third long month.'
			),
			fromLibrary(19, 'Capacity in use', 'Full is as bad as empty.')
		],
		launch: [
			action(
				'readiness',
				4,
				[
					'Walk through {priority} with everybody who must do something on the day, hour by hour',
					'Walk through the day itself, hour by hour, with everybody in it'
				],
				'What is missing shows when it is said aloud.'
			),
			action(
				'waves',
				7,
				[
					'Put the remaining {count left} of {count} into waves, the hardest not last',
					'Put it into waves: three easy ones, then the hardest'
				],
				[
					'{count pace} are needed, {count so far}: only waves get there by {end}.',
					'All at once teaches nothing.'
				]
			),
			action(
				'windows',
				9,
				[
					'Get a confirmed window and a named technician from each of the remaining {count left}',
					'Get a confirmed window and a named contact from everybody concerned'
				],
				'Windows decide a roll-out, not the work in them.'
			),
			milestone(
				'first wave',
				0.45,
				['First wave done, {count half} of {count} in sight', 'First wave done and looked back on'],
				'The second wave runs on what the first one taught.',
				{ needs: 'ready' }
			),
			need(
				'access',
				'windows',
				'Access windows on the customers’ side, in writing',
				'No crew is faster than a closed door.',
				{ who: 'customer-success' }
			),
			risk(
				'windows close',
				[3, 3],
				[
					'Windows close before {end} and {count left} are not through',
					'Windows close before everything is through'
				],
				'Two windows for each, the second as a reserve; those who close first go first.',
				'Peak season does not ask.'
			),
			kpi(
				'on its day',
				'Steps of the day done within the hour planned for them',
				['%', null, 90, 'week'],
				'Of the steps walked through beforehand, looked at after each wave.',
				'A plan for the day is only as good as its hours.'
			),
			kpi(
				'windows',
				'Windows confirmed in writing',
				['', null, 'count left', 'week'],
				'Places still to do that have a window with a day, an hour and a name.',
				'It moves three weeks before the result.'
			)
		],
		process: [
			action(
				'time and wait',
				5,
				[
					'Follow ten cases behind {gap} and write beside each step: minutes worked, hours waited',
					'Follow ten cases and write beside each step: minutes worked, hours waited'
				],
				'Waiting is nine tenths of most processes.'
			),
			action(
				'one bottleneck',
				9,
				'Name the slowest step, and let nothing else be improved before it',
				'Elsewhere it only makes a longer queue.'
			),
			action(
				'limit',
				13,
				'Limit what may be begun and unfinished at once',
				'Less begun is more finished.'
			),
			milestone(
				'bottleneck',
				0.5,
				'The slowest step is a different one',
				'That is what solving it looks like.'
			),
			time(
				'process walker',
				1,
				'One day a week of somebody who may follow cases across departments',
				'No department sees the whole way.'
			),
			risk(
				'work around',
				[2, 2],
				'People keep the old way alive beside the new one',
				'Close the old form on a named day.',
				'Two ways are slower than either.'
			),
			fromLibrary(
				18,
				'Cycle time of the core process',
				'It is the process as the customer feels it.'
			)
		],
		compliance: [
			action(
				'as done',
				5,
				'Compare what the procedures say with what two shifts do, and mark every difference',
				'The finding is always the difference.'
			),
			action(
				'records',
				8,
				'Choose the five records an auditor asks for, and find last month’s in ten minutes each',
				'Missing evidence counts as not done.'
			),
			action(
				'drill',
				15,
				'Run one emergency drill and write down what nobody knew',
				'A drill is evidence and practice at once.'
			),
			milestone(
				'internal audit',
				0.6,
				'Own audit held by somebody from another site',
				'What it finds nobody else will.'
			),
			time(
				'auditor',
				0.5,
				'Half a day a week of an internal auditor who does not work there',
				'One does not see one’s own habits.'
			),
			risk(
				'paper only',
				[2, 3],
				'Procedures are written for the audit and not lived',
				'Each is tried by the shift that uses it before it is signed.',
				'The second audit comes unannounced.'
			),
			kpi(
				'findings',
				'Own findings open for more than thirty days',
				['', null, 0, 'week'],
				'Findings of our own walks without a finished measure.',
				'Known and not mended is the worst finding.',
				'down'
			)
		],
		other: [
			action(
				'what runs',
				4,
				'Write down which running work changes because of {priority}, and which does not',
				'Crews ask that first.'
			),
			action(
				'try small',
				8,
				'Try it on one site or shift for a fortnight',
				'Small trials fail cheaply.'
			),
			action(
				'decide on it',
				15,
				'Decide with the crew that tried it: keep, change or stop',
				'They know what the numbers do not say.'
			),
			milestone(
				'tried',
				0.5,
				'One fortnight tried and looked back on',
				'Everything after it rests on that.'
			),
			need(
				'access',
				'trial place',
				'One site or shift that volunteers',
				'Forced trials prove what was feared.'
			),
			risk(
				'everywhere',
				[2, 2],
				'It is rolled out before it was tried',
				'No second place before the first has said yes.',
				'Haste multiplies faults.'
			),
			kpi(
				'places',
				'Places that run it as meant',
				['', 0, 1, 'week'],
				'Sites or shifts where somebody looked and saw it done.',
				'One real place is worth ten plans.'
			)
		]
	},
	lanes: {
		cost: action(
			'lane',
			14,
			'Put a price on each step of {priority}, and drop the dearest that no customer misses',
			'The company competes on {lane}.'
		),
		innovation: action(
			'lane',
			14,
			'Keep one crew free to try what {priority} needs next',
			'The company competes on {lane}: full crews try nothing.'
		),
		service: action(
			'lane',
			14,
			'Ask the customers concerned by {priority} afterwards, by voice, within two days',
			'The company competes on {lane}: they judge how it felt.'
		)
	}
};
