import { sampleId } from './sample-ids.ts';

/** Short names of the people, used all over the sample company. */
export type PersonKey =
	'mo' | 'dl' | 'pr' | 'th' | 'iv' | 'kw' | 'ab' | 'jb' | 'lh' | 'sw' | 'observer';

export type SamplePerson = {
	key: PersonKey;
	id: string;
	name: string;
	title: string;
	/** One of the ten presence hues. */
	hue: number;
	role: 'admin' | 'member' | 'observer';
	email: string;
};

const person = (
	key: PersonKey,
	name: string,
	title: string,
	hue: number,
	role: SamplePerson['role'] = 'member'
): SamplePerson => ({ key, id: personId(key), name, title, hue, role, email: address(name) });

/** The leadership team, and one board member who reads along. */
export const people: readonly SamplePerson[] = [
	person('sw', 'Sam Whitlock', 'Chief of staff, facilitator', 10, 'admin'),
	person('mo', 'Maren Okafor', 'Chief executive', 8, 'admin'),
	person('dl', 'David Lindqvist', 'Chief operating officer', 1),
	person('pr', 'Priya Raghunathan', 'Chief financial officer', 7),
	person('ab', 'Aisha Bello', 'Chief people officer', 5),
	person('jb', 'Jonas Brandt', 'VP customer success', 9),
	person('th', 'Tomás Herrera', 'Chief revenue officer', 2),
	person('iv', 'Ines Vautrin', 'Chief product officer', 4),
	person('kw', 'Kenji Watanabe', 'Chief technology officer', 6),
	person('lh', 'Leila Haddad', 'VP marketing', 3),
	person('observer', 'Ruth Ellery', 'Board member, observer', 7, 'observer')
];

/** Those who take part in the meetings. */
export const team: readonly SamplePerson[] = people.filter(({ role }) => role !== 'observer');

export function personId(key: PersonKey): string {
	return sampleId('person', key);
}

/** `.example` is reserved (RFC 2606): a mail to it reaches nobody. */
function address(name: string): string {
	const plain = name.normalize('NFD').replace(/\p{M}/gu, '');
	return `${plain.toLowerCase().replace(' ', '.')}@northwind.example`;
}
