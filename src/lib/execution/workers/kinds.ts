import type { PriorityPicture } from './priority-picture.ts';

/** The kinds of priority a pack has rows for. */
export const kinds = [
	'growth',
	'retention',
	'reliability',
	'cost',
	'capacity',
	'launch',
	'process',
	'compliance',
	'other'
] as const;
export type Kind = (typeof kinds)[number];

export const kindNames: Record<Kind, string> = {
	growth: 'growth',
	retention: 'retention',
	reliability: 'quality and reliability',
	cost: 'cost',
	capacity: 'capacity and skills',
	launch: 'a launch',
	process: 'a process',
	compliance: 'compliance',
	other: 'no kind we know'
};

/** The one place that says by which words a kind is known. Whole words, bent as written here. */
export const kindWords: Record<Exclude<Kind, 'other'>, RegExp> = {
	growth:
		/\b(?:grow\w*|revenue|ARR|bookings?|pipeline|pilots?|win(?:ning)?|win rate|new (?:customers?|accounts?|markets?|logos?)|convert\w*|leads|market share|double|triple|expand\w*|upsell\w*|cross-?sell\w*)\b/giu,
	retention:
		/\b(?:retention|retain\w*|churn\w*|renew\w*|loyal\w*|keep (?:our |every |the )?customers?|at[- ]risk accounts?|win back|customer satisfaction|NPS|recommend\w*)\b/giu,
	reliability:
		/\b(?:uptime|downtime|reliab\w*|quality|defects?|faults?|incidents?|outages?|availability|rework|recover\w*|on-time|SLAs?|first-pass|yield|errors?|bugs?)\b/giu,
	cost: /\b(?:costs?|savings?|spend\w*|margins?|cheaper|overheads?|budgets?|expenses?|efficien\w*|productivity|waste|cash|overdue invoices?|working capital)\b/giu,
	capacity:
		/\b(?:hir(?:e|es|ed|ing)|recruit\w*|headcount|staff\w*|capacity|retrain\w*|train\w*|certif(?:y|ied|ication)\w*|skills?|reskill\w*|upskill\w*|onboard new|night cover|shifts?|succession|bench|roles? (?:open|filled))\b/giu,
	launch:
		/\b(?:launch\w*|ship\w*|open(?:ing|s)? (?:the|a|an|our)|release\w*|roll-?out|roll out|introduc\w*|go-?live|debut|enter|to every (?:site|customer|country|team)|new product|version \d+|firmware)\b/giu,
	process:
		/\b(?:process\w*|workflows?|cycle time|lead time|hand-?offs?|automat\w*|standardi[sz]\w*|simplif\w*|streamlin\w*|bottlenecks?|turnaround|backlog|migrat\w*|integrat\w*|how we work)\b/giu,
	compliance:
		/\b(?:complian\w*|audits?|audited|ISO ?\d+|SOC ?2|GDPR|regulat\w*|certificat(?:e|ion) (?:audit|body)|polic(?:y|ies)|licen[cs]\w*|legal|privacy|data protection|safety|NIS ?2)\b/giu
};

/** A kind with how much speaks for it, and the weightiest word that does and where it stands. */
export type KindFound = { kind: Kind; weight: number; word: string; place: string };

/** The title says what a priority is; what surrounds it only colours it: our weights. */
const weights = { title: 5, why: 2, gap: 2, goal: 1, kpi: 1, milestone: 0.5 };

/**
 * The kinds a priority is of, the one most speaks for first. Always at least one: `other`, when no
 * word is known. A kind that only a single milestone or KPI hints at is not named.
 */
export function kindsOf(picture: PriorityPicture): KindFound[] {
	const texts: { text: string; weight: number; place: string }[] = [
		{ text: picture.title, weight: weights.title, place: 'its title' },
		{ text: picture.why, weight: weights.why, place: 'its why' },
		...picture.gaps.map(({ name }) => at(name, weights.gap, 'gap')),
		...(picture.goal ? [at(picture.goal.title, weights.goal, 'annual goal')] : []),
		...picture.kpis.map(({ name }) => at(name, weights.kpi, 'KPI')),
		...picture.milestones.map(({ title }) => at(title, weights.milestone, 'milestone'))
	];
	const found = kinds.flatMap((kind): KindFound[] => {
		if (kind === 'other') return [];
		const hits = texts.flatMap(({ text, weight, place }) => {
			const words = new Map(
				[...text.matchAll(kindWords[kind])].map(([word]) => [word.toLowerCase(), word])
			).values();
			return [...words].map((word) => ({ word, weight, place }));
		});
		const weight = hits.reduce((sum, hit) => sum + hit.weight, 0);
		const [first] = hits.toSorted((one, other) => other.weight - one.weight);
		return first && weight >= 2 ? [{ kind, weight, word: first.word, place: first.place }] : [];
	});
	const ordered = found.toSorted((one, other) => other.weight - one.weight);
	return ordered.length > 0 ? ordered : [{ kind: 'other', weight: 0, word: '', place: '' }];
}

/** `It reads as growth: “pilots” in its title.` */
export function writeKind({ kind, word, place }: KindFound): string {
	if (kind === 'other') return 'No word of the priority says what kind it is.';
	return `It reads as ${kindNames[kind]}: “${word}” in ${place}.`;
}

const at = (text: string, weight: number, what: string) => ({
	text,
	weight,
	place: `the ${what} “${text}”`
});
