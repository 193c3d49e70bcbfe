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

/** Who hears of it, in which words, with what proof, and what comes of being heard. */
export const marketing: Pack = {
	department: 'marketing',
	always: [
		action(
			'one sentence',
			3,
			'Write in one sentence what changes for customers when we {aim}, and read it to two of them',
			[
				'{felt} goes from {felt now} to {felt target}; a customer has to recognise what that is worth.',
				'People outside the team cannot repeat a project title.'
			],
			{ who: 'marketing' }
		),
		action(
			'proof',
			8,
			[
				'Collect three proofs customers may see that {felt} moves: a figure, a quote, a picture',
				'Collect three proofs of {priority} that customers may see: a figure, a quote, a picture'
			],
			[
				'It stood at {felt base} and is at {felt now}: the way already gone is the story.',
				'Claims without proof of our own persuade nobody.'
			]
		),
		action(
			'who must hear',
			6,
			'List who outside the team must hear of {priority}, from whom, and in which order',
			[
				'{gap} shall go from {gap now} to {gap target}: whoever notices on the way should have heard of it from us.',
				'Customers who learn of it from somebody else ask their contact, who was not told.'
			]
		),
		action(
			'answer to risk',
			7,
			[
				'Write what we say to customers if {risk} comes true',
				'Write the five questions customers will ask about {priority}, with answers'
			],
			'Words that are ready are calm; words written on the day are not.'
		),
		phase(
			'listen and write',
			[0, 0.25],
			'Listen to customers, then write the story of {priority}',
			'Their words carry further than ours.'
		),
		milestone(
			'story agreed',
			0.35,
			['Story and proof agreed with {owner}', 'Story and proof agreed by the team'],
			'One story, before anybody tells it.'
		),
		milestone(
			'told',
			0.8,
			[
				'Everybody on the list has heard it, with {felt target} as the promise',
				'Everybody on the list has heard it'
			],
			['Far enough before {end} to hear the answers.', 'A story told once is told to nobody.'],
			{ needs: 'ready' }
		),
		time(
			'writer',
			0.5,
			[
				'Half a day a week of a writer who may call customers, until {end}',
				'Half a day a week of a writer who may call customers'
			],
			'Story, proof and answers are writing, and writing needs hours.'
		),
		need(
			'access',
			'figures',
			[
				'The figures behind {felt}, fresh each week, cleared for use outside',
				'The weekly figures of {gap}, and two customers who agree to be named',
				'Two customers who agree to be named'
			],
			'Nothing may be published that nobody has checked.'
		),
		risk(
			'promise ahead',
			[2, 3],
			[
				'We tell customers {felt target} while {felt} is at {felt now}',
				'We tell the story of {priority} while {gap} is still at {gap now}',
				'We tell the story before it is true'
			],
			[
				'Publish only what was measured; {felt half} is the first number to tell.',
				'Publish only what was measured, with its date.'
			],
			'A promise seen through costs more than silence.'
		),
		risk(
			'two stories',
			[2, 2],
			[
				'Customers hear one story from us and another from whoever does the work',
				'Customers hear two stories about it'
			],
			'One page, dated, that sales and support read from as well.',
			'Whoever talks to customers most is rarely in the room when a story is written.'
		),
		kpi(
			'heard',
			'People on the list who have heard it and can say it back',
			['%', 0, 80, 'week'],
			'Of those on the list of who must hear, the share who named the change when asked.',
			'Sent is not heard.'
		),
		kpi(
			'proofs',
			'Proofs cleared for use outside',
			['', 0, 3, 'week'],
			'Figures, quotes and pictures that the customer and the accountable owner have cleared.',
			'Proof is what the story lacks first.'
		)
	],
	kinds: {
		growth: [
			action(
				'ideal customer',
				4,
				'Describe the customer who says yes: size, trigger, who signs, and who is not worth asking',
				[
					'{count left} of {count} are missing; the next ones must be chosen, not found.',
					'Growth aimed at everybody is paid for and not won.'
				]
			),
			action(
				'case',
				10,
				[
					'Write up the two best cases so far as one page each: before, after, in the customer’s numbers',
					'Write up the two best cases as one page each'
				],
				[
					'{gap now} is already there; each case is a reference for the next.',
					'A buyer believes another buyer.'
				]
			),
			action(
				'invite',
				14,
				[
					'Invite twenty named decision-makers to see it running at a customer’s',
					'Invite twenty named decision-makers to a customer’s'
				],
				'Seeing it at a peer’s answers the questions a brochure raises.'
			),
			milestone(
				'pipeline seen',
				0.6,
				[
					'Twenty invited, ten came, and each has a next step with sales',
					'The invited have come, and each has a next step'
				],
				'Later than this, nothing of it is signed by {end}.'
			),
			need(
				'money',
				'event',
				'Budget for two visits at customers’ sites and the travel of guests',
				'It is the one spend that reaches people who can sign.'
			),
			risk(
				'wrong leads',
				[2, 2],
				'Many leads come, of customers who never sign',
				'Sales says weekly which leads it took and why not the others.',
				'Volume is easy to show and fills nobody’s quarter.'
			),
			fromLibrary(5, 'Qualified leads created', 'It moves weeks before contracts do.')
		],
		retention: [
			action(
				'silent list',
				4,
				'List customers who got nothing from us but invoices for ninety days',
				'The silent ones leave without a complaint.'
			),
			action(
				'value letter',
				9,
				'Send every account due for renewal its own results of the year, on one page',
				[
					'Until {end} there is time to remind each of them of what they got.',
					'Nobody renews for what they have forgotten.'
				]
			),
			action(
				'stories of staying',
				15,
				'Film or write up two customers who renewed, on what nearly made them leave',
				'Doubt answered by a peer is answered.'
			),
			milestone(
				'letters out',
				0.5,
				'Every account due for renewal has its page of results',
				'It must arrive before the renewal talk, not after.'
			),
			need(
				'tool',
				'usage by account',
				'Usage and results by account, in a form that can be put into a letter',
				'Without it the page says what everybody’s says.'
			),
			risk(
				'noise',
				[2, 2],
				'Mails about everything drown the one that matters',
				'One sender and one message a month for each account, support excepted.',
				'Customers about to leave read less, not more.'
			),
			kpi(
				'opened',
				'Accounts that answered their page of results',
				['%', 0, 40, 'week'],
				'Accounts that replied, booked a talk or passed it on, of those written to.',
				'An answer is the first sign that somebody means to stay.'
			)
		],
		reliability: [
			action(
				'honest figure',
				4,
				[
					'Agree the one reliability figure we show customers, and how {felt now} is told today',
					'Agree the one reliability figure we show customers, good or bad'
				],
				'Customers have their own count; ours must match it.'
			),
			action(
				'incident words',
				7,
				'Write the notice for a failure: within the hour, what happened, what is safe, when we speak next',
				'What is remembered of a failure is how it was told.'
			),
			action(
				'claims check',
				5,
				'Take every claim about reliability off the site and slides that today’s figures do not bear out',
				[
					'{felt} is at {felt now}, not {felt target}.',
					'An old claim is the first thing an angry customer quotes.'
				]
			),
			milestone(
				'status public',
				0.65,
				'Customers see the figure and its history without asking',
				'Whoever can look does not have to call.',
				{ needs: 'supported' }
			),
			need(
				'tool',
				'status page',
				'A page of status fed by the monitoring, not by hand',
				'By hand it is late on the day it matters.'
			),
			risk(
				'told late',
				[2, 3],
				'A customer hears of a failure from theirs before from us',
				'The notice goes out with what is known; the cause follows.',
				'Silence is read as not knowing.'
			),
			kpi(
				'told in time',
				'Failures told to customers within the hour',
				['%', null, 95, 'week'],
				'Failures customers noticed of which they had a notice from us within sixty minutes.',
				'It is the part of reliability that words can mend.'
			)
		],
		cost: [
			action(
				'spend by outcome',
				5,
				'Put last quarter’s marketing spend beside what came of it, line by line',
				'Lines with nothing beside them are the saving.'
			),
			action('stop list', 8, 'Name the three activities we stop, and who is told', [
				'A share of {gap left} can come from here.',
				'A saving without a stop comes back next quarter.'
			]),
			action(
				'words of saving',
				12,
				'Write what customers will notice of the savings, and what they will not',
				'Rumours of cutting cost more than the cuts save.'
			),
			milestone(
				'stopped',
				0.4,
				'The three activities have stopped and their contracts are ended',
				'Contracts run on by themselves until somebody writes.'
			),
			need(
				'access',
				'contracts',
				'Notice periods of all agencies and subscriptions, on one sheet',
				'The notice period decides when a saving begins.'
			),
			risk(
				'cut seeds',
				[2, 2],
				'We cut what brings next year’s customers, because it shows nothing this quarter',
				'Keep what sales names as the source of its last ten contracts.',
				'Demand is lost a year before anybody sees it.'
			),
			fromLibrary(27, 'Payback of acquisition cost', 'It says whether cheaper is also better.')
		],
		capacity: [
			action(
				'why here',
				5,
				'Ask the last five who joined why they did, and write the advert for {hire} in their words',
				'Candidates believe those who came, not the employer.'
			),
			action(
				'role film',
				10,
				'Show the work behind {hire} as it is: one page or film of a week, shifts included',
				'Surprised people leave in the first ninety days.'
			),
			action(
				'one page',
				5,
				'Give everybody counted in {learn} one page to lay before a customer, tried by two of {learn now}',
				'What is learned has to survive the first question.'
			),
			action(
				'real talks',
				10,
				'Write up three real customer talks, one of them lost, for the {learn left} still to come',
				'People learn from talks that happened.'
			),
			action(
				'material',
				12,
				'Rewrite the material people are taught from, and strike what no longer holds',
				'Trained on old slides, people do the old thing.'
			),
			action(
				'ten questions',
				8,
				'Collect the ten questions those who are new to it fear most, with answers in plain words',
				'Fear of a question keeps people at what they know.'
			),
			action(
				'seen outside',
				15,
				'Show on our own pages what the team can do now that it could not before',
				'It draws customers and candidates alike.'
			),
			milestone(
				'material ready',
				0.3,
				'New material is in the hands of those who teach',
				'Teaching begins with it or without it.',
				{ gives: 'ready' }
			),
			need(
				'money',
				'adverts',
				'Budget for adverts for {hire} where such people really look',
				'The free channels reach those who are not looking.'
			),
			time(
				'teaching material',
				0.5,
				'Half a day a week of whoever writes the teaching material',
				'It is written at night otherwise, or not.'
			),
			risk(
				'pretty picture',
				[2, 2],
				'We promise a job or a skill that the first week contradicts',
				'Two people who do the work read every advert and slide first.',
				'Trust lost in week one is not won back.'
			),
			kpi(
				'material used',
				'Talks held with the new material',
				['%', 0, 90, 'week'],
				'Of the talks looked at each week, the share held with the new material.',
				'Old habits keep old slides.'
			)
		],
		launch: [
			action(
				'launch tier',
				3,
				'Decide how loud it shall be: told to those concerned, to all customers, or to the market',
				'Most launches deserve less noise and more care.'
			),
			action(
				'first users',
				8,
				[
					'Win five first users who speak about it after the first weeks, from the {count now} already there',
					'Win five first users who speak about it after the first weeks'
				],
				'A launch without users is an announcement.'
			),
			action(
				'site letter',
				11,
				[
					'Write to those of {count} still waiting: what comes, when, and what they must prepare',
					'Write to all it concerns: what comes, when, and what they must prepare'
				],
				[
					'{count left} wait for it; a date in writing is what they plan with.',
					'Whoever must prepare needs a date in writing.'
				],
				{ load: 'promise' }
			),
			milestone(
				'announced',
				0.7,
				['Announced, after {milestone}', 'Announced, when it is ready and support is'],
				'Announcing is the last step, not the first.',
				{ needs: 'ready' }
			),
			need(
				'access',
				'demo',
				'A version to show, that works without its makers in the room',
				'The demonstration decides what is written about it.'
			),
			risk(
				'loud and late',
				[2, 3],
				['We announce a day and {milestone} slips', 'We announce a day, and it slips'],
				'Announce a week only when the step before it is done; a day only when it is live.',
				'A date in public can only be missed.'
			),
			kpi(
				'active',
				'Of those told, who use it',
				['%', null, 60, 'week'],
				'Customers or sites that use it each week, of those who were told.',
				'Use is what a launch is for.'
			)
		],
		process: [
			action(
				'names',
				4,
				'Give the new way of working a name and a picture that fits on a door',
				'A process nobody can name is followed by nobody.'
			),
			action(
				'before and after',
				9,
				[
					'Draw the way before and after on one page, with {felt now} and {felt target}',
					'Draw the way before and after on one page'
				],
				'People change what they can see.'
			),
			action(
				'customer view',
				12,
				'Walk it as a customer would, and write down every word they get from us',
				'Letters and screens keep the old process alive.'
			),
			milestone(
				'words changed',
				0.6,
				'Letters, forms and pages say the new way',
				'Half-changed words send people back.'
			),
			need(
				'access',
				'all texts',
				'A list of every letter, form and page the process sends',
				'There is always one more than people think.'
			),
			risk(
				'inside only',
				[2, 2],
				'The change is told inside, and customers stumble over it',
				'One week ahead, tell those who will notice.',
				'Customers are part of most processes.'
			),
			kpi(
				'questions',
				'Questions customers ask about the change',
				['', null, 3, 'week'],
				'Messages a week that ask how it works now.',
				'Questions show where the words fail.',
				'down'
			)
		],
		compliance: [
			action(
				'claims register',
				6,
				'List every public claim that the rules touch, with its evidence and who keeps it',
				'Auditors read the website first.'
			),
			action(
				'consents',
				9,
				'Check that each address we write to has a consent we can show',
				'It is the fault of marketing most often fined.'
			),
			action(
				'trust page',
				14,
				'Write the page customers’ security and legal people ask for',
				'Each questionnaire it answers is a day saved for somebody.'
			),
			milestone(
				'claims clean',
				0.4,
				'Claims without evidence are gone or have it',
				'Before anybody from outside looks.'
			),
			need(
				'access',
				'legal reader',
				'A reader with a legal eye for one afternoon',
				'Some words are promises without looking like it.'
			),
			risk(
				'early badge',
				[2, 3],
				'We show a certificate before it is granted',
				'The badge goes up when the paper is on file, checked by its owner.',
				'It is false advertising, however near the audit is.'
			),
			kpi(
				'claims',
				'Public claims with evidence on file',
				['%', null, 100, 'month'],
				'Claims on the register with evidence that is less than a year old.',
				'One without is enough to fail.'
			)
		],
		other: [
			action(
				'audience',
				4,
				'Name the one audience that must think or do something else because of {priority}',
				'Without an audience there is nothing for marketing to do.'
			),
			action(
				'ask ten',
				9,
				'Ask ten of them what they think today, in their words',
				'It is the baseline of every later claim.'
			),
			action(
				'one channel',
				13,
				'Choose the one channel they really read, and leave the others',
				'Everywhere at once is nowhere.'
			),
			milestone(
				'ten asked',
				0.3,
				'Ten answers are in, written down as spoken',
				'What follows rests on it.'
			),
			need(
				'access',
				'ten people',
				'Ten people of that audience who may be called',
				'A list is the first obstacle.'
			),
			risk(
				'noise only',
				[2, 1],
				'We make noise about it and nothing changes',
				'Ask the same ten again before {end}.',
				'Activity is not a result.'
			),
			kpi(
				'changed',
				'Of the ten asked, who answer otherwise now',
				['', 0, 6, 'month'],
				'The same ten people, the same question.',
				'It is the only change marketing is for.'
			)
		]
	},
	lanes: {
		cost: action(
			'lane',
			10,
			'Say the price or the saving first in every text about {priority}',
			'The company competes on {lane}: customers look for the figure.'
		),
		innovation: action(
			'lane',
			10,
			'Say in every text about {priority} what could not be done before',
			'The company competes on {lane}: customers look for what is new.'
		),
		service: action(
			'lane',
			10,
			'Put the name and face of a person into every text about {priority}',
			'The company competes on {lane}: customers look for who answers.'
		)
	}
};
