import { expect, test } from 'vitest';
import { keyCaps, Shortcuts, type Press } from './shortcuts.ts';

function press(key: string, more: Partial<Press> = {}): Press {
	return { key, mod: false, isTyping: false, isOnControl: false, at: 0, ...more };
}

function listening(...keys: string[]) {
	const ran: string[] = [];
	const shortcuts = new Shortcuts();
	const remove = shortcuts.add(
		keys.map((one) => ({ keys: one, does: `does ${one}`, run: () => ran.push(one) }))
	);
	return { shortcuts, ran, remove };
}

test('a key does its thing, and other keys do nothing', () => {
	const { shortcuts, ran } = listening('n');

	expect(shortcuts.press(press('n'))).toBe(true);
	expect(shortcuts.press(press('m'))).toBe(false);
	expect(ran).toEqual(['n']);
});

test('keys typed into a field are only text', () => {
	const { shortcuts, ran } = listening('n', 'mod+k');

	expect(shortcuts.press(press('n', { isTyping: true }))).toBe(false);
	expect(shortcuts.press(press('k', { isTyping: true, mod: true }))).toBe(true);
	expect(ran).toEqual(['mod+k']);
});

test('Ctrl with a letter is left to the browser unless it is ours', () => {
	const { shortcuts, ran } = listening('n');

	expect(shortcuts.press(press('n', { mod: true }))).toBe(false);
	expect(ran).toEqual([]);
});

test('a key that has nothing to do is left to whoever listened before, and to the browser', () => {
	const { shortcuts, ran } = listening('mod+enter');
	let isWriting = true;
	const enter = press('enter', { mod: true });
	const when = () => isWriting;
	const remove = shortcuts.add([
		{ keys: 'mod+enter', does: 'sends', when, run: () => ran.push('sent') }
	]);

	expect(shortcuts.press(enter)).toBe(true);
	isWriting = false;
	expect(shortcuts.press(enter)).toBe(true);
	expect(ran).toEqual(['sent', 'mod+enter']);

	remove();
	const alone = new Shortcuts();
	alone.add([{ keys: 'mod+enter', does: 'sends', when, run: () => ran.push('never') }]);
	expect(alone.press(enter)).toBe(false);
	expect(ran).not.toContain('never');
});

test('G then H goes home, but not after a second of thought', () => {
	const { shortcuts, ran } = listening('g h');

	shortcuts.press(press('g', { at: 0 }));
	shortcuts.press(press('h', { at: 1_500 }));
	expect(ran).toEqual([]);

	shortcuts.press(press('g', { at: 2_000 }));
	shortcuts.press(press('h', { at: 2_900 }));
	expect(ran).toEqual(['g h']);
});

test('a sequence that leads nowhere still lets its last key work alone', () => {
	const { shortcuts, ran } = listening('g h', 'n');

	shortcuts.press(press('g'));
	shortcuts.press(press('n'));
	expect(ran).toEqual(['n']);
});

test('Space on a focused button presses only the button', () => {
	const { shortcuts, ran } = listening('space');

	expect(shortcuts.press(press('space', { isOnControl: true }))).toBe(false);
	expect(shortcuts.press(press('space'))).toBe(true);
	expect(ran).toEqual(['space']);
});

test('single keys can be turned off, and the choice is kept', () => {
	const kept: boolean[] = [];
	const ran: string[] = [];
	const shortcuts = new Shortcuts(true, (isOn) => kept.push(isOn));
	shortcuts.add([{ keys: 'n', does: 'Next', run: () => ran.push('n') }]);

	shortcuts.turn(false);

	expect(shortcuts.press(press('n'))).toBe(false);
	expect({ kept, ran }).toEqual({ kept: [false], ran: [] });
});

test('a panel that leaves takes its keys with it, and gives back what it borrowed', () => {
	const { shortcuts, ran } = listening('n');
	const leave = shortcuts.add([{ keys: 'n', does: 'Other', run: () => ran.push('other') }]);

	shortcuts.press(press('n'));
	expect(shortcuts.all.map(({ does }) => does)).toEqual(['Other']);

	leave();
	shortcuts.press(press('n'));
	expect(ran).toEqual(['other', 'n']);
});

test('keys are drawn as they are printed', () => {
	expect(keyCaps('g h')).toEqual(['G', 'H']);
	expect(keyCaps('mod+k')).toEqual(['Ctrl', 'K']);
	expect(keyCaps('mod+enter', true)).toEqual(['Cmd', 'Enter']);
	expect(keyCaps('+')).toEqual(['+']);
});
