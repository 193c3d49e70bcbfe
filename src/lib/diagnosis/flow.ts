/** One step of a process; times in hours. */
export type Step = {
	id: string;
	name: string;
	work: number;
	/** How long it lies before somebody works on it. */
	wait: number;
	/** Who does it. */
	doer: string;
	handOff: string;
	/** Of a hundred times, how often it goes back. */
	rework: number;
	/** The place of the step it goes back to, 0 for the first; null for itself. */
	backTo: number | null;
};

export type StepFlow = {
	id: string;
	/** How often it is gone through on average. */
	visits: number;
	/** Hours it takes, all visits together. */
	hours: number;
	/** Its share of the whole, 0 to 1. */
	share: number;
};

export type Flow = {
	/** Hours from end to end; null when it never ends. */
	total: number | null;
	working: number | null;
	waiting: number | null;
	/** Hours that are spent because something went back. */
	reworked: number | null;
	steps: StepFlow[];
	/** The step that takes the most hours; null when none takes any, or it never ends. */
	bottleneck: string | null;
	/** Steps that always go back: nothing comes out behind them. */
	endless: string[];
};

/**
 * Where the time of a process goes. Each step is gone through once, and again as often as something
 * comes back to it: with r the share that goes back, the visits v solve v = start + v·P, where P sends
 * 1 − r on and r back (an absorbing Markov chain; Kemeny and Snell 1960). A step that would send work
 * forward past others sends it to itself.
 */
export function flowOf(steps: readonly Step[]): Flow {
	const endless = steps.filter(({ rework }) => rework >= 100).map(({ id }) => id);
	if (endless.length > 0)
		return {
			...{ total: null, working: null, waiting: null, reworked: null, bottleneck: null, endless },
			steps: steps.map(({ id }) => ({ id, visits: 0, hours: 0, share: 0 }))
		};
	const visits = visitsOf(steps);
	const hoursOf = (at: number) =>
		(visits[at] ?? 0) * ((steps[at]?.work ?? 0) + (steps[at]?.wait ?? 0));
	const sum = (of: (step: Step, at: number) => number) =>
		steps.reduce((all, step, at) => all + of(step, at), 0);
	const total = sum((_, at) => hoursOf(at));
	const flows = steps.map(({ id }, at) => ({
		id,
		visits: visits[at] ?? 0,
		hours: hoursOf(at),
		share: total > 0 ? hoursOf(at) / total : 0
	}));
	const most = Math.max(0, ...flows.map(({ hours }) => hours));
	return {
		total,
		working: sum(({ work }, at) => work * (visits[at] ?? 0)),
		waiting: sum(({ wait }, at) => wait * (visits[at] ?? 0)),
		reworked: total - sum(({ work, wait }) => work + wait),
		steps: flows,
		bottleneck: most > 0 ? (flows.find(({ hours }) => hours === most)?.id ?? null) : null,
		endless
	};
}

function visitsOf(steps: readonly Step[]): number[] {
	const size = steps.length;
	// Row k says: visits of k, less what is sent to k from each step, is what begins there.
	const rows = Array.from({ length: size }, (_, row) =>
		Array.from({ length: size + 1 }, (_, column) =>
			column === size ? (row === 0 ? 1 : 0) : row === column ? 1 : 0
		)
	);
	steps.forEach(({ rework, backTo }, at) => {
		const back = Math.min(Math.max(backTo ?? at, 0), at);
		rows[back]![at]! -= rework / 100;
		if (at + 1 < size) rows[at + 1]![at]! -= 1 - rework / 100;
	});
	for (let pivot = 0; pivot < size; pivot++) {
		const best = rows
			.slice(pivot)
			.reduce(
				(found, row, at) =>
					Math.abs(row[pivot]!) > Math.abs(rows[found]![pivot]!) ? pivot + at : found,
				pivot
			);
		[rows[pivot], rows[best]] = [rows[best]!, rows[pivot]!];
		for (let row = pivot + 1; row < size; row++) {
			const factor = rows[row]![pivot]! / rows[pivot]![pivot]!;
			if (factor === 0) continue;
			for (let column = pivot; column <= size; column++)
				rows[row]![column]! -= factor * rows[pivot]![column]!;
		}
	}
	const visits = Array.from({ length: size }, () => 0);
	for (let row = size - 1; row >= 0; row--) {
		const known = visits.reduce(
			(sum, visit, at) => (at > row ? sum + rows[row]![at]! * visit : sum),
			0
		);
		visits[row] = (rows[row]![size]! - known) / rows[row]![row]!;
	}
	return visits;
}

/** `45 min`, `3.5 h`, `4 days of 8 h`: hours as people say them. */
export function writeHours(hours: number): string {
	if (hours < 1) return `${Math.round(hours * 60)} min`;
	if (hours < 48) return `${round(hours)} h`;
	return `${round(hours / 24)} days`;
}

const round = (value: number) =>
	value >= 10 ? String(Math.round(value)) : String(Math.round(value * 10) / 10);
