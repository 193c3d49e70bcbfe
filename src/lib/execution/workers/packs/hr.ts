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

/** Who has to do something new, whether they can, whether they are there, and what it asks of them. */
export const hr: Pack = {
	department: 'hr',
	always: [
		action(
			'who it asks',
			4,
			[
				'List by name whose week changes when we {aim}, and what each must stop doing',
				'List by name whose week changes, and what each must stop doing'
			],
			[
				'Getting {gap} from {gap now} to {gap target} is somebody’s hours.',
				'A priority is carried by people who had full weeks before.'
			]
		),
		action(
			'can they',
			8,
			[
				'Compare what {gap} asks of people with what they can do today, person by person',
				'Compare what it asks of people with what they can do today'
			],
			'Will is seldom what is missing.'
		),
		action(
			'owner talk',
			5,
			[
				'Talk with {owner} about what to hand over to have time for {priority}',
				'Find who can be accountable for {priority}, and what they hand over'
			],
			'Accountable without time is accountable for failing.'
		),
		action(
			'worry',
			10,
			[
				'Ask the people nearest to {risk} what they see coming',
				'Ask the people nearest to it what they see coming'
			],
			'They know, and nobody asked them.'
		),
		phase(
			'roles',
			[0, 0.3],
			'Write for each seat in {priority} what it decides, does and is told',
			'Two who both think the other has it is the usual failure.'
		),
		milestone(
			'accepted',
			0.35,
			[
				'Everybody named for {gap} has said yes to their part, in their words',
				'Everybody named has said yes to their part, in their words'
			],
			'Given is not taken.'
		),
		milestone(
			'pulse',
			0.7,
			[
				'Talk with those who carry {gap}: what holds, what wears out, before {end}',
				'Talk with those who carry it: what holds and what wears out'
			],
			'Early enough to change the load.'
		),
		time(
			'partner',
			0.5,
			['Half a day a week of an HR partner beside {owner}', 'Half a day a week of an HR partner'],
			'Questions about people come on the day.'
		),
		need(
			'access',
			'calendars',
			[
				'Hours of a recruiter for {hire}: {hire pace} are needed, {hire so far}',
				'Hours the people concerned really have, from their calendars'
			],
			'Such plans fail for want of hours, seldom for want of will.',
			{ load: 'room' }
		),
		risk(
			'key person',
			[2, 3],
			[
				'{owner} falls ill or leaves, and all of it stands still',
				'The one who carries it falls ill or leaves'
			],
			'Name a deputy this week who joins the talks from now on.',
			'One accountable person is right, and a risk.'
		),
		risk(
			'tired',
			[2, 2],
			[
				'The push to {gap target} by {end} wears out the people who carry it',
				'The push wears out the people who carry it'
			],
			'After each stretch a week without extra hours, agreed beforehand.',
			'The bill comes a quarter later, as notices.'
		),
		kpi(
			'accepted',
			'People named who have accepted their part',
			['%', 0, 100, 'week'],
			'Of those named for the priority, who said in their words what is theirs.',
			'It comes before every other number.'
		),
		kpi(
			'deputies',
			'Seats of the priority with a deputy who knows the work',
			['', null, 2, 'month'],
			'Seats whose deputy has done the work for one day.',
			'It is the cheapest insurance.'
		)
	],
	kinds: {
		growth: [
			action(
				'where it breaks',
				4,
				[
					'Find the role that breaks first when {count} reaches {count target}',
					'Find the role that breaks first when it grows'
				],
				'Growth is stopped by one role, not by all.'
			),
			action('start now', 6, 'Open the search for that role today, not when it is needed', [
				'Finding takes as long as is left until {end}.',
				'Finding takes a quarter.'
			]),
			action(
				'pay for it',
				12,
				'Check that pay and praise do not reward the old kind of growth',
				'People do what is paid.'
			),
			milestone(
				'first hire',
				0.6,
				'The role that breaks first is filled or covered until it is',
				'Before the growth, not after.',
				{ gives: 'staffed' }
			),
			need(
				'money',
				'search',
				'Budget for one search, and for cover until then',
				'Waiting is the dearer choice.',
				{ who: 'finance' }
			),
			risk(
				'new people',
				[2, 2],
				'So many are new that nobody shows them how',
				'No more than one new person to three who know.',
				'Quality goes first.'
			),
			fromLibrary(34, 'New people on plan after 90 days', 'It says whether growth in people holds.')
		],
		retention: [
			action(
				'who they love',
				4,
				'Ask accounts at risk which of our people they would miss, and see how those are',
				'Customers leave after people do.'
			),
			action(
				'hand-overs',
				8,
				'Give every hand-over of an account a talk of three: old, new and customer',
				'Each change of contact is a reason to look around.'
			),
			action(
				'time for talks',
				11,
				[
					'Free an hour a day for the people whose talks move {gap}',
					'Free an hour a day for those who talk with customers at risk'
				],
				'They are also the busiest.'
			),
			milestone(
				'stable',
				0.5,
				'No account at risk has changed its contact for six weeks',
				'Calm is what they miss.'
			),
			need(
				'money',
				'keep people',
				'A frame for keeping the five people customers name most',
				'Cheaper than the accounts they hold.',
				{ who: 'finance' }
			),
			risk(
				'contact leaves',
				[2, 3],
				'The person a large account trusts leaves',
				'A second face in each of those accounts, introduced now.',
				'It is two losses with one letter.'
			),
			fromLibrary(33, 'Regretted attrition', 'Customers who are kept are kept by people who stay.')
		],
		reliability: [
			action(
				'nights',
				4,
				[
					'Look at who works the hours in which {gap} is lost, how tired and how new they are',
					'Look at who works the hours in which it fails, how tired and how new'
				],
				'Failures keep office hours less than people do.'
			),
			action(
				'no blame',
				8,
				'Hold the next look-back on a failure by rules that ask what, not who',
				'Who fears blame hides the near miss.'
			),
			action(
				'on-call fair',
				10,
				'Write the on-call rule: how often, how long, what rest follows, what it pays',
				'Unfair duty is done badly.'
			),
			milestone(
				'on-call lives',
				0.4,
				'Everybody on call has accepted the rule and had one turn',
				'Before the weeks that count.',
				{ gives: 'staffed' }
			),
			need(
				'money',
				'on-call pay',
				'On-call pay and rest days in the forecast',
				'The rule is worth what it pays.',
				{ who: 'finance' }
			),
			risk(
				'exhausted',
				[2, 3],
				[
					'The few who can mend {gap} are on call without end',
					'The few who can mend it are on call without end'
				],
				'Two more are trained to the same level before the rule starts.',
				'They are the ones who leave first.'
			),
			kpi(
				'duty',
				'People on call more than one week in four',
				['', null, 0, 'week'],
				'People in the rota above the rule.',
				'Tired people make the next failure.',
				'down'
			)
		],
		cost: [
			action(
				'how told',
				3,
				'Agree with the team what is said about jobs before anything is said about cost',
				'Cost is heard as jobs.'
			),
			action(
				'ideas',
				7,
				[
					'Ask the people in {gap} for one thing they would stop tomorrow',
					'Ask each team for one thing they would stop tomorrow'
				],
				'They see waste daily.'
			),
			action(
				'vacancies',
				10,
				'Go through open places one by one: fill, move or drop',
				'An open place is the kindest saving.'
			),
			milestone(
				'said',
				0.25,
				'Everybody concerned has heard it from their own lead',
				'Before the corridor has.'
			),
			time(
				'listeners',
				0.5,
				'Half a day a week of leads for talks with their people',
				'Silence is what makes people write applications.'
			),
			risk(
				'best leave',
				[2, 3],
				'The best leave because they can',
				'Name the ten who must stay and talk with each in the first week.',
				'They decide within days.'
			),
			kpi(
				'ideas done',
				'Savings proposed by staff and done',
				['', 0, 10, 'week'],
				'Proposals put into practice, each with its amount.',
				'It is saving with people rather than on them.'
			)
		],
		capacity: [
			action(
				'profile',
				3,
				'Write for each of {hire left} missing in {hire} what that person must have done before, in five lines',
				'Ten lines describe nobody alive.'
			),
			action(
				'two weeks',
				8,
				'Promise every candidate for {hire} an answer within ten working days of the first talk',
				'{hire left} are missing until {end}; each week of silence loses the best one.'
			),
			action(
				'half signed',
				6,
				'Call those who have an offer for {hire} and have not signed, and ask what is in the way',
				['{hire pace} are needed, {hire so far}.', 'An unsigned offer is a question nobody asked.']
			),
			action(
				'what ready is',
				3,
				'Write what somebody must show in real work to count for {learn}, and who watches',
				'{learn now} are there and {learn target} are wanted: a certificate should say what a customer would see.'
			),
			action(
				'last ones',
				7,
				'Talk with each of {learn left} still to come in {learn}: what holds them up',
				'The last ones have a reason, and it is seldom will.'
			),
			action(
				'insiders',
				5,
				'Ask inside first who would do more or move, and what it would take',
				'They know us, and could start next month.'
			),
			action(
				'lead time',
				9,
				'Give the leads concerned two hours a week for showing and watching, and take something else off them',
				'People learn from whoever they sit beside.'
			),
			action(
				'who teaches',
				12,
				'Name the two who do it best, and let them teach in place of a course',
				'They are believed.'
			),
			milestone(
				'filled',
				0.7,
				'{hire} at {hire target}, each with a start date',
				'Notice periods decide the rest.',
				{ gives: 'staffed' }
			),
			milestone(
				'trained',
				0.6,
				[
					'{learn} at {learn target}, each seen once in real work',
					'All who were taught have shown it once in real work'
				],
				'Attendance teaches nobody.',
				{ gives: 'trained' }
			),
			need(
				'money',
				'training days',
				'Training days and cover for those in them',
				'Training nobody is freed for is not held.',
				{ who: 'finance' }
			),
			risk(
				'no takers',
				[2, 3],
				'The last {hire left} of {hire} stay open because of the hours, not the pay',
				'Ask those who said no which hours they would take, and build from that.',
				'More pay for a bad pattern buys a quarter.'
			),
			risk(
				'back again',
				[3, 2],
				[
					'Those counted in {learn} go back to the old way within a month',
					'People are taught and go back to the old way within a month'
				],
				'Their leads watch one piece of real work each in weeks two, four and eight.',
				'Habits are older than courses.'
			),
			fromLibrary(
				31,
				'Days critical roles stand open',
				'{hire} closes with the days, not with the adverts.'
			),
			kpi(
				'seen in work',
				'People seen doing it in real work',
				['', 0, 'learn target', 'week'],
				'Of those counted in {learn}, whoever a lead or coach has watched do it once since the plan began.',
				'{learn now} is what was attended.'
			),
			kpi(
				'shown',
				'Hours a week leads spend showing and watching',
				['h', null, 2, 'week'],
				'Asked of each lead on Fridays; the mean.',
				'It moves first.'
			)
		],
		launch: [
			action(
				'run it',
				4,
				'Name who runs it the week after, and free them the month before',
				'Launch teams are staffed, the week after is not.'
			),
			action(
				'teach',
				9,
				[
					'Teach those who will be asked about it, in two hours, with the three hardest cases',
					'Teach those who will be asked about it, with the three hardest cases'
				],
				['By {milestone day} they are asked.', 'They are asked on the first day.'],
				{ gives: 'trained' }
			),
			action(
				'cover launch',
				13,
				'Plan the two weeks after: longer hours for whom, and when they rest',
				'The load comes after the day.'
			),
			milestone(
				'crew',
				0.4,
				'The crew that will run it has signed and met',
				'A notice period stands between this and the day.',
				{ gives: 'staffed' }
			),
			need(
				'access',
				'trainers',
				'Two trainers who built it and can explain it',
				'The builders are the busiest just then.',
				{ who: 'product' }
			),
			risk(
				'crew not there',
				[2, 3],
				'It is ready and those who should run it are not',
				'Stand-ins by name until {end}, agreed with their leads.',
				'Contracts are signed later than machines arrive.'
			),
			kpi(
				'crew ready',
				'Places of the running crew filled and taught',
				['%', null, 100, 'week'],
				'People who signed and passed the hardest case, of the places.',
				'It decides the day more than the technology.'
			)
		],
		process: [
			action(
				'who loses',
				5,
				'Name who loses influence or ease by the new way, and talk with each',
				'Resistance has reasons, and mostly good ones.'
			),
			action(
				'those who do it',
				8,
				[
					'Have the people who do it draw the new way for {gap}',
					'Have the people who do it draw the new way'
				],
				'They keep what they drew.'
			),
			action(
				'practise',
				13,
				'Practise it once with a real case and no computer',
				'What cannot be played cannot be lived.'
			),
			milestone(
				'habit',
				0.8,
				'Nobody has asked for the old way for two weeks',
				'That is when it is one’s own.'
			),
			time(
				'practice hours',
				0.5,
				'Half a day a week for practice, in paid hours',
				'After hours nobody learns.'
			),
			risk(
				'silent no',
				[3, 2],
				'Everybody nods and goes on as before',
				'Leads sit beside the work twice in the first fortnight.',
				'Nodding is free.'
			),
			kpi(
				'by the new way',
				'Cases handled in the new way without a reminder',
				['%', 0, 90, 'week'],
				'Of ten cases looked at each week.',
				'A habit is what happens unasked.'
			)
		],
		compliance: [
			action(
				'duties',
				5,
				'Write into each seat which duty under the rules it carries',
				'A duty of all is done by nobody.'
			),
			action(
				'teach short',
				9,
				'Teach it by ten real situations of twenty minutes, and keep who took part',
				'Slides about laws are not remembered, and records are asked for.'
			),
			action(
				'speak up',
				12,
				'Set up how somebody can speak up without their lead knowing',
				'It is asked for, and it finds things early.'
			),
			milestone(
				'all taught',
				0.6,
				'Everybody with a duty has passed the situations',
				'The record is evidence.',
				{ gives: 'trained' }
			),
			need(
				'tool',
				'training record',
				'One record of who was taught what and when',
				'It is the first thing an auditor wants.'
			),
			risk(
				'new joiners',
				[2, 2],
				'Those who join after the training know nothing of it',
				'It is part of the first week from now on.',
				'An auditor asks the newest.'
			),
			kpi(
				'taught',
				'People with a duty whose training is current',
				['%', null, 100, 'month'],
				'Passed within twelve months.',
				'A gap of one name is a finding.'
			)
		],
		other: [
			action(
				'who wants it',
				4,
				'Find the three people who want {priority} most, whatever their seat',
				'Things move where somebody wants them.'
			),
			action(
				'one seat',
				8,
				'Write into one seat that it is theirs',
				'In nobody’s seat it is a wish.'
			),
			action(
				'praise',
				14,
				'Agree what is noticed and thanked for when it moves',
				'People do what is seen.'
			),
			milestone('seat', 0.3, 'The seat is written and taken', 'All that follows hangs on it.'),
			time(
				'three people',
				0.5,
				'Half a day a week of each of the three who want it',
				'Wish needs hours.'
			),
			risk(
				'one more thing',
				[3, 2],
				'It is one more thing on top of everything',
				'For each new duty an old one is named that ends.',
				'Weeks are full.'
			),
			kpi(
				'hours',
				'Hours a week really spent on it',
				['h', null, 12, 'week'],
				'Asked on Fridays of those named, to the nearest hour.',
				'Nothing moves by itself.'
			)
		]
	},
	lanes: {
		cost: action(
			'lane',
			15,
			'Check which tasks in {priority} a less dearly paid seat could do as well',
			'The company competes on {lane}.'
		),
		innovation: action(
			'lane',
			15,
			'Give those on {priority} leave to fail at one thing, said aloud by their lead',
			'The company competes on {lane}: fear tries nothing.'
		),
		service: action(
			'lane',
			15,
			'Choose people for {priority} by how they speak of customers, before what they know',
			'The company competes on {lane}: knowledge can be taught.'
		)
	}
};
