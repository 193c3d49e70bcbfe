import * as v from 'valibot';
import { expect, test } from 'vitest';
import { InviteForm } from './invite-people.ts';

const read = (emails: string) => v.safeParse(InviteForm, { emails, role: 'member' });

test('addresses may be pasted as they come, and each is invited once', () => {
	const typed = 'Ada@x.example, grace@x.example;\n  ada@x.example\n<linus@x.example>';

	expect(read(typed).output).toMatchObject({
		emails: ['ada@x.example', 'grace@x.example', 'linus@x.example']
	});
});

test('no address at all makes one open link', () => {
	expect(read(' \n ').output).toMatchObject({ emails: [] });
});

test('an address that is none is named', () => {
	expect(read('ada@x.example grace').issues?.[0]?.message).toBe('grace is not an e-mail address.');
});

test('a whole address book is refused', () => {
	const many = Array.from({ length: 31 }, (_, index) => `p${index}@x.example`).join(' ');

	expect(read(many).issues?.[0]?.message).toContain('at most 30');
});

test('nobody is invited as an owner of everything', () => {
	expect(v.safeParse(InviteForm, { emails: '', role: 'owner' }).success).toBe(false);
});
