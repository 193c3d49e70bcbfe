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

/** Who buys, what they are offered, what stands in the way, and what is honest to forecast. */
export const sales: Pack = {
	department: 'sales',
	always: [
		action(
			'named accounts',
			3,
			[
				'Put a name beside each account that {priority} touches, and one next step with a date',
				'Put a name beside each account that {priority} touches'
			],
			[
				'Without names {gap} stays a number: {gap now} today, {gap target} by {end}.',
				'An account without a name has no next step.'
			]
		),
		action(
			'ask why not',
			6,
			'Ask three customers who said no or not yet what would have to be true',
			[
				'They decide how much of the way from {gap now} to {gap target} can be gone by {end}.',
				'The reasons inside the house are guesses.'
			]
		),
		action(
			'what we may say',
			5,
			[
				'Agree with {owner} what sellers may promise about {priority}, and from which day',
				'Agree what sellers may promise about {priority}, and from which day'
			],
			'Sellers promise something either way; better what can be kept.'
		),
		action(
			'open risk',
			9,
			[
				'Bring the accounts it would hit if {risk} came true, with who talks to each',
				'Bring the five largest accounts it could hurt, with who talks to each'
			],
			'Customers forgive what they heard from us first.'
		),
		phase(
			'sort accounts',
			[0, 0.2],
			'Go through all accounts concerned, one by one, with whoever knows them',
			'The list is always different from what people think.'
		),
		milestone(
			'half way in contracts',
			0.5,
			[
				'Half of the way taken with customers: {gap} at {gap half}',
				'Half of the accounts concerned have taken their next step'
			],
			['Half the way by half the time that is left.', 'Later there is no time to choose others.']
		),
		milestone(
			'last talk',
			0.85,
			'Last decisive talks held; what is not agreed by then counts for the next cycle',
			['Signatures take weeks; {end} does not move.', 'Signatures take weeks.']
		),
		time(
			'selling time',
			1,
			[
				'One day a week of {head} in front of customers for this',
				'One day a week of a senior seller in front of customers for this'
			],
			'What the head of sales does not carry, nobody sells.'
		),
		need(
			'access',
			'customer records',
			'Account records that say who decides, when the contract ends and what was promised',
			'Half of it is in people’s heads.'
		),
		risk(
			'sold ahead',
			[2, 3],
			[
				'Sales promises more of {count} than can be delivered: {count pace} would be needed',
				'Sales promises more than can be delivered'
			],
			[
				'No date goes to a customer before operations confirms it; {count so far} is what has been shown.',
				'No date goes to a customer before operations has confirmed it.'
			],
			'The first broken promise costs the reference.'
		),
		risk(
			'quarter end',
			[2, 2],
			[
				'Discounts in the last weeks before {end} buy what would have come anyway',
				'Discounts buy what would have come anyway'
			],
			'Discounts above the agreed line need the finance seat.',
			'Customers learn to wait for them.'
		),
		kpi(
			'next steps',
			'Accounts concerned with a dated next step',
			['%', null, 100, 'week'],
			'Accounts on the list whose next step has a day and a person on both sides.',
			'It shows a stall a month before the number does.'
		),
		kpi(
			'decision makers met',
			'Decision-makers met in person',
			['', 0, 8, 'week'],
			'People who can sign, met since the plan began.',
			'Talks with those who cannot sign feel like progress.'
		)
	],
	kinds: {
		growth: [
			action(
				'rank',
				4,
				[
					'Rank the open candidates for the remaining {count left} by who can sign and when',
					'Rank the open opportunities by who can sign and when'
				],
				[
					'{count pace} are needed and {count so far}: not all of them are worth the weeks.',
					'Time spent on the wrong ones is the whole loss.'
				]
			),
			action(
				'mutual plan',
				9,
				'Write with each of the five nearest customers the steps to a signature, on one shared page',
				'A customer who edits the plan means it.'
			),
			action(
				'executive visit',
				14,
				'Have a member of the leadership team visit each of the five before the offer goes out',
				'A yes is given to a person.'
			),
			milestone(
				'offers out',
				0.45,
				[
					'Offers for all {count left} are with someone who can sign',
					'Offers are with someone who can sign'
				],
				'What is not offered by then is not signed by {end}.',
				{ needs: 'priced' }
			),
			need(
				'money',
				'trial credit',
				'A frame for paid trials that are credited at signature',
				'It lets a careful buyer begin.',
				{ who: 'finance' }
			),
			risk(
				'slip',
				[3, 2],
				['The last signatures fall after {end}', 'Signatures slip into the next quarter'],
				'Start purchasing and legal at the customer with the offer, not after the yes.',
				'Most late contracts were agreed in time.'
			),
			fromLibrary(6, 'Win rate', 'More offers at a lower rate is no growth.')
		],
		retention: [
			action(
				'renewal calendar',
				3,
				'Lay out all renewals of the next two quarters by value, date and how warm they are',
				'Renewals surprise only those who do not look.'
			),
			action(
				'early offer',
				10,
				'Offer the ten largest a renewal now, with something they want and we can give',
				[
					'Each one kept moves {gap} towards {gap target}.',
					'A renewal talked about in the last month is a negotiation.'
				]
			),
			action(
				'second contact',
				12,
				'Build a second contact in every account that hangs on one person',
				'When that person leaves, so does the account.'
			),
			milestone(
				'early ones',
				0.6,
				'The ten largest have renewed early or said why not',
				'A reason heard now can still be mended.'
			),
			need(
				'access',
				'account health',
				'Use, complaints and unpaid invoices of each account on one page, from customer success and finance',
				'The seller is often the last to know.'
			),
			risk(
				'price only',
				[2, 2],
				'Renewals are bought with price, and margin goes instead of customers',
				'Give length, scope or service before price.',
				'Cheap renewals come back cheaper.'
			),
			kpi(
				'early renewals',
				'Renewals agreed before their last sixty days',
				['%', null, 50, 'month'],
				'Contracts renewed, of those due this quarter, signed sixty days or more before their end.',
				'It moves before retention does.'
			)
		],
		reliability: [
			action(
				'accounts hit',
				3,
				[
					'List the accounts that felt {felt} at {felt now}, with what each of them pays and when it renews',
					'List the accounts that felt the failures, with what they pay and when they renew'
				],
				'The order of mending has a commercial side.'
			),
			action(
				'pause pitches',
				5,
				'Pause offers that promise a service level we do not reach today',
				[
					'{felt target} is promised, {felt now} is delivered.',
					'Each one signed is a penalty with a date.'
				]
			),
			action(
				'credit line',
				8,
				'Agree with finance what we offer a customer who was let down, before they ask',
				'A small thing offered is worth more than a large one claimed.'
			),
			milestone(
				'talks held',
				0.35,
				'Every account that was hit has had a talk with somebody who may decide',
				'They talk to each other by then.'
			),
			need(
				'money',
				'credits',
				'A frame for service credits, agreed with the finance seat',
				'Without it each case goes up the line.',
				{ who: 'finance' }
			),
			risk(
				'reference lost',
				[2, 3],
				[
					'A reference customer stops speaking for us while {felt} is below {felt target}',
					'A reference customer stops speaking for us'
				],
				'Call references before each use, and rest the ones that were hit.',
				'One lost reference is felt in every open offer.'
			),
			kpi(
				'offers held',
				'Open offers that promise no more than is delivered',
				['%', null, 100, 'week'],
				'Open offers whose service level is at or below last quarter’s real figure.',
				'It keeps new trouble out while the old is mended.'
			)
		],
		cost: [
			action(
				'cost to serve',
				6,
				'Name the ten accounts that cost most to serve for what they pay',
				'A few accounts usually hold most of it.'
			),
			action(
				'reprice',
				11,
				'Talk with each of the ten about scope or price, with the figures on the table',
				[
					'{gap left} is the distance; price closes some of it.',
					'Customers accept what they can follow.'
				]
			),
			action(
				'discount rule',
				5,
				'Put the discount rule on one line, and who may break it',
				'Discounts are the cost nobody enters.'
			),
			milestone(
				'repriced',
				0.7,
				'Five of the ten have a new scope or price',
				'It takes one billing period to be seen.'
			),
			need(
				'access',
				'cost by account',
				'Cost to serve by account from finance',
				'Without it the talk is about feelings.',
				{ who: 'finance' }
			),
			risk(
				'good ones leave',
				[2, 2],
				'Repricing drives off a customer we need',
				'Start with those whose loss would help.',
				'The loudest is not the dearest.'
			),
			kpi(
				'discount',
				'Mean discount on what is signed',
				['%', null, 10, 'month'],
				'Discount on list price, weighted by value.',
				'It is the margin that sales alone decides.',
				'down'
			)
		],
		capacity: [
			action(
				'who first',
				4,
				'Choose who is taught first: those whose customers decide soonest',
				'Skill is wanted where the next talk is.'
			),
			action(
				'ride along',
				9,
				[
					'Sit in on two customer talks of everybody being trained, and say one thing to change',
					'Sit in on two customer talks of each seller, and say one thing to change'
				],
				'People learn in the talk, not in the room.'
			),
			action('keep selling', 6, 'Share out the accounts of those in training for those days', [
				'{learn left} still go through {learn} while the quarter runs.',
				'A quarter does not wait for training.'
			]),
			milestone(
				'used in talks',
				0.7,
				'Everybody trained has used it with a customer, seen by somebody',
				'What is not used within a month is gone.',
				{ needs: 'trained' }
			),
			time(
				'coaches',
				1,
				'One day a week of two of the best sellers as coaches',
				'They are believed because they sell.'
			),
			risk(
				'old habit',
				[3, 2],
				'Under pressure people go back to selling the old way',
				'The forecast talk asks about the new way first, the number second.',
				'What the boss asks for is what is done.'
			),
			kpi(
				'observed',
				'Observed talks held in the new way',
				['%', null, 70, 'week'],
				'Of the talks a coach sat in on, those that followed what was taught.',
				'A certificate says who was there, this says who does it.'
			)
		],
		launch: [
			action(
				'first buyers',
				4,
				[
					'Name the first ten who should have it, and ask three of them',
					'Name the first ten customers who should have it, and ask three of them'
				],
				'A launch without buyers teaches nothing.'
			),
			action(
				'offer page',
				9,
				'Put the offer on one page: what, for whom, price, from which day, what it replaces',
				'Sellers offer what they can explain in two minutes.'
			),
			action(
				'old offers',
				12,
				'Decide what becomes of open offers for what it replaces',
				'Customers ask on the first day.'
			),
			milestone(
				'sellers ready',
				0.5,
				'Every seller has given the pitch once to somebody who says no well',
				'The first customer should not be the rehearsal.',
				{ needs: 'priced' }
			),
			need(
				'tool',
				'demo kit',
				'A demonstration sellers can give without an engineer',
				'Engineers are what runs out first.'
			),
			risk(
				'waiting',
				[2, 2],
				'Customers put off buying what there is, and wait',
				'Say what happens to those who buy now before saying what comes.',
				'An announced product is the best competitor of the present one.'
			),
			kpi(
				'first orders',
				'First customers who signed or said yes in writing',
				['', null, 5, 'week'],
				'Of the named ten.',
				'It proves that somebody wants it.'
			)
		],
		process: [
			action(
				'hand-over',
				5,
				'Write what an order must say before it leaves sales, and refuse the next one that lacks it',
				[
					'Part of {gap left} is asking back what the order did not say.',
					'Most rework begins with an incomplete order.'
				]
			),
			action(
				'seller hours',
				7,
				'Have three sellers note for a week what keeps them from customers',
				'The list is the case for the change.'
			),
			action(
				'one record',
				12,
				'Choose the one place where an account is true, and close the private lists',
				'Two records are none.'
			),
			milestone(
				'complete orders',
				0.5,
				'Nine in ten orders leave sales complete',
				'Everything behind it depends on that.'
			),
			need(
				'tool',
				'order check',
				'A check in the order form that names what is missing',
				'People forget; forms do not.'
			),
			risk(
				'slower yes',
				[2, 2],
				'The new way makes customers wait longer for an offer',
				'Measure the days to an offer from day one, and drop the step that adds most.',
				'A tidy process that loses orders is none.'
			),
			kpi(
				'first time right',
				'Orders complete at hand-over',
				['%', null, 90, 'week'],
				'Orders nobody had to ask back about.',
				'It measures the part sales owns.'
			)
		],
		compliance: [
			action(
				'contract terms',
				5,
				'Compare the last ten signed contracts with the terms the rules require',
				'Exceptions were made for good customers, and stayed.'
			),
			action(
				'who may sign',
				8,
				'Write down who may agree to terms that differ, and tell every seller',
				'An exception nobody allowed is the finding.'
			),
			action(
				'customers who ask',
				11,
				'List open deals that wait for the certificate, with their value',
				'It is what the effort is worth.'
			),
			milestone(
				'templates out',
				0.4,
				'Only the new contract templates can be found',
				'Old ones are used as long as they exist.'
			),
			need(
				'access',
				'counsel',
				'A lawyer’s answer within two days on terms customers change',
				'Sellers do not wait longer.',
				{ who: 'finance' }
			),
			risk(
				'lost over terms',
				[2, 2],
				'A deal fails because we no longer accept what we used to',
				'Offer a standard alternative for the three clauses customers change most.',
				'It is known beforehand which ones those are.'
			),
			kpi(
				'standard',
				'Contracts signed on the new terms',
				['%', null, 95, 'month'],
				'Contracts of the month without a term nobody was allowed to agree.',
				'One exception is one finding.'
			)
		],
		other: [
			action(
				'customer value',
				4,
				'Ask five customers whether they would pay for {priority}, and how much',
				'What nobody pays for sales cannot help.'
			),
			action(
				'revenue touched',
				8,
				'Write down which revenue depends on it, by account',
				'It says how loud sales should be.'
			),
			action(
				'seller brief',
				12,
				'Tell sellers in five lines what it is and what it is not',
				'They are asked first.'
			),
			milestone(
				'asked',
				0.3,
				'Five customers asked, answers with the team',
				'Before more is planned.'
			),
			need(
				'access',
				'five customers',
				'Five customers who speak openly',
				'Friendly ones say yes to everything.'
			),
			risk(
				'beside customers',
				[2, 2],
				'It goes ahead without any customer having been asked',
				'No milestone counts as done without a customer’s word on it.',
				'The surest way to be wrong is inside.'
			),
			kpi(
				'customers for it',
				'Customers who would pay for it',
				['', 0, 3, 'month'],
				'Of five asked, in their words.',
				'It is the cheapest proof there is.'
			)
		]
	},
	lanes: {
		cost: action(
			'lane',
			11,
			'Show the customer’s saving as one figure in every offer that touches {priority}',
			'The company competes on {lane}: buyers compare figures.'
		),
		innovation: action(
			'lane',
			11,
			'Offer {priority} first to the customers who like to be first',
			'The company competes on {lane}: early customers forgive and teach.'
		),
		service: action(
			'lane',
			11,
			'Name the person who answers for it in every offer that touches {priority}',
			'The company competes on {lane}: buyers buy a person.'
		)
	}
};
