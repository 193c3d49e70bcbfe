import { expect, test } from 'vitest';
import { anyPicture } from './a-picture.ts';
import { recommendWorkers } from './recommend.ts';
import { samplePictures } from './sample-pictures.ts';

const namesFor = (name: keyof typeof samplePictures) =>
	recommendWorkers(samplePictures[name]).map(({ worker }) => worker);

test('each priority of the sample company is recommended the departments it needs', () => {
	expect(namesFor('uptime')).toEqual([
		'operations',
		'it',
		'customer-success',
		'project-management'
	]);
	expect(namesFor('pilots')).toEqual(['sales', 'customer-success']);
	expect(namesFor('centre')).toEqual(['operations', 'hr', 'it', 'product']);
	expect(namesFor('firmware')).toEqual(['it', 'operations', 'product', 'customer-success']);
	expect(namesFor('selling')).toEqual(['hr', 'sales']);
});

test('every recommendation says why, in sentences that quote the priority', () => {
	const [first] = recommendWorkers(samplePictures.selling);
	expect(first?.reasons.map(({ words }) => words)).toEqual([
		'HR carries most of capacity and skills, and “Retrain” is in its title.',
		'The gap “Reps certified” is about people.',
		'Its title speaks of “Retrain”.'
	]);
});

test('what the company competes on counts for whoever carries it, and concerns nobody by itself', () => {
	const { lane: _, ...uptime } = samplePictures.uptime;
	const reasons = (lane: 'cost' | 'service' | null) =>
		recommendWorkers({ ...uptime, lane }).flatMap(({ worker, reasons: said }) =>
			said.filter(({ words }) => words.startsWith('The company')).map(() => worker)
		);
	expect(reasons('service')).toEqual(['customer-success']);
	expect(reasons('cost')).toEqual(['operations']);
	expect(reasons(null)).toEqual([]);
	const vague = anyPicture({ title: 'Be kinder to each other', lane: 'cost' });
	expect(recommendWorkers(vague).map(({ worker }) => worker)).toEqual(['project-management']);
});

test('a late milestone asks for a coordinator', () => {
	const reasons = recommendWorkers(samplePictures.uptime).flatMap((one) => one.reasons);
	expect(reasons.map(({ words }) => words)).toContain(
		'The milestone “Firmware 4 on the four worst sites” is late.'
	);
});

test('of a priority nobody understands only sharpening it is recommended', () => {
	const vague = recommendWorkers(anyPicture({ title: 'Be kinder to each other' }));
	expect(vague.map(({ worker }) => worker)).toEqual(['project-management']);
	expect(vague[0]?.reasons[0]?.words).toBe(
		'No word says what kind of priority it is; somebody has to sharpen it first.'
	);
});

test('what is reached already is no reason', () => {
	const gaps = [{ ...samplePictures.pilots.gaps[0]!, current: 10 }];
	const words = recommendWorkers({ ...samplePictures.pilots, gaps }).flatMap((one) =>
		one.reasons.map((reason) => reason.words)
	);
	expect(words.join()).not.toContain('is still open');
});
