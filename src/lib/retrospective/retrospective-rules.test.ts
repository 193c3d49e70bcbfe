import { describe, expect, test } from 'vitest';
import {
	arrangeBoard,
	byRank,
	isWeaklyAnonymous,
	keepUnchanged,
	titleOf,
	type Card
} from './board.ts';
import {
	carries,
	carryOf,
	cycleAfter,
	whatBecame,
	whatBecameOfResult,
	type Carry,
	type Disposition
} from './disposition.ts';
import { bandOf, expectedOf, meanGrade, owesSentence, remarkOn, writeGrade } from './grade.ts';
import { meanAnswer } from './health.ts';
import { toCsv } from '#lib/archive/csv.ts';
import { toMarkdown, writeResult } from './record-text.ts';
import { averageGrade, inOurWords, type RetrospectiveRecord } from './record.ts';
import { rhythmOf, weeksOf } from './rhythm.ts';
import { forms, minutesOf, stageAfter, stages } from './stages.ts';

describe('stages', () => {
	test('each form takes as long as it is called', () => {
		for (const form of forms)
			expect(stages.reduce((sum, stage) => sum + minutesOf(form, stage), 0)).toBe(form);
	});

	test('outcomes come last', () => {
		expect(stages.map(stageAfter)).toEqual([...stages.slice(1), undefined]);
	});
});

describe('grades', () => {
	test('bands are those of Doerr and Google, without a gap between two tenths', () => {
		expect([0, 0.3, 0.34, 0.35, 0.6, 0.64, 0.7, 1].map(bandOf)).toEqual([
			'off',
			'off',
			'off',
			'risk',
			'risk',
			'risk',
			'on',
			'on'
		]);
	});

	test('what was committed and missed owes a sentence, what was aspired to does not', () => {
		expect([expectedOf('committed'), expectedOf('aspirational')]).toEqual([1, 0.7]);
		expect(owesSentence('committed', { grade: 0.9, why: ' ' })).toBe(true);
		expect(owesSentence('committed', { grade: 0.9, why: 'Access windows' })).toBe(false);
		expect(owesSentence('committed', { grade: 1, why: '' })).toBe(false);
		expect(owesSentence('committed', { grade: null, why: '' })).toBe(false);
		expect(owesSentence('aspirational', { grade: 0.2, why: '' })).toBe(false);
	});

	test('an objective is the weighted mean of what is graded, whatever the weights', () => {
		expect(meanGrade([])).toBeNull();
		expect(meanGrade([{ grade: null, weight: 1 }])).toBeNull();
		expect(
			meanGrade([
				{ grade: 0.4, weight: 3 },
				{ grade: 0.8, weight: 1 },
				{ grade: null, weight: 9 }
			])
		).toBeCloseTo(0.5);
		expect(
			meanGrade([
				{ grade: 0.2, weight: 0 },
				{ grade: 0.6, weight: 0 }
			])
		).toBeCloseTo(0.4);
		// A seeded run: the mean never leaves the range of its parts.
		let seed = 42;
		const random = () => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647;
		for (let run = 0; run < 500; run += 1) {
			const parts = Array.from({ length: 1 + Math.floor(random() * 6) }, () => ({
				grade: random() < 0.2 ? null : Math.round(random() * 10) / 10,
				weight: random() < 0.3 ? 0 : random() * 100
			}));
			const given = parts.flatMap(({ grade }) => grade ?? []);
			const mean = meanGrade(parts);
			if (given.length === 0) expect(mean).toBeNull();
			else {
				expect(mean).toBeGreaterThanOrEqual(Math.min(...given) - 1e-9);
				expect(mean).toBeLessThanOrEqual(Math.max(...given) + 1e-9);
			}
		}
	});

	test('nothing but full marks is remarked on', () => {
		expect(remarkOn([1, 1, null, 1])).not.toBe('');
		expect(remarkOn([1, 1, 0.9])).toBe('');
		expect(writeGrade(null)).toBe('–');
		expect(writeGrade(0.666)).toBe('0.7');
	});
});

