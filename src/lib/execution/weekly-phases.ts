import { readRecall } from '#lib/message/recall.ts';
import { counted } from './weekly-status.ts';
import type { WeeklyFacts } from './weekly-facts.ts';

/** How far one phase of the week's work has come; null where there is nothing yet to count. */
export type Phase = { name: string; share: number | null; words: string };

/**
 * The four phases of the work, each counted from what the team has done:
 * Learn: of the last four meetings, those that kept an insight. Align: of those who answered the last
 * recall round, whoever said what the leadership message says (message/recall.ts). Focus: of the
 * active priorities, at most five, those with an owner. Execute: of their milestones, the done ones.
 */
export function phasesOf(facts: WeeklyFacts): Phase[] {
	return [learn(facts), align(facts), focus(facts), execute(facts)];
}

function learn({ meetings }: WeeklyFacts): Phase {
	const name = 'Learn';
	if (meetings.length === 0) return { name, share: null, words: 'No meeting has been held yet.' };
	const kept = meetings.filter(({ insights }) => insights > 0).length;
	const words =
		meetings.length === 1
			? `The last meeting kept ${kept ? 'an' : 'no'} insight.`
			: `${kept} of the last ${meetings.length} meetings kept an insight.`;
	return { name, share: kept / meetings.length, words };
}

function align({ message, recall }: WeeklyFacts): Phase {
	const name = 'Align';
	if (!message) return { name, share: null, words: 'No leadership message is in force.' };
	if (!recall || recall.answers.length === 0)
		return { name, share: null, words: 'Nobody has recalled the message from memory yet.' };
	const answers = recall.answers.map((answer) => ({ ...answer, priorities: [] }));
	const matching = readRecall(recall.message, [], answers).answers.filter(
		({ matches }) => matches
	).length;
	return {
		name,
		share: matching / answers.length,
		words: `${matching} of ${counted(answers.length, 'leader')} recalled the message.`
	};
}

function focus({ priorities }: WeeklyFacts): Phase {
	const name = 'Focus';
	const active = priorities.length;
	if (active === 0) return { name, share: null, words: 'No priority is active.' };
	const owned = priorities.filter(({ owner }) => owner !== null).length;
	return {
		name,
		share: owned / active,
		words:
			active === 1
				? `The one priority has ${owned ? 'an' : 'no'} owner.`
				: `${owned} of ${active} priorities have an owner.`
	};
}

function execute({ priorities }: WeeklyFacts): Phase {
	const name = 'Execute';
	const milestones = priorities.flatMap((priority) => priority.milestones);
	if (milestones.length === 0) return { name, share: null, words: 'No milestone is set.' };
	const done = milestones.filter(({ doneOn }) => doneOn !== null).length;
	const all = milestones.length === 1 ? 'the one milestone' : `${milestones.length} milestones`;
	return { name, share: done / milestones.length, words: `${done} of ${all} done.` };
}
