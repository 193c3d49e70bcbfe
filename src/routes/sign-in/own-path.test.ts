import { expect, test } from 'vitest';
import { ownPath } from './own-path.ts';

test.each([
	['/', '/'],
	['/t/1/meetings?from=mail', '/t/1/meetings?from=mail'],
	['/t/1/../2', '/t/2'],
	['/invite/a-b_c#top', '/invite/a-b_c']
])('after signing in %s leads where somebody was going', (to, path) => {
	expect(ownPath(to)).toBe(path);
});

test.each([
	null,
	undefined,
	'',
	'home',
	'https://elsewhere.example',
	'//elsewhere.example',
	'/\\elsewhere.example',
	'\\\\elsewhere.example',
	'/\t/elsewhere.example',
	'/\n/elsewhere.example',
	'/.//elsewhere.example',
	'/./\\elsewhere.example',
	'/a/..//elsewhere.example',
	'/%2e//elsewhere.example',
	'javascript:alert(1)',
	' /t/1',
	`/${'a'.repeat(600)}`
])('a link cannot send whoever signs in to %j', (to) => {
	expect(ownPath(to)).toBeUndefined();
});