describe('rhythm', () => {
	test('a low grade that was checked steadily is told from one nobody looked at', () => {
		expect(rhythmOf(0.2, 11, 13)).toBe('plan');
		expect(rhythmOf(0.2, 4, 13)).toBe('cadence');
		expect(rhythmOf(0.5, 0, 13)).toBe('fine');
		expect(rhythmOf(null, 13, 13)).toBe('unknown');
		expect(weeksOf({ startsOn: '2026-10-01', endsOn: '2026-12-31' })).toBe(13);
	});
});

describe('the board', () => {
	const card = (id: string, theme: string): Card => ({
		id,
		theme,
		side: 'worked',
		body: `Note ${id}`
	});
	const cards = [card('b', 'b'), card('a', 'c'), card('c', 'c'), card('d', 'gone')];
	const themes = ['a', 'b', 'c'].map((id) => ({ id, side: 'did not' as const, title: '' }));

	test('every card is on it once, whatever became of its theme', () => {
		const board = arrangeBoard(cards, themes, null);
		expect(board.flatMap(({ cards: own }) => own.map(({ id }) => id)).toSorted()).toEqual([
			'a',
			'b',
			'c',
			'd'
		]);
		expect(board.map(({ id, side }) => [id, side])).toEqual([
			['b', 'did not'],
			['c', 'did not'],
			['gone', 'worked']
		]);
		expect(titleOf(board[1]!)).toBe('Note a');
	});

	test('ranks are given by votes, and to nothing that has none', () => {
		const board = arrangeBoard(cards, themes, new Map([['c', 4]]));
		expect(board.map(({ rank }) => rank)).toEqual([null, 1, null]);
		expect(byRank(board)[0]?.id).toBe('c');
	});

	test('what nobody touched stays the same, and what changed is as it is now', () => {
		const before = arrangeBoard(cards, themes, new Map([['c', 4]]));
		const again = () => arrangeBoard(structuredClone(cards), themes, new Map([['c', 4]]));
		expect(keepUnchanged(before, again())).toEqual(before);
		expect(keepUnchanged(before, again()).every((theme, at) => theme === before[at])).toBe(true);
		const moved = arrangeBoard(
			cards.map((one) => (one.id === 'b' ? { ...one, theme: 'c' } : one)),
			themes,
			new Map([['c', 4]])
		);
		const kept = keepUnchanged(before, moved);
		expect(kept).toEqual(moved);
		expect(kept.filter((theme) => before.includes(theme)).map(({ id }) => id)).toEqual(['gone']);
		for (const change of [{ body: 'Other words' }, { side: 'learned' as const }]) {
			const told = cards.map((one) => (one.id === 'd' ? { ...one, ...change } : one));
			const now = arrangeBoard(told, themes, new Map([['c', 4]]));
			expect(keepUnchanged(before, now)).toEqual(now);
		}
	});

	test('fewer than four writers can be guessed', () => {
		expect([3, 4].map(isWeaklyAnonymous)).toEqual([true, false]);
	});
});

describe('the next cycle', () => {
	test('it follows at once, is as long, and is called as the one before counted on', () => {
		expect(cycleAfter({ name: 'Q4 2026', startsOn: '2026-10-01', endsOn: '2026-12-31' })).toEqual({
			name: 'Q1 2027',
			startsOn: '2027-01-01',
			endsOn: '2027-03-31'
		});
		expect(cycleAfter({ name: 'H1 2026', startsOn: '2026-01-01', endsOn: '2026-06-30' })).toEqual({
			name: 'H2 2026',
			startsOn: '2026-07-01',
			endsOn: '2026-12-31'
		});
		expect(
			cycleAfter({ name: 'Spring', startsOn: '2026-02-10', endsOn: '2026-05-09' })
		).toMatchObject({ name: 'From May 2026', startsOn: '2026-05-10' });
	});

	test('nothing is carried in silence', () => {
		expect(whatBecame(null, 'Q1 2027')).toBe('Not decided');
		expect(whatBecame('keep', 'Q1 2027')).toBe('Carried to Q1 2027');
	});
});

