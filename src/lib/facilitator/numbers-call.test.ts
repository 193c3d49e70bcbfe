import { expect, test } from 'vitest';
import { numbersCall } from './numbers-call.ts';

const called = ['Churn', 'Uptime', 'Overtime'].map((title) => ({
	metric: title.toLowerCase(),
	title,
	rule: 'red',
	why: `${title} misses its target.`
}));

test('the two weightiest numbers are one press away, and what is raised or offered is not said again', () => {
	const none = new Set<string>();
	expect(numbersCall(called, [], none).map(({ key }) => key)).toEqual([
		'number churn red',
		'number uptime red'
	]);
	const raised = [{ metric: 'churn' } as never];
	expect(numbersCall(called, raised, new Set(['uptime'])).map(({ cites }) => cites[0]?.id)).toEqual(
		['overtime']
	);
	expect(numbersCall(called, [], none)[0]?.effects[0]?.effect).toEqual({
		does: 'raise',
		title: 'Churn',
		question: '',
		source: 'Churn misses its target.',
		metric: 'churn'
	});
});
