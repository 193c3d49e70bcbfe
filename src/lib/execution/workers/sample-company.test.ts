import { describe, expect, test } from 'vitest';
import { people } from '../../server/sample/people.ts';
import { priorities } from '../../server/sample/strategy.ts';
import { writeRow } from './a-row-in-words.ts';
import type { Department } from './departments.ts';
import { draftPlan } from './draft-plan.ts';
import { samplePictures } from './sample-pictures.ts';

type Sample = keyof typeof samplePictures;
const written = (worker: Department, of: Sample) =>
	draftPlan(worker, samplePictures[of]).rows.map((row) => writeRow(row, samplePictures[of].people));

test('the pictures are of the priorities and people the sample company has', () => {
	for (const { key, title, owner } of priorities)
		expect(samplePictures[key]).toMatchObject({ title, owner });
	const team = people.filter(({ role }) => role !== 'observer');
	for (const { key, name, title } of team)
		expect(samplePictures.uptime.people).toContainEqual(
			expect.objectContaining({ id: key, name, seats: [title] })
		);
});

describe('in the week of 19 November', () => {
	test('Operations drafts for “Reach 99% fleet uptime”', () => {
		expect(written('operations', 'uptime')).toEqual([
			'action: Sort every minute lost since the cycle began by cause and place, behind 98.4% | Tue 24 Nov, David',
			'action: Split “Fleet uptime” by site, shift or order, and name the four worst | Wed 25 Nov, David',
			'action: Break 0.6 points of “Fleet uptime” down into what has to happen each week until 31 Dec | Fri 27 Nov, David',
			'action: Put the twelve parts that fail most on the worst sites, and a name on each door | Mon 30 Nov, David',
			'action: Put the remaining 21 sites of “Sites on gateway firmware 4” into waves, the hardest not last | Mon 30 Nov, David',
			'action: Free the step that holds up “Havenport and Brixholm unfrozen” on 4 Dec | Tue 1 Dec, David',
			'action: Ask each place for two windows for changes, and freeze everything outside them | Wed 2 Dec, David',
			'action: Write the way back in case “Access windows close on 18 December for peak season” comes true, and try it once | Thu 3 Dec, David',
			'action: Ask the customers concerned by “Reach 99% fleet uptime” afterwards, by voice, within two days | Wed 9 Dec, David',
			'timeline: Work on the four worst places of “Fleet uptime” before any other | Fri 20 Nov to Fri 4 Dec, David',
			'timeline: “Fleet uptime” holds 98.7% for two weeks | Thu 10 Dec, David',
			'timeline: Three weeks in a row with “Fleet uptime” at 99.0% or better | Mon 28 Dec, David',
			'timeline: Hold 99.0% with the ordinary crew, without the helpers | Mon 21 Dec to Thu 31 Dec, David',
			'resource: Two days a week of a crew lead for “Sites on gateway firmware 4”: 3.6 a week are needed, 2.1 a week so far | 11.5 days, David',
			'resource: Overtime and travel until 31 Dec, asked for before it is spent | money, Priya',
			'resource: Critical spares for the four worst places | money, Priya',
			'risk: Daily work takes the people who should move “Fleet uptime” | 3 × 2, Two fixed half-days a week that the team keeps free together. David',
			'risk: “Fleet uptime” gets better and something beside it worse | 2 × 2, Watch “Mean time to recover” beside it each week. David',
			'risk: A watchdog restarts what fails and hides a worse fault | 2 × 3, Count restarts by place; the third in a week is looked into, not restarted. David',
			'risk: Windows close before 31 Dec and 21 sites are not through | 3 × 3, Two windows for each, the second as a reserve; those who close first go first. David',
			'kpi: Steps of the weekly plan done in their week | ? to 85% a week, David',
			'kpi: Causes that came back after they were mended | ? to 0 a week, David',
			'kpi: Service availability | ? to ? a week, David'
		]);
	});

	test('Sales drafts for “Convert ten pilots to throughput contracts”', () => {
		expect(written('sales', 'pilots')).toEqual([
			'action: Put a name beside each account that “Convert ten pilots to throughput contracts” touches, and one next step with a date | Tue 24 Nov, Tomás',
			'action: Rank the open candidates for the remaining 4 pilots by who can sign and when | Wed 25 Nov, Tomás',
			'action: Agree what sellers may promise about “Convert ten pilots to throughput contracts”, and from which day | Thu 26 Nov, Tomás',
			'action: Ask three customers who said no or not yet what would have to be true | Fri 27 Nov, Tomás',
			'action: Bring the accounts it would hit if “Finance at two pilots freezes spending in December” came true, with who talks to each | Wed 2 Dec, Tomás',
			'action: Write with each of the five nearest customers the steps to a signature, on one shared page | Wed 2 Dec, Tomás',
			'action: Name the person who answers for it in every offer that touches “Convert ten pilots to throughput contracts” | Fri 4 Dec, Tomás',
			'action: Have a member of the leadership team visit each of the five before the offer goes out | Wed 9 Dec, Tomás',
			'timeline: Go through all accounts concerned, one by one, with whoever knows them | Fri 20 Nov to Mon 30 Nov, Tomás',
			'timeline: Offers for all 4 pilots are with someone who can sign | Wed 9 Dec, Tomás',
			'timeline: Half of the way taken with customers: “Pilots converted to contract” at 8 pilots | Thu 10 Dec, Tomás',
			'timeline: Last decisive talks held; what is not agreed by then counts for the next cycle | Thu 24 Dec, Tomás',
			'resource: One day a week of Tomás Herrera in front of customers for this | 6 days, Tomás',
			'resource: Account records that say who decides, when the contract ends and what was promised | access, Tomás',
			'resource: A frame for paid trials that are credited at signature | money, Priya',
			'risk: Sales promises more of “Pilots converted to contract” than can be delivered: 0.7 a week would be needed | 2 × 3, No date goes to a customer before operations confirms it; 0.9 a week so far is what has been shown. Tomás',
			'risk: Discounts in the last weeks before 31 Dec buy what would have come anyway | 2 × 2, Discounts above the agreed line need the finance seat. Tomás',
			'risk: The last signatures fall after 31 Dec | 3 × 2, Start purchasing and legal at the customer with the offer, not after the yes. Tomás',
			'kpi: Accounts concerned with a dated next step | ? to 100% a week, Tomás',
			'kpi: Decision-makers met in person | 0 to 8 a week, Tomás',
			'kpi: Win rate | ? to ? a month, Tomás'
		]);
	});

	test('HR drafts for “Open the remote operations centre in Tilburg”', () => {
		expect(written('hr', 'centre')).toEqual([
			'action: Write for each of 2 people missing in “Night cover staffed and signed” what that person must have done before, in five lines | Tue 24 Nov, Aisha',
			'action: List by name whose week changes when we open the remote operations centre in Tilburg, and what each must stop doing | Wed 25 Nov, Aisha',
			'action: Name who runs it the week after, and free them the month before | Wed 25 Nov, Aisha',
			'action: Talk with Jonas Brandt about what to hand over to have time for “Open the remote operations centre in Tilburg” | Thu 26 Nov, Aisha',
			'action: Compare what “Night cover staffed and signed” asks of people with what they can do today, person by person | Tue 1 Dec, Aisha',
			'action: Teach those who will be asked about it, in two hours, with the three hardest cases | Wed 2 Dec, Aisha',
			'action: Ask the people nearest to “Two night leads have not signed” what they see coming | Thu 3 Dec, Aisha',
			'action: Plan the two weeks after: longer hours for whom, and when they rest | Tue 8 Dec, Aisha',
			'action: Choose people for “Open the remote operations centre in Tilburg” by how they speak of customers, before what they know | Thu 10 Dec, Aisha',
			'timeline: Write for each seat in “Open the remote operations centre in Tilburg” what it decides, does and is told | Fri 20 Nov to Wed 2 Dec, Aisha',
			'timeline: Everybody named for “Night cover staffed and signed” has said yes to their part, in their words | Fri 4 Dec, Aisha',
			'timeline: The crew that will run it has signed and met | Mon 7 Dec, Aisha',
			'timeline: Talk with those who carry “Night cover staffed and signed”: what holds, what wears out, before 31 Dec | Fri 18 Dec, Aisha',
			'resource: Half a day a week of an HR partner beside Jonas Brandt | 3 days, Aisha',
			'resource: Hours of a recruiter for “Night cover staffed and signed”: 0.3 a week are needed, 1.4 a week so far | access, Aisha',
			'resource: Two trainers who built it and can explain it | access, Ines',
			'risk: Jonas Brandt falls ill or leaves, and all of it stands still | 2 × 3, Name a deputy this week who joins the talks from now on. Aisha',
			'risk: The push to 12 people by 31 Dec wears out the people who carry it | 2 × 2, After each stretch a week without extra hours, agreed beforehand. Aisha',
			'risk: It is ready and those who should run it are not | 2 × 3, Stand-ins by name until 31 Dec, agreed with their leads. Aisha',
			'risk: The last 2 people of “Night cover staffed and signed” stay open because of the hours, not the pay | 2 × 3, Ask those who said no which hours they would take, and build from that. Aisha',
			'kpi: People named who have accepted their part | 0% to 100% a week, Aisha',
			'kpi: Seats of the priority with a deputy who knows the work | ? to 2 a month, Aisha',
			'kpi: Places of the running crew filled and taught | ? to 100% a week, Aisha'
		]);
	});

	test('IT drafts for “Ship gateway firmware 4 to every site”', () => {
		expect(written('it', 'firmware')).toEqual([
			'action: Check the remaining 21 sites for version, link and access, remotely | Tue 24 Nov, Kenji',
			'action: Name the systems “Sites on gateway firmware 4” is counted in and decided by, with an owner for each | Wed 25 Nov, Kenji',
			'action: Count “Sites on gateway firmware 4” from its source without a hand in between, and compare with 17 sites | Mon 30 Nov, Kenji',
			'action: Make install and way back one command each, tried twenty times | Mon 30 Nov, Kenji',
			'action: Set an alert for the day “Sites on gateway firmware 4” gets worse than 17 sites, to a person who may act | Wed 2 Dec, Kenji',
			'action: Find the one machine, link or account whose loss would hurt as much as “Ostrava Pharma is audited and gives no window” | Fri 4 Dec, Kenji',
			'action: Watch the first night after each wave with the people who built it | Mon 7 Dec, Kenji',
			'action: Show whoever answers customers of “Ship gateway firmware 4 to every site” all of that customer on one screen | Fri 11 Dec, Kenji',
			'timeline: Draw systems, interfaces and access for “Ship gateway firmware 4 to every site” on one page | Fri 20 Nov to Mon 30 Nov, Kenji',
			'timeline: “Sites on gateway firmware 4” counts itself, daily | Fri 4 Dec, Kenji',
			'timeline: Twenty installs and ways back without a hand in between | Mon 7 Dec, Kenji',
			'timeline: A restore of what “Sites on gateway firmware 4” depends on was tried and timed | Wed 16 Dec, Kenji',
			'resource: One day a week of an engineer on call for “Sites on gateway firmware 4”: 3.6 a week are needed, 2.4 a week so far | 6 days, Kenji',
			'resource: Accounts and rights for those who work on “Ship gateway firmware 4 to every site”, with an end date | access, Kenji',
			'resource: A bench with one of each kind that is out there | tool, Kenji',
			'risk: A change to another system in the weeks before 31 Dec breaks what “Sites on gateway firmware 4” depends on | 2 × 3, One calendar of changes; a freeze for the ten days that matter. Kenji',
			'risk: A private spreadsheet becomes the truth about “Sites on gateway firmware 4” | 2 × 2, It is imported once, and then closed. Kenji',
			'risk: Some of the remaining 21 sites have old hardware or a closed network | 3 × 2, Find them by the inventory, and go there in person early. Kenji',
			'kpi: Age of the number when the team meets | ? to 1 days a week, Kenji',
			'kpi: Requests of the priority answered within two working days | ? to 95% a week, Kenji',
			'kpi: Installs that work at the first try | ? to 98% a week, Kenji'
		]);
	});

	test('Marketing drafts for “Retrain the sales team to sell outcomes”', () => {
		expect(written('marketing', 'selling')).toEqual([
			'action: Write in one sentence what changes for customers when we retrain the sales team to sell outcomes, and read it to two of them | Tue 24 Nov, Leila',
			'action: Give everybody counted in “Reps certified” one page to lay before a customer, tried by two of 27 reps | Thu 26 Nov, Leila',
			'action: List who outside the team must hear of “Retrain the sales team to sell outcomes”, from whom, and in which order | Fri 27 Nov, Leila',
			'action: Write what we say to customers if “Reps go back to hardware quotes at the end of the quarter” comes true | Mon 30 Nov, Leila',
			'action: Collect three proofs of “Retrain the sales team to sell outcomes” that customers may see: a figure, a quote, a picture | Tue 1 Dec, Leila',
			'action: Collect the ten questions those who are new to it fear most, with answers in plain words | Tue 1 Dec, Leila',
			'action: Write up three real customer talks, one of them lost, for the 5 reps still to come | Thu 3 Dec, Leila',
			'action: Put the name and face of a person into every text about “Retrain the sales team to sell outcomes” | Thu 3 Dec, Leila',
			'action: Rewrite the material people are taught from, and strike what no longer holds | Mon 7 Dec, Leila',
			'action: Show on our own pages what the team can do now that it could not before | Thu 10 Dec, Leila',
			'timeline: Listen to customers, then write the story of “Retrain the sales team to sell outcomes” | Fri 20 Nov to Tue 1 Dec, Leila',
			'timeline: New material is in the hands of those who teach | Wed 2 Dec, Leila',
			'timeline: Story and proof agreed by the team | Fri 4 Dec, Leila',
			'timeline: Everybody on the list has heard it | Tue 22 Dec, Leila',
			'resource: Half a day a week of a writer who may call customers, until 31 Dec | 3 days, Leila',
			'resource: The weekly figures of “Proposals that lead with throughput”, and two customers who agree to be named | access, Leila',
			'resource: Half a day a week of whoever writes the teaching material | 3 days, Leila',
			'risk: We tell the story of “Retrain the sales team to sell outcomes” while “Proposals that lead with throughput” is still at 58% | 2 × 3, Publish only what was measured, with its date. Leila',
			'risk: Customers hear one story from us and another from whoever does the work | 2 × 2, One page, dated, that sales and support read from as well. Leila',
			'risk: We promise a job or a skill that the first week contradicts | 2 × 2, Two people who do the work read every advert and slide first. Leila',
			'kpi: People on the list who have heard it and can say it back | 0% to 80% a week, Leila',
			'kpi: Proofs cleared for use outside | 0 to 3 a week, Leila',
			'kpi: Talks held with the new material | 0% to 90% a week, Leila'
		]);
	});

	test('a reason says what speaks for a row, and its sources say where that stands', () => {
		const [row] = draftPlan('customer-success', samplePictures.firmware).rows.filter(
			({ load }) => load !== undefined
		);
		expect(row).toMatchObject({
			key: 'customer-success/action/dates given/gap/gap Sites on gateway firmware 4',
			title:
				'Give every customer behind “Sites on gateway firmware 4” a date for their turn: 21 sites are left',
			reason: '3.6 a week is what such dates promise.',
			from: [{ kind: 'gap', name: 'Sites on gateway firmware 4', said: 'target 38 sites' }],
			owner: 'jb',
			ownerReason: 'Jonas Brandt sits in Customer Success.',
			due: '2026-12-02'
		});
	});
});
