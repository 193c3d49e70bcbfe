import { writeReading } from '#lib/scorecard/number.ts';
import type { Measure } from './priority-picture.ts';

/** A measure whose three numbers are all there. */
export type Known<T extends Measure> = T & { baseline: number; target: number; current: number };

/** Whether a measure has all three numbers and is not yet where it should be. */
export function isOpen<T extends Measure>(measure: T): measure is Known<T> {
	const { baseline, target, current } = measure;
	if (![baseline, target, current].every((value) => value !== null && Number.isFinite(value)))
		return false;
	if (baseline === target) return current !== target;
	return (target! - current!) * Math.sign(target! - baseline!) > 0;
}

/** Whether it counts things one after the other, as sites or contracts, so that a week has a pace. */
export function isCounted({ unit, baseline, target, current }: Known<Measure>): boolean {
	return (
		[baseline, target, current].every(Number.isInteger) &&
		target - baseline >= 2 &&
		!/^(?:%|pts|points|×|[€$£].*|h|hours?|min|minutes|days?|weeks?|months?)$/iu.test(unit)
	);
}

/** The way still to go: `21 sites`, `0.6 points` of a percentage. */
export function leftOf({ unit, decimals, target, current }: Known<Measure>): string {
	const left = Number(Math.abs(target - current).toFixed(Math.max(decimals, 4)));
	if (unit === '%') return `${writeReading(left, { unit: '', decimals })} points`;
	return writeReading(left, {
		unit: left === 1 && /[^s]s$/u.test(unit) ? unit.slice(0, -1) : unit,
		decimals
	});
}

/** Halfway from here to the target, in the measure's decimals; none when that is one of the two. */
export function midway({ decimals, target, current }: Known<Measure>): number | undefined {
	const half = Number(((current + target) / 2).toFixed(decimals));
	return half === current || half === target ? undefined : half;
}

/** How much a week is needed until the target, over so many weeks; 0 when none is left. */
export function paceOf({ target, current }: Known<Measure>, weeks: number): number {
	return weeks > 0 ? Math.abs(target - current) / weeks : 0;
}

/** How much a week has been done in the weeks gone; 0 or less when it went the other way. */
export function roomOf({ baseline, target, current }: Known<Measure>, weeks: number): number {
	return weeks > 0 ? ((current - baseline) * Math.sign(target - baseline)) / weeks : 0;
}

/** A pace in words: `4.2`, `0.12`, and never 0 for what is something. */
export function writeAmount(value: number): string {
	const decimals = value >= 10 ? 0 : value >= 0.095 ? 1 : 3;
	return String(Number(value.toFixed(decimals)) || Number(value.toPrecision(1)));
}

/** A pace in its own unit where a bare number could be misread: `0.1 points`, `1.4 min`, `3.6`. */
export function writePace(value: number, measure: Known<Measure>): string {
	if (isCounted(measure) || measure.unit === '') return writeAmount(value);
	const { unit } = measure;
	return unit === '%'
		? `${writeAmount(value)} points`
		: writeReading(Number(writeAmount(value)), { unit, decimals: 0 });
}

/** Whether it counts people, those to come or those to be taught. */
export function aboutPeople({ name, unit }: Measure): 'hire' | 'learn' | undefined {
	const people =
		/\b(?:people|reps?|staff\w*|hires?|hired|recruit\w*|roles?|certified|certifications?|trained|retrained|taught|learners?|headcount|vacanc\w*|engineers|technicians)\b/iu;
	if (!people.test(`${name} ${unit}`)) return undefined;
	return /\b(?:certif\w*|(?:re)?train\w*|taught|skills?|learn\w*|pass\w*)\b/iu.test(name)
		? 'learn'
		: 'hire';
}

/** Whether it counts places or customers, which can be promised something and get a date. */
export function isOutThere(measure: Measure): boolean {
	return (
		aboutPeople(measure) === undefined &&
		/\b(?:sites?|customers?|clients?|accounts?|pilots?|contracts?|stores?|shops?|plants?|locations?|branches|countries|regions|partners?|robots?|machines?|gateways?|installations?|deployments?|orders?|projects?|teams?|schools?|hospitals?)\b/iu.test(
			`${measure.name} ${measure.unit}`
		)
	);
}

/** Whether customers notice it: how well it runs, how soon somebody answers, how often it fails. */
export function feltByCustomers(measure: Measure): boolean {
	return (
		aboutPeople(measure) === undefined &&
		/\b(?:uptime|downtime|availab\w*|respon\w*|recover\w*|incidents?|outages?|on[- ]time|deliver\w*|lead time|waiting|wait|days? (?:from|to)|sites?|defects?|faults?|errors?|complaints?|satisf\w*|NPS|recommend\w*|usage|adoption|resolved|escalat\w*|quality|picks?)\b/iu.test(
			measure.name
		)
	);
}
