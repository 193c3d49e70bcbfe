import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { onBothBackends } from './backends.ts';
import { people as gather, type People } from './people.ts';
import { find, seed, type Row, type Seeds } from './seed.ts';

type Content = {
	state: string;
	chair: string | null;
	opened_at: string;
	closed_at: string | null;
	lineages?: object[];
	suggestions?: object[];
	insight_subjects?: object[];
	insight_reviews?: object[];
} & {
	[section in (typeof sections)[number]]: Row[];
};

const sections = [
	'segments',
	'attendances',
	'hot_items',
	'notes',
	'decisions',
	'actions',
	'insights',
	'risks',
	'action_reviews',
	'status_checks',
	'cascade'
] as const;

const tables = [
	'agenda_segments',
	'attendances',
	'hot_items',
	'notes',
	'decisions',
	'action_items',
	'insights',
	'risks',
	'action_reviews',
	'status_checks',
	'cascade_messages'
] as const;

const at = '2026-11-16T09:00:00+00:00';

onBothBackends((backend) => {
	let people: People;
	let ours: Seeds;
	let theirs: Seeds;
	/** An action of an earlier meeting of ours, still open. */
	let earlier: string;
	let meeting: string;

	beforeAll(async () => {
		people = await gather(backend());
		const { database } = backend();
		ours = await seed(database, people.ours, people.member.id);
		theirs = await seed(database, people.theirs, people.otherTeam.id);
		earlier = String(ours.action_items?.id);
	});

	/** A live meeting that nothing was settled of yet, with its document. */
	beforeEach(async () => {
		const { database } = backend();
		meeting = randomUUID();
		await database.query(
			`insert into public.meetings (id, team_id, series_id, number, state, occurs_on, starts_at, minutes, name, steps)
			select $1::uuid, team_id, id, (select max(number) + 1 from public.meetings m where m.series_id = s.id), 'live',
				(select max(occurs_on) + 7 from public.meetings m where m.series_id = s.id), now(), 90, name, '[]'
			from public.series s where id = $2::uuid`,
			[meeting, String(ours.series?.id)]
		);
		await database.query(
			'insert into private.documents (name, team_id, meeting_id) values ($1, $2, $3)',
			[`meeting/${meeting}`, people.ours.id, meeting]
		);
		await database.query('update public.action_items set done_at = null where id = $1', [earlier]);
	});

	async function settle(content: Partial<Content>, of = meeting): Promise<boolean | undefined> {
		const [answer] = await backend().database.query<{ settled: boolean }>(
			'select private.settle_meeting($1::uuid, $2::text::jsonb) as settled',
			[of, JSON.stringify(content)]
		);
		return answer?.settled;
	}

	const rowsOf = (table: string, of = meeting) =>
		backend().database.query<{ row: string }>(
			`select to_jsonb(t)::text as row from public.${table} t where meeting_id = $1 order by 1`,
			[of]
		);

	/** Every row of every table, and the version of each, which tells rewriting from resting. */
	async function everything(): Promise<string> {
		const found = await Promise.all(
			[...tables, 'meetings', 'meeting_ratings', 'teams', 'series'].map((table) =>
				backend().database.query<{ row: string }>(
					`select (to_jsonb(t) - 'settled_at')::text as row from public.${table} t order by 1`
				)
			)
		);
		return JSON.stringify(found);
	}

	const empty = (): Content => ({
		state: 'live',
		chair: null,
		opened_at: at,
		closed_at: null,
		...(Object.fromEntries(sections.map((section) => [section, []])) as unknown as Pick<
			Content,
			(typeof sections)[number]
		>)
	});

	/** One row in every section. */
	function full(): Content {
		const [segment, item, note] = [randomUUID(), randomUUID(), randomUUID()];
		const me = people.member.id;
		const from = { segment_id: segment, hot_item_id: item, note_id: note };
		const captured = { captured_by: me, captured_at: at };
		return {
			...empty(),
			chair: people.owner.id,
			segments: [
				{
					id: segment,
					position: 0,
					kind: 'hot-items',
					title: 'Hot items',
					planned_minutes: 60,
					spent_ms: 3
				}
			],
			attendances: [{ person_id: me, arrived_at: at, check_in: 'Ready' }],
			hot_items: [
				{
					id: item,
					position: 0,
					title: 'The supplier is late',
					question: '',
					kind: 'hot',
					wants: 'resolution',
					state: 'open',
					source: '',
					planned_minutes: 10,
					spent_ms: 5,
					votes: 2,
					raised_by: me,
					fact_finder_id: null,
					back_by: '2026-11-23',
					continues: String(ours.hot_items?.id)
				}
			],
			notes: [
				{
					id: note,
					segment_id: segment,
					hot_item_id: item,
					position: 0,
					body: 'Two weeks late',
					author_id: me,
					written_at: at
				}
			],
			decisions: [
				{ id: randomUUID(), ...from, title: 'Find a second one', owner_id: me, ...captured }
			],
			actions: [
				{
					id: randomUUID(),
					...from,
					title: 'Call Acme',
					owner_id: me,
					due_on: '2026-11-20',
					...captured
				}
			],
			insights: [{ id: randomUUID(), ...from, title: 'One is too few', ...captured }],
			risks: [
				{ id: randomUUID(), ...from, title: 'It may happen again', owner_id: me, ...captured }
			],
			action_reviews: [{ action_id: earlier, done: true, note: 'Called', reviewed_by: me }],
			status_checks: [
				{
					subject_id: String(ours.priorities?.id),
					subject: 'priority',
					on_track: true,
					checked_by: me
				}
			],
			cascade: [
				{
					id: randomUUID(),
					position: 0,
					audience: 'Warehouse',
					body: 'It will be late',
					teller_id: me
				}
			]
		};
	}

	test('what the document says is in the rows', async () => {
		expect(await settle(full())).toBe(true);
		for (const table of tables) expect(await rowsOf(table), table).toHaveLength(1);
		expect(await find(backend().database, 'meetings', { id: meeting })).toMatchObject({
			state: 'live',
			chair_id: people.owner.id,
			settled_at: expect.any(String)
		});
		expect(await find(backend().database, 'action_items', { id: earlier })).toMatchObject({
			done_at: expect.any(String)
		});
	});

	test('settling the same twice changes nothing', async () => {
		const content = full();
		await settle(content);
		const before = await everything();
		expect(await settle(content)).toBe(true);
		expect(await everything()).toBe(before);
	});

	test('what changed in the document changes in the rows', async () => {
		const content = full();
		await settle(content);
		const [action] = content.actions;
		await settle({ ...content, actions: [{ ...action, title: 'Visit Acme', owner_id: null }] });
		expect(
			await find(backend().database, 'action_items', { id: String(action?.id) })
		).toMatchObject({ title: 'Visit Acme', owner_id: null });
	});

	test.each(sections.filter((section) => section !== 'attendances'))(
		'what is removed from the %s is removed from the rows',
		async (section) => {
			const content = full();
			await settle(content);
			await settle({ ...content, [section]: [] });
			const table = tables[sections.indexOf(section)] ?? '';
			expect(await rowsOf(table)).toEqual([]);
			for (const other of tables)
				if (other !== table) expect(await rowsOf(other), other).toHaveLength(1);
		}
	);

	test('who was there stays on record', async () => {
		const content = full();
		await settle(content);
		await settle({ ...content, attendances: [] });
		expect(await rowsOf('attendances')).toHaveLength(1);
	});

	describe('what something serves', () => {
		const linked = (id: unknown) =>
			find(backend().database, 'lineages', { team_id: people.ours.id, subject_id: String(id) });

		test('is settled at the close, for each kind of subject and aim', async () => {
			const content = full();
			const by = { linked_by: people.member.id };
			const [action, decision, item] = [
				content.actions[0]?.id,
				content.decisions[0]?.id,
				content.hot_items[0]?.id
			];
			const lineages = [
				{
					subject_id: action,
					subject: 'action',
					aim: 'priority',
					aim_id: ours.priorities?.id,
					...by
				},
				{
					subject_id: decision,
					subject: 'decision',
					aim: 'objective',
					aim_id: ours.objectives?.id,
					...by
				},
				{
					subject_id: item,
					subject: 'hot item',
					aim: 'key result',
					aim_id: ours.key_results?.id,
					linked_by: people.otherTeam.id
				}
			];
			await settle({ ...content, lineages });
			expect(await linked(action)).toBeUndefined();
			await settle({ ...content, lineages, state: 'closed', closed_at: at });
			expect(await linked(action)).toMatchObject({
				priority_id: ours.priorities?.id,
				linked_by: people.member.id
			});
			expect(await linked(decision)).toMatchObject({ objective_id: ours.objectives?.id });
			expect(await linked(item)).toMatchObject({
				key_result_id: ours.key_results?.id,
				linked_by: null
			});
		});

		test('stays as it was linked elsewhere where the room says nothing of it', async () => {
			const content = full();
			await settle(content);
			const action = String(content.actions[0]?.id);
			await backend().database.query(
				`insert into public.lineages (team_id, subject_id, subject, priority_id)
				values ($1, $2, 'action', $3)`,
				[people.ours.id, action, String(ours.priorities?.id)]
			);
			await settle({ ...content, state: 'closed', closed_at: at });
			expect(await linked(action)).toMatchObject({ priority_id: ours.priorities?.id });
		});
	});

	test('what was suggested is settled at the close, and a stranger answered nothing', async () => {
		const showing = {
			kind: 'loose action',
			source: 'rule',
			words: 'Who takes it: Call Acme?',
			quiet_key: '',
			ended_as: 'accepted',
			changed: 'Give it to somebody',
			shown_at: at
		};
		const suggestions = [
			{ ...showing, answered_by: people.member.id },
			{ ...showing, answered_by: people.otherTeam.id, words: 'x'.repeat(900) }
		];
		await settle({ ...full(), suggestions });
		expect(await rowsOf('suggestion_showings')).toEqual([]);
		await settle({ ...full(), suggestions, state: 'closed', closed_at: at });
		const rows = (await rowsOf('suggestion_showings')).map(({ row }) => JSON.parse(row) as Row);
		expect(rows).toMatchObject([
			{ position: 1, ended_as: 'accepted', answered_by: people.member.id },
			{ position: 2, answered_by: null, words: 'x'.repeat(500) }
		]);
	});

	describe('what was learned', () => {
		const reviewsOf = async () =>
			(await rowsOf('insight_reviews')).map(({ row }) => JSON.parse(row) as Row);
		const titleOf = async (table: string, id: unknown) =>
			((await find(backend().database, table, { id: String(id) })) as Row | undefined)?.title;

		test('is tagged, and a review changes what it is about, once, at the close', async () => {
			const content = full();
			const { database } = backend();
			const [insight, decision] = [content.insights[0]?.id, content.decisions[0]?.id];
			const before = await titleOf('priorities', ours.priorities?.id);
			const said = {
				insight_id: ours.insights?.id,
				verdict: 'adapt',
				decision_id: decision,
				priority_id: ours.priorities?.id,
				became: 'Hire two leads instead',
				reviewed_by: people.member.id
			};
			const learned = {
				insight_subjects: [
					{
						insight_id: insight,
						priority_id: ours.priorities?.id,
						tagged_by: people.member.id
					}
				],
				insight_reviews: [said]
			};
			await settle({ ...content, ...learned });
			expect(await titleOf('priorities', ours.priorities?.id)).toBe(before);
			await settle({ ...content, ...learned, state: 'closed', closed_at: at });
			expect(await titleOf('priorities', ours.priorities?.id)).toBe('Hire two leads instead');
			expect(await reviewsOf()).toMatchObject([
				{
					insight_id: ours.insights?.id,
					verdict: 'adapt',
					decision_id: decision,
					was: before,
					became: 'Hire two leads instead',
					reviewed_by: people.member.id
				}
			]);
			expect(
				await find(database, 'insight_subjects', {
					team_id: people.ours.id,
					insight_id: String(insight)
				})
			).toMatchObject({ priority_id: ours.priorities?.id });
			await database.query('update public.priorities set title = $2 where id = $1::uuid', [
				String(ours.priorities?.id),
				String(before)
			]);
		});

		test('elsewhere is not reviewed here, and nothing of another team is changed or ended', async () => {
			const theirPriority = await titleOf('priorities', theirs.priorities?.id);
			const insight_reviews = [
				{ insight_id: theirs.insights?.id, verdict: 'keep' },
				{
					insight_id: ours.insights?.id,
					verdict: 'stop',
					priority_id: theirs.priorities?.id,
					decision_id: theirs.decisions?.id,
					reviewed_by: people.otherTeam.id
				}
			];
			await settle({ ...full(), insight_reviews, state: 'closed', closed_at: at });
			expect(await reviewsOf()).toMatchObject([
				{
					insight_id: ours.insights?.id,
					priority_id: null,
					decision_id: null,
					reviewed_by: null
				}
			]);
			expect(
				await find(backend().database, 'priorities', { id: String(theirs.priorities?.id) })
			).toMatchObject({ title: theirPriority, ended_at: null });
		});
	});

	describe('a closed meeting', () => {
		test('reveals its ratings and seals its document', async () => {
			await settle({ ...full(), state: 'closed', closed_at: at });
			expect(await find(backend().database, 'meetings', { id: meeting })).toMatchObject({
				state: 'closed',
				ratings_revealed_at: expect.any(String)
			});
			const [document] = await backend().database.query(
				'select sealed_at is not null as sealed from private.documents where meeting_id = $1',
				[meeting]
			);
			expect(document).toEqual({ sealed: true });
		});

		test('is never settled again', async () => {
			const content = { ...full(), state: 'closed', closed_at: at };
			await settle(content);
			const before = await everything();
			expect(await settle({ ...content, actions: [], state: 'live' })).toBe(false);
			expect(await settle(empty())).toBe(false);
			expect(await everything()).toBe(before);
		});

		test('is settled once by two that close it at the same moment', async () => {
			const content = { ...full(), state: 'closed', closed_at: at };
			const answers = await Promise.all([settle(content), settle(content)]);
			expect(answers.sort()).toEqual([false, true]);
		});

		test('that does not exist is not settled', async () => {
			expect(await settle(full(), randomUUID())).toBe(false);
		});
	});

	describe('a document that claims what is not its own', () => {
		test('cannot change or remove rows of another team or meeting', async () => {
			const before = await Promise.all(
				[theirs, ours].flatMap((seeds) =>
					tables.map((table) => find(backend().database, table, seeds[table] ?? {}))
				)
			);
			expect(before).not.toContain(undefined);
			for (const seeds of [theirs, ours]) {
				const content = full();
				sections.forEach((section, index) => {
					const key = seeds[tables[index] ?? ''];
					if (key?.id) content[section] = content[section].map((row) => ({ ...row, ...key }));
				});
				await settle(content);
				await settle(empty());
			}
			const after = await Promise.all(
				[theirs, ours].flatMap((seeds) =>
					tables.map((table) => find(backend().database, table, seeds[table] ?? {}))
				)
			);
			// The earlier action of our own team was reviewed, which is what a review is for.
			const undone = (row: unknown) => ({ ...(row as Row), done_at: null });
			expect(after.map(undone)).toEqual(before.map(undone));
			expect(after[tables.indexOf('action_items')]).toMatchObject({ done_at: null });
		});

		test('cannot finish an action of another team', async () => {
			const action = String(theirs.action_items?.id);
			const review = { action_id: action, done: true, note: '', reviewed_by: people.owner.id };
			await settle({ ...full(), action_reviews: [review] });
			expect(await rowsOf('action_reviews')).toEqual([]);
			expect(await find(backend().database, 'action_items', { id: action })).toMatchObject({
				done_at: null
			});
		});

		test('cannot serve an aim of another team, nor say what other meetings left behind serves', async () => {
			const content = full();
			const claim = {
				subject_id: content.actions[0]?.id,
				subject: 'action',
				aim: 'key result',
				aim_id: ours.key_results?.id,
				linked_by: people.member.id
			};
			const claims = [
				{ ...claim, aim_id: theirs.key_results?.id },
				{ ...claim, aim: 'priority' },
				{ ...claim, aim: 'company' },
				{ ...claim, subject: 'decision' },
				{ ...claim, subject_id: theirs.action_items?.id },
				{ ...claim, subject_id: ours.hot_items?.id, subject: 'hot item' }
			];
			const count = () => backend().database.query('select count(*) from public.lineages');
			const before = await count();
			await settle({ ...content, state: 'closed', closed_at: at, lineages: claims });
			expect(await count()).toEqual(before);
		});

		test('cannot call the priority of another team on track', async () => {
			const subject = { subject_id: String(theirs.priorities?.id), subject: 'priority' };
			const check = { ...subject, on_track: false, checked_by: people.owner.id };
			await settle({ ...full(), status_checks: [check] });
			expect(await rowsOf('status_checks')).toEqual([]);
		});

		test.each(['nobody at all', 'a person who never sat in the team'])(
			'names nobody when it names %s',
			async (who) => {
				const stranger = who === 'nobody at all' ? randomUUID() : people.otherTeam.id;
				const content = full();
				const columns = [
					'owner_id',
					'captured_by',
					'raised_by',
					'fact_finder_id',
					'author_id',
					'reviewed_by',
					'checked_by',
					'teller_id',
					'person_id'
				];
				for (const section of sections)
					for (const row of content[section])
						for (const column of columns) if (column in row) row[column] = stranger;
				await settle({ ...content, chair: stranger });
				expect(await rowsOf('attendances')).toEqual([]);
				for (const table of tables)
					expect(JSON.stringify(await rowsOf(table)), table).not.toContain(stranger);
				expect(await rowsOf('action_items')).toHaveLength(1);
				expect(await find(backend().database, 'meetings', { id: meeting })).toMatchObject({
					chair_id: null
				});
			}
		);

		test('keeps the name of a member who has left since', async () => {
			const content = full();
			content.actions = content.actions.map((row) => ({
				...row,
				owner_id: people.formerMember.id
			}));
			await settle(content);
			const id = String(content.actions[0]?.id);
			expect(await find(backend().database, 'action_items', { id })).toMatchObject({
				owner_id: people.formerMember.id
			});
		});
	});

	describe('the review of an earlier action', () => {
		const review = (done: boolean, note = '') => ({
			...full(),
			action_reviews: [{ action_id: earlier, done, note, reviewed_by: people.member.id }]
		});
		const action = () => find(backend().database, 'action_items', { id: earlier });

		test('as not done opens it again', async () => {
			await settle(review(true));
			await settle(review(false));
			expect(await action()).toMatchObject({ done_at: null });
		});

		test('does not undo what its owner finished after it', async () => {
			await settle(review(false));
			await people.member.client
				.from('action_items')
				.update({ done_at: at })
				.eq('id', earlier)
				.throwOnError();
			await settle(review(false, 'A longer note'));
			expect(await action()).toMatchObject({ done_at: at });
		});
	});

	test('sixty outcomes are settled whole', async () => {
		const content = full();
		content.actions = Array.from({ length: 60 }, (_, index) => ({
			...content.actions[0],
			id: randomUUID(),
			title: `Action ${index}`
		}));
		await settle(content);
		expect(await rowsOf('action_items')).toHaveLength(60);
	});
});
