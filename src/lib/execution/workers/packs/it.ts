import { action, kpi, milestone, need, phase, risk, time, type Pack } from '../pack.ts';

/** Which systems carry it, what they must be able to do, how safe they are and who keeps them. */
export const it: Pack = {
	department: 'it',
	always: [
		action(
			'systems',
			4,
			[
				'Name the systems {gap} is counted in and decided by, with an owner for each',
				'Name the systems {priority} runs on, with an owner for each'
			],
			[
				'All of them have to hold on the way from {gap now} to {gap target}.',
				'There is one nobody knew of.'
			]
		),
		action(
			'one number',
			7,
			[
				'Count {gap} from its source without a hand in between, and compare with {gap now}',
				'Count one number for {priority} from its source, without a hand in between'
			],
			'Typed numbers are late and kind.'
		),
		action(
			'alert',
			9,
			[
				'Set an alert for the day {gap} gets worse than {gap now}, to a person who may act',
				'Set an alert for the first sign of trouble, to a person who may act'
			],
			'An alert to all is read by nobody.'
		),
		action(
			'single point',
			11,
			[
				'Find the one machine, link or account whose loss would hurt as much as {risk}',
				'Find the one machine, link or account everything hangs on'
			],
			'It can be doubled before, not during.'
		),
		phase(
			'map',
			[0, 0.2],
			'Draw systems, interfaces and access for {priority} on one page',
			'It is argued about until it is drawn.'
		),
		milestone(
			'measured',
			0.35,
			['{gap} counts itself, daily', 'The number counts itself, daily'],
			'Steering by a number a month old is driving by the mirror.'
		),
		milestone(
			'restore',
			0.65,
			[
				'A restore of what {gap} depends on was tried and timed',
				'A restore of what it depends on was tried and timed'
			],
			'A backup is a hope until it was restored.'
		),
		time(
			'engineer',
			1,
			[
				'One day a week of an engineer on call for {count}: {count pace} are needed, {count so far}',
				'One day a week of an engineer for {priority}'
			],
			'Requests for IT come daily or not at all.',
			{ load: 'room' }
		),
		need(
			'access',
			'accounts',
			'Accounts and rights for those who work on {priority}, with an end date',
			'Rights that end need no tidying.'
		),
		risk(
			'peak change',
			[2, 3],
			[
				'A change to another system in the weeks before {end} breaks what {gap} depends on',
				'A change to another system breaks what this depends on'
			],
			'One calendar of changes; a freeze for the ten days that matter.',
			'Most failures follow a change nobody connected with it.'
		),
		risk(
			'shadow',
			[2, 2],
			[
				'A private spreadsheet becomes the truth about {gap}',
				'A private spreadsheet becomes the truth about {priority}'
			],
			'It is imported once, and then closed.',
			'They begin as help.'
		),
		kpi(
			'fresh',
			'Age of the number when the team meets',
			['days', null, 1, 'week'],
			'Days between the last count and the meeting.',
			'Old numbers steer to old places.',
			'down'
		),
		kpi(
			'requests',
			'Requests of the priority answered within two working days',
			['%', null, 95, 'week'],
			'Answered with a yes, a no or a day.',
			'It is where IT holds others up.'
		)
	],
	kinds: {
		growth: [
			action(
				'load test',
				6,
				[
					'Try what happens at {count target}: systems, licences, interfaces',
					'Try what happens at twice the load: systems, licences, interfaces'
				],
				'Growth finds the limit on its best day.'
			),
			action(
				'new customer',
				9,
				'Set up a new customer by one script instead of a list',
				'The list has been wrong before.'
			),
			action(
				'lead data',
				12,
				'Join marketing’s and sales’ records so that a lead is seen once',
				'The same customer is called twice.'
			),
			milestone('tested', 0.5, 'Twice today’s load has run for a day', 'Before customers try it.'),
			need(
				'money',
				'licences',
				'Licences for the users to come, at today’s price',
				'Prices rise with the renewal.',
				{ who: 'finance' }
			),
			risk(
				'manual setup',
				[2, 2],
				'Setting up customers by hand becomes the bottleneck',
				'Script the three steps that take longest first.',
				'It goes unnoticed until five come in a week.'
			),
			kpi(
				'setup',
				'Hours to set up a new customer',
				['h', null, 4, 'month'],
				'Hands-on hours from order to ready.',
				'It is IT’s share of growing.',
				'down'
			)
		],
		retention: [
			action(
				'signals',
				5,
				'Build the list of accounts whose use fell by a third in four weeks',
				'Use falls before notice is given.'
			),
			action(
				'one view',
				9,
				'Show tickets, use and invoices of an account on one page',
				'Those who talk to it see a third each.'
			),
			action(
				'slow spots',
				12,
				'Mend the three pages or jobs that accounts at risk wait for longest',
				'They wait daily and do not say.'
			),
			milestone(
				'list runs',
				0.4,
				'The list comes each Monday by itself',
				'By hand it comes twice.'
			),
			need(
				'access',
				'usage data',
				'Usage data by account, with the privacy of people kept',
				'Per person it may not be used.'
			),
			risk(
				'false alarm',
				[2, 1],
				'The list names healthy accounts and is ignored',
				'Compare with who left last year before it is sent.',
				'Three wrong names end its life.'
			),
			kpi(
				'caught',
				'Accounts that left and were on the list before',
				['%', null, 80, 'quarter'],
				'Of those that left in the quarter, named at least thirty days ahead.',
				'It says whether the list is worth reading.'
			)
		],
		reliability: [
			action(
				'detect',
				4,
				[
					'Measure for the last ten failures behind {gap}: until noticed, until found, until mended',
					'Measure for the last ten failures: until noticed, until found, until mended'
				],
				'Each third has another cure.'
			),
			action(
				'watchdog',
				6,
				'Put a watchdog on the parts that fail most, which restarts once and then calls',
				'Minutes at night are the cheap ones to win.'
			),
			action(
				'change gate',
				8,
				'Let no change out without a way back that was tried',
				'The last three failures tell why.'
			),
			milestone(
				'noticed first',
				0.45,
				'We notice nine of ten failures before a customer does',
				'Everything else begins there.'
			),
			need(
				'tool',
				'monitoring',
				'Monitoring of every site or service concerned, the same everywhere',
				'The unmonitored ones are the bad ones.'
			),
			risk(
				'old version',
				[2, 3],
				'Places on the old version fail before their turn comes',
				'Watch those more closely and keep a spare ready.',
				'Nobody looks after what will be replaced.'
			),
			kpi(
				'noticed',
				'Failures noticed by us first',
				['%', null, 95, 'week'],
				'Of all failures customers felt.',
				'It is the minutes nobody works on.'
			)
		],
		cost: [
			action(
				'unused licences',
				4,
				'List licences and machines nobody has used for sixty days, and end them',
				'It is the quickest saving there is.'
			),
			action(
				'top bills',
				7,
				[
					'Put the five largest IT bills beside what each does for {gap}',
					'Put the five largest IT bills beside what each is for'
				],
				'They renew by themselves.'
			),
			action(
				'automate one',
				12,
				[
					'Automate the one step behind {gap} that is done by hand most often',
					'Automate the one step that is done by hand most often'
				],
				'Hours are the larger bill.'
			),
			milestone('ended', 0.35, 'Unused licences are ended in writing', 'Before the next renewal.'),
			need(
				'access',
				'bills',
				'All contracts for software and cloud, with notice dates',
				'Some are on a credit card.',
				{ who: 'finance' }
			),
			risk(
				'cut backup',
				[1, 3],
				'Something is switched off that turns out to be the backup',
				'Off for two weeks before it is deleted.',
				'Nobody wrote down what it was for.'
			),
			kpi(
				'unused',
				'Licences paid for and not used',
				['%', null, 5, 'month'],
				'Without a sign-in for sixty days.',
				'It grows back if nobody looks.',
				'down'
			)
		],
		capacity: [
			action(
				'first day',
				4,
				'Have machine, account and rights ready on the first morning, for the starts to come',
				'The first day is remembered.'
			),
			action(
				'remote work',
				8,
				[
					'Check that those who come for {hire} can do the work from where they will sit',
					'Check that new people can do the work from where they will sit'
				],
				'Nights and other places need other access.'
			),
			action(
				'learn tool',
				11,
				'Set up a place to practise that looks like the real system and harms nothing',
				'People learn by trying.'
			),
			milestone(
				'ready to start',
				0.35,
				'All starts of the cycle are set up a week ahead',
				'Orders take that long.'
			),
			need(
				'money',
				'machines',
				'Machines for the people to come, ordered now',
				'Delivery is the long part.',
				{ who: 'finance' }
			),
			risk(
				'rights',
				[2, 2],
				'New people get the rights of whoever they sit beside',
				'Rights by seat, from a list the lead signs.',
				'Copied rights only grow.'
			),
			kpi(
				'day one',
				'New people able to work on the first morning',
				['%', null, 100, 'month'],
				'Asked at noon.',
				'A lost first day is a bad sign.'
			)
		],
		launch: [
			action(
				'inventory',
				3,
				[
					'Check the remaining {count left} for version, link and access, remotely',
					'Check every place concerned for version, link and access, remotely'
				],
				'The odd ones decide how long it takes.'
			),
			action(
				'one click',
				7,
				'Make install and way back one command each, tried twenty times',
				'By hand the twentieth differs.'
			),
			action(
				'night watch',
				12,
				'Watch the first night after each wave with the people who built it',
				'Faults show in the first night.'
			),
			milestone(
				'twenty tried',
				0.4,
				'Twenty installs and ways back without a hand in between',
				'Then waves can be larger.',
				{ gives: 'ready' }
			),
			need(
				'tool',
				'test bench',
				'A bench with one of each kind that is out there',
				'The kind that is missing is the one that fails.'
			),
			risk(
				'odd ones',
				[3, 2],
				[
					'Some of the remaining {count left} have old hardware or a closed network',
					'Some places have old hardware or a closed network'
				],
				'Find them by the inventory, and go there in person early.',
				'They cost half of the time.'
			),
			kpi(
				'first try',
				'Installs that work at the first try',
				['%', null, 98, 'week'],
				'Without a second visit or call.',
				'It sets how many fit into a week.'
			)
		],
		process: [
			action(
				'copies',
				5,
				[
					'Find every place where data of {gap} is typed a second time',
					'Find every place where data is typed a second time'
				],
				'A second typing is a wait and a fault.'
			),
			action(
				'join two',
				9,
				'Join the two systems between which most is copied',
				'One interface ends most of it.'
			),
			action(
				'time stamps',
				7,
				'Let the system write when each step begins and ends',
				'Waiting cannot be seen otherwise.'
			),
			milestone(
				'joined',
				0.6,
				'Nothing is copied between the two any more',
				'It is felt the next day.'
			),
			need(
				'access',
				'system owners',
				'An hour with the owner of each system',
				'They know the exports nobody uses.'
			),
			risk(
				'automated mess',
				[2, 2],
				'We automate steps that should have gone',
				'Only steps that are left after the walk-through are built.',
				'Scripts make steps immortal.'
			),
			kpi(
				'typed twice',
				'Fields typed a second time for each case',
				['', null, 2, 'month'],
				'Counted on ten cases.',
				'Each is a minute and a risk.',
				'down'
			)
		],
		compliance: [
			action(
				'access review',
				4,
				'Go through who may see what, and take away what no seat needs',
				'It is the finding with the most names.'
			),
			action(
				'patches',
				7,
				'List machines without this month’s patches, and why',
				'The list must exist and get shorter.'
			),
			action(
				'restore evidence',
				10,
				'Restore one system from backup and file the record',
				'It is asked for by day and time.'
			),
			milestone(
				'reviewed',
				0.45,
				'Access is reviewed for all systems in scope, signed by their owners',
				'Two months of evidence are needed after it.'
			),
			need(
				'tool',
				'evidence store',
				'One place for evidence with dates nobody can change',
				'Screenshots in mails are not evidence.'
			),
			risk(
				'scope',
				[2, 3],
				'A system in scope is found in the week of the audit',
				'Walk the bills and the network for systems nobody listed.',
				'There is always one on a card.'
			),
			kpi(
				'patched',
				'Machines in scope patched within thirty days',
				['%', null, 98, 'month'],
				'Of all machines in scope.',
				'It is counted by every auditor.'
			)
		],
		other: [
			action(
				'what data',
				4,
				'Say which data already tells something about {priority}',
				'There is more than people think.'
			),
			action(
				'simple sheet',
				7,
				'Set up the simplest shared record that will do for a month',
				'A system can come when it is worth one.'
			),
			action('rights', 10, 'Settle who may see and change it', 'It is harder later.'),
			milestone('record', 0.25, 'The record is in use', 'It is the memory of the rest.'),
			need(
				'tool',
				'shared record',
				'One shared record, no new system',
				'New systems outlive their reasons.'
			),
			risk(
				'tool hunt',
				[2, 1],
				'A month goes into choosing a tool',
				'No tool before the simple record hurts.',
				'Choosing feels like progress.'
			),
			kpi(
				'record kept',
				'Weeks in which the record was kept',
				['', 0, 4, 'week'],
				'Weeks with an entry from everybody concerned.',
				'It says whether anybody needs it.'
			)
		]
	},
	lanes: {
		cost: action(
			'lane',
			17,
			'Move what {priority} runs on to the cheapest place that is safe enough',
			'The company competes on {lane}.'
		),
		innovation: action(
			'lane',
			17,
			'Give those on {priority} a place to try things without asking',
			'The company competes on {lane}: asking takes a week.'
		),
		service: action(
			'lane',
			17,
			'Show whoever answers customers of {priority} all of that customer on one screen',
			'The company competes on {lane}.'
		)
	}
};