describe('what becomes of a key result', () => {
	const rising = { baseline: 0, target: 38, value: 17 };
	const falling = { baseline: 60, target: 45, value: 44 };

	test('nothing said, it follows from its objective, and what is reached stays behind', () => {
		expect(carryOf(null, 'keep', rising)).toBe('keep');
		expect(carryOf(null, 'modify', rising)).toBe('change');
		expect(carryOf(null, 'keep', falling)).toBe('drop');
		expect(carryOf(null, 'keep', { ...falling, value: null })).toBe('keep');
		for (const ended of ['achieved', 'defer', 'abandon', null] as const)
			expect(carryOf('keep', ended, rising)).toBeNull();
	});

	test('what was said of it counts, also for one that is reached', () => {
		for (const said of carries) expect(carryOf(said, 'modify', falling)).toBe(said);
	});

	test('the record says of each what became of it', () => {
		const became = (said: Carry | null, objective: Disposition, standing = rising) =>
			whatBecameOfResult(said, objective, standing, 'Q1 2027');
		expect(became(null, 'keep')).toBe('Carried to Q1 2027');
		expect(became('change', 'keep')).toBe('Changed for Q1 2027');
		expect(became('drop', 'keep')).toBe('Dropped');
		expect(became(null, 'keep', falling)).toBe('Done');
		expect(became(null, 'achieved', falling)).toBe('Done');
		expect(became(null, 'abandon')).toBe('');
	});
});

describe('the record', () => {
	const record: RetrospectiveRecord = {
		id: 'r',
		cycle: { id: 'c', name: 'Q4 2026', startsOn: '2026-10-01', endsOn: '2026-12-31' },
		headline: 'We missed the *sites*',
		closedAt: '2026-12-18T15:00:00Z',
		form: 90,
		writers: 4,
		voters: 4,
		health: { focus: [0, 1, 0, 0, 3] },
		objectives: [
			{
				id: 'o',
				title: 'Uptime | boring',
				owner: 'p',
				ambition: 'committed',
				disposition: 'keep',
				reason: '',
				next: null,
				keyResults: [
					{
						id: 'k',
						title: '=HYPERLINK("x")',
						unit: 'min',
						decimals: 0,
						baseline: 60,
						target: 45,
						value: 51,
						weight: 1,
						grade: 0.6,
						cause: 'dependency',
						why: '',
						checkedWeeks: 3,
						carry: null,
						confidence: { start: null, middle: null, end: null }
					}
				]
			}
		],
		outcomes: [
			{ id: 'a', kind: 'action', title: 'Name an owner', owner: 'p', due: '2026-12-24', votes: 3 }
		],
		themes: [
			{ id: 't', side: 'worked', title: 'One owner', votes: 2, cards: ['One name'] },
			{ id: 'u', side: 'worked', title: 'Nobody voted', votes: 0, cards: ['Zero'] }
		]
	};
	const nameOf = (id: string | null) => (id === 'p' ? 'Ada Lovelace' : '');

	test('it reads as Markdown that people’s words cannot break', () => {
		const text = toMarkdown(record, nameOf, 'Q1 2027');
		expect(text).toContain('**Action** Name an owner (Ada Lovelace, by 24 December 2026, 3 votes)');
		expect(text).toContain('### Uptime \\| boring: 0.6');
		expect(text).toContain('51, max 45 min');
		expect(text).toContain('Carried to Q1 2027');
		expect(text).toContain('We worked on few enough things. 4.3');
	});

	test('a cell never becomes a formula, and a comma never a column', () => {
		expect(toCsv([['=1+1', 'a,b', 'say "hi"', '-3', '-x']])).toBe(
			`'=1+1,"a,b","say ""hi""",-3,'-x\r\n`
		);
	});

	test('our words are those with votes', () => {
		expect(inOurWords(record.themes, 'worked')).toEqual(['One owner']);
		expect(inOurWords(record.themes, 'learned')).toEqual([]);
		expect(averageGrade(record.objectives)).toBeCloseTo(0.6);
		expect(averageGrade([])).toBeNull();
		expect(meanAnswer([0, 0, 0, 0, 0])).toBeNull();
		expect(writeResult({ value: 4, baseline: 0, target: 10, unit: '', decimals: 0 })).toBe(
			'4 of 10'
		);
	});
});
