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

/** Which customers feel it, what they were promised, who talks to them and what they say. */
export const customerSuccess: Pack = {
	department: 'customer-success',
	always: [
		action(
			'who feels it',
			3,
			[
				'List the customers who feel {felt} at {felt now}, ordered by what they pay and how long they have waited',
				'List the customers who feel {priority}, by what they pay and how long they have waited'
			],
			'Not all of them feel it alike.'
		),
		action(
			'call first',
			5,
			'Call the three customers it matters to most, and ask what good would look like by {end}',
			[
				'We count {gap}, at {gap now} with {gap target} wanted; their measure may not be ours.',
				'Their measure may not be ours.'
			]
		),
		action(
			'dates given',
			9,
			[
				'Give every customer behind {count} a date for their turn: {count left} are left',
				'Give every customer concerned a date, or a date for a date'
			],
			[
				'{count pace} is what such dates promise.',
				'Waiting without a date is what wears people out.'
			],
			{ load: 'promise' }
		),
		action(
			'warn',
			8,
			[
				'Tell the customers it would hit what we do in case {risk} comes true',
				'Tell customers what will go less well in the meantime'
			],
			'Warned they plan, surprised they complain.'
		),
		phase(
			'listen',
			[0, 0.3],
			'Talk with every customer concerned once, and write down their words',
			'The list of wishes made inside is shorter and wrong.'
		),
		milestone(
			'heard back',
			0.6,
			[
				'Every customer concerned has heard what changed: {felt half} of {felt}, and what that means for them',
				'Every customer concerned has heard what {priority} changed for them'
			],
			'Half-way news keeps patience.',
			{ gives: 'supported' }
		),
		milestone(
			'confirmed',
			0.95,
			[
				'Three customers confirm in writing that {felt target} is what they feel',
				'Three customers confirm in writing, before {end}, that they feel it',
				'Three customers confirm in writing that they feel it'
			],
			'It is done when they say so.'
		),
		time(
			'named',
			1,
			'One day a week of a named contact for the customers concerned',
			'They need somebody who remembers the last talk.'
		),
		need(
			'tool',
			'one record',
			[
				'One record for each customer concerned: {felt}, promises, last talk',
				'One record for each customer concerned: promises, last talk, next date'
			],
			'Three people call the same customer otherwise.'
		),
		risk(
			'tired customer',
			[2, 3],
			[
				'A customer loses patience before {felt} reaches {felt target}',
				'A customer loses patience before {milestone} on {milestone day}',
				'A customer loses patience before it is done'
			],
			'A talk every fortnight with the five that matter most, whether there is news or not.',
			'It is decided in the silence between two mails.'
		),
		risk(
			'two messages',
			[2, 2],
			'Support and site teams tell customers different dates for {priority}',
			'Dates live in one list, and nobody quotes from memory.',
			'The later date is forgotten, the earlier one is not.'
		),
		kpi(
			'spoken to',
			'Customers concerned spoken to in the last fourteen days',
			['%', null, 100, 'week'],
			'By voice or in person.',
			'Silence shows here first.'
		),
		kpi(
			'dates kept',
			'Dates given to customers that were kept',
			['%', null, 95, 'week'],
			'Of the dates that fell in the week.',
			'It is what trust is made of.'
		)
	],
	kinds: {
		growth: [
			action(
				'ready to grow',
				4,
				[
					'Mark which of {count} are happy enough today to sign or buy more',
					'Mark which customers are happy enough today to sign or buy more'
				],
				'Unhappy ones sign nothing, and say so to others.'
			),
			action(
				'references',
				8,
				'Ask four happy customers to speak with four who hesitate',
				'A peer’s word is worth ten of ours.'
			),
			action(
				'onboard plan',
				11,
				[
					'Write the first sixty days of a new customer, for the {count left} to come',
					'Write the first sixty days of a new customer'
				],
				'What is sold in haste is lost in the first sixty days.'
			),
			milestone(
				'references met',
				0.5,
				'The four talks between customers were held',
				'Offers are decided after them.'
			),
			need(
				'access',
				'offer list',
				'The list of open offers, weekly',
				'Success hears of a customer on the day of go-live otherwise.',
				{ who: 'sales' }
			),
			risk(
				'promised by others',
				[2, 2],
				'New customers come with promises nobody wrote down',
				'A hand-over talk of three before each signature.',
				'They remember every word.'
			),
			kpi(
				'first result',
				'New customers with a first result in thirty days',
				['%', null, 80, 'month'],
				'A result the customer named beforehand.',
				'It decides whether growth stays.'
			)
		],
		retention: [
			action(
				'health list',
				3,
				[
					'Rate every account red, amber or green by use, unanswered complaints and last talk',
					'Rate every account red, amber or green by use, complaints and last talk'
				],
				[
					'{gap} is at {gap now}: the reds of today are next quarter’s.',
					'The reds of today are next quarter’s losses.'
				]
			),
			action(
				'red plans',
				6,
				'Write for each red account one page: why, who decides there, what we do by when',
				'One plan for all saves none.'
			),
			action(
				'exit talks',
				9,
				'Call five who left, and ask when they first thought of it',
				'The moment is always earlier than the notice.'
			),
			milestone(
				'reds halved',
				0.6,
				'Half of the red accounts are amber or better, by their own word',
				'In time for their renewals.'
			),
			need(
				'money',
				'visits',
				'Travel to each red account once',
				'Nobody leaves the person who came.',
				{ who: 'finance' }
			),
			risk(
				'late notice',
				[2, 3],
				'A large account has decided already and not told us',
				'The chief executive calls the five largest this month.',
				'Those at the top speak to each other only.'
			),
			fromLibrary(8, 'Net revenue retention', [
				'It is what {gap target} has to show up in.',
				'It is what the priority has to show up in.'
			])
		],
		reliability: [
			action(
				'worst hit',
				3,
				'Visit the four customers who were hit worst, with somebody who can mend it',
				'A visit with an engineer ends most anger.'
			),
			action(
				'weekly figure',
				7,
				[
					'Send each customer concerned their own {felt} each week, good or bad',
					'Send each customer concerned their own figure each week, good or bad'
				],
				['{felt now} is a mean; theirs may be far from it.', 'They keep their own count anyway.']
			),
			action(
				'priority queue',
				9,
				'Put failures at the worst-hit customers first in the queue, by rule',
				'In order of arrival they lose again.'
			),
			milestone(
				'worst better',
				0.55,
				'The four worst hit say it is better',
				'They decide what others hear.'
			),
			need(
				'access',
				'incident feed',
				'A notice of each failure to the customer’s contact within five minutes',
				'The contact must know before the phone rings.',
				{ who: 'it' }
			),
			risk(
				'escalates',
				[2, 3],
				'A customer takes it to our board or the press',
				'The named contact may promise a visit within two days.',
				'It happens when nobody may decide.'
			),
			kpi(
				'hit twice',
				'Customers hit twice in thirty days',
				['', null, 0, 'week'],
				'Customers with two failures they noticed.',
				'Once is forgiven.',
				'down'
			)
		],
		cost: [
			action(
				'calls',
				4,
				[
					'Sort a month of calls and visits behind {gap} by what would have spared them',
					'Sort a month of calls and visits by what would have spared them'
				],
				'A third could usually be spared.'
			),
			action(
				'self help',
				9,
				'Write the ten answers asked for most, where customers look',
				'They would rather not call.'
			),
			action(
				'remote first',
				7,
				[
					'Try every case remotely for thirty minutes before a visit is booked',
					'Try every case remotely before a visit is booked'
				],
				'The visit is the dear part.'
			),
			milestone(
				'visits down',
				0.6,
				[
					'{gap} at {gap half}, and no customer complained of it',
					'A fifth fewer calls or visits than in the first week'
				],
				'It shows whether the saving is real.'
			),
			need(
				'tool',
				'remote view',
				'A view of the customer’s system from here',
				'Without it remote means asking.',
				{ who: 'it' }
			),
			risk(
				'feels cheap',
				[2, 2],
				'Customers feel pushed off to a help page',
				'A person is always one click away, and answers within the hour.',
				'Saved calls can be lost accounts.'
			),
			kpi(
				'solved remote',
				'Cases solved without a visit',
				['%', null, 80, 'week'],
				'Closed cases nobody travelled for.',
				'It is the saving and the speed at once.'
			)
		],
		capacity: [
			action(
				'load',
				4,
				'Count accounts and hours for each contact, and mark who is above the line',
				'Overloaded contacts answer the loud.'
			),
			action(
				'tiers',
				8,
				'Decide which customers have a person and which a team',
				'Everybody having a person means nobody has.'
			),
			action(
				'share knowledge',
				11,
				'Write down for the ten largest customers what only their contact knows',
				'It leaves with the contact.'
			),
			milestone('rebalanced', 0.8, 'No contact is above the line', 'Before the next peak.', {
				needs: 'staffed'
			}),
			time(
				'cover',
				1,
				'One day a week of cover while people learn',
				'Customers do not wait for courses.'
			),
			risk(
				'gap felt',
				[2, 2],
				[
					'Customers feel that {hire} is at {hire now}: answers come later',
					'Customers feel the shortage: answers come later'
				],
				'Tell them which answer time holds until it is over.',
				'A longer time that is kept is better than a short one that is not.'
			),
			kpi(
				'load',
				'Accounts for each contact',
				['', null, 18, 'month'],
				'Mean over contacts.',
				'Above the line everything slips.',
				'down'
			)
		],
		launch: [
			action(
				'order',
				3,
				[
					'Order the remaining {count left} of {count} by who needs it most and who is ready',
					'Order the customers by who needs it most and who is ready'
				],
				'Need and readiness are two lists.'
			),
			action(
				'prepare',
				7,
				'Send each of the next ten a list of what they must prepare, and call a week later',
				'Most delays are on their side, and nobody asked.'
			),
			action(
				'hot line',
				12,
				'Man one number for the two weeks after each wave with somebody who built it',
				'The first two weeks decide what is said.'
			),
			milestone(
				'wave happy',
				0.6,
				'First wave asked after two weeks, and eight in ten would do it again',
				'The second wave hears it from them.'
			),
			need(
				'access',
				'builders',
				'One builder a week beside support',
				'Answers in minutes, not tickets.',
				{ who: 'product' }
			),
			risk(
				'not ready',
				[3, 2],
				[
					'Customers among {count left} are not prepared on their day',
					'Customers are not prepared on their day'
				],
				'Two days before: a call through the list, or the day goes to the next.',
				'An empty day is gone.'
			),
			kpi(
				'prepared',
				'Customers prepared two days before their turn',
				['%', null, 95, 'week'],
				'All points of the list ticked.',
				'It is what days are lost by.'
			)
		],
		process: [
			action(
				'journey',
				5,
				'Ask five customers to tell the process from their side, from first call to last bill',
				'Hand-overs are felt by them.'
			),
			action(
				'promise',
				8,
				[
					'Tell customers one time they can count on, from {felt now} down in steps',
					'Tell customers one time they can count on'
				],
				'A steady time beats a fast one.'
			),
			action(
				'stuck',
				11,
				'Call everybody whose case has not moved for five days',
				'It finds the bottleneck and keeps the customer.'
			),
			milestone(
				'time kept',
				0.6,
				'The time told was kept for four weeks in nine of ten cases',
				'Only then is it shortened.'
			),
			need(
				'access',
				'case state',
				'Where each case stands, for whoever picks up the phone',
				'Asking back is half of the wait.'
			),
			risk(
				'new gaps',
				[2, 2],
				'The new way loses customers between two departments',
				'One name stays with the case from start to end.',
				'Gaps are between people.'
			),
			kpi(
				'asks',
				'Customers who have to ask where their case is',
				['%', null, 10, 'week'],
				'Cases with a message asking for news.',
				'It counts waits that hurt.',
				'down'
			)
		],
		compliance: [
			action(
				'asked for',
				4,
				'List the customers who ask for the certificate, by renewal date',
				'It sets the day that matters.'
			),
			action(
				'questionnaires',
				8,
				'Answer the questionnaires that lie open from one set of answers',
				'Different answers are found.'
			),
			action(
				'data of theirs',
				11,
				'Tell customers which data of theirs we hold, where, and whom to ask',
				'It is theirs to know.'
			),
			milestone('answered', 0.5, 'No questionnaire is older than ten days', 'Deals wait for them.'),
			need('access', 'answer set', 'One approved set of answers', 'Support should not write law.', {
				who: 'it'
			}),
			risk(
				'customer audit',
				[2, 2],
				'A customer audits us before we are ready',
				'A rehearsed half-day with names and rooms.',
				'They have the right to it in the contract.'
			),
			kpi(
				'questionnaire days',
				'Days to answer a security questionnaire',
				['days', null, 7, 'month'],
				'Median of those answered.',
				'It is what a deal waits for.',
				'down'
			)
		],
		other: [
			action(
				'notice',
				4,
				'Ask three customers whether they would notice {priority}',
				'Their no is worth knowing.'
			),
			action(
				'promised',
				7,
				'Look for what customers were ever promised about it',
				'Somebody always was.'
			),
			action(
				'tell one',
				12,
				'Show one customer what there is, and be silent',
				'What they ask is the plan.'
			),
			milestone('shown', 0.4, 'One customer has seen it', 'Until then it is ours alone.'),
			need('access', 'patient customer', 'One customer with patience', 'Every company has one.'),
			risk(
				'disturbs',
				[1, 2],
				'It disturbs customers who gain nothing by it',
				'They are asked last, and may say no.',
				'Change costs them too.'
			),
			kpi(
				'noticed',
				'Customers who noticed something better unasked',
				['', 0, 3, 'month'],
				'Said so in a talk, written down with the day.',
				'Unasked is the honest kind.'
			)
		]
	},
	lanes: {
		cost: action(
			'lane',
			12,
			'Ask customers of {priority} which part of our service they would give up for a lower price',
			'The company competes on {lane}.'
		),
		innovation: action(
			'lane',
			12,
			'Invite three customers into {priority} before it is finished',
			'The company competes on {lane}: they want to be first.'
		),
		service: action(
			'lane',
			12,
			'Set for {priority} the time in which a person answers, and tell customers',
			'The company competes on {lane}: they count minutes.'
		)
	}
};
