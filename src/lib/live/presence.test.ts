import { afterEach, expect, test, vi } from 'vitest';
import { applyAwarenessUpdate, Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { Presence } from './presence.svelte.ts';

const opened: Awareness[] = [];
afterEach(() => opened.splice(0).forEach((awareness) => awareness.destroy()));

/** Two windows that hear of each other at once. */
function together() {
	const [mine, theirs] = [new Awareness(new Y.Doc()), new Awareness(new Y.Doc())];
	opened.push(mine, theirs);
	theirs.on('update', () =>
		applyAwarenessUpdate(mine, encodeAwarenessUpdate(theirs, [theirs.clientID]), 'their window')
	);
	return { me: new Presence(mine, 'ada'), them: new Presence(theirs, 'grace'), theirs };
}

test('somebody who goes elsewhere is seen there', () => {
	const { me, them } = together();
	const seen = vi.fn();
	me.observe(seen);
	them.say({ writing: 'item 1' });

	expect(seen).toHaveBeenCalledOnce();
	expect(me.writingIn('item 1')).toEqual(['grace']);
});

test('a caret that moves redraws nothing', () => {
	const { me, theirs } = together();
	const seen = vi.fn();
	me.observe(seen);
	for (const anchor of [1, 2, 3]) theirs.setLocalStateField('cursor', { anchor });

	expect(seen).not.toHaveBeenCalled();
	expect([...me.people]).toEqual(['ada', 'grace']);
});
