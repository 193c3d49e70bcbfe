// What the facilitator's rules find in recorded meetings, next to what people noted of them.
import { writeFile } from 'node:fs/promises';
import { readCorpora, readJudged, type Corpus } from './corpus.ts';
import { scoreNoteKinds, type Score } from './note-kinds.ts';
import { scoreOutcomes } from './outcomes.ts';
import { falseRepeats, repeatsIn } from './repeats.ts';
import { scoreVoices } from './voices.ts';

const corpora = await readCorpora();
const isSame = await readJudged();
const [ami, icsi] = corpora as [Corpus, Corpus];

const figures = Object.fromEntries(
	corpora.map(({ name, meetings }) => {
		const { of, found } = repeatsIn(meetings);
		const judged = found.map(({ now, before }) => isSame(now, before));
		return [
			name,
			{
				meetings: meetings.length,
				noteKinds: scoreNoteKinds(meetings),
				repeats: {
					problems: of,
					shown: found.length,
					same: judged.filter((same) => same === true).length,
					notJudged: judged.filter((same) => same === undefined).length
				},
				voices: scoreVoices(meetings),
				outcomes: scoreOutcomes(meetings)
			}
		];
	})
);
const strangers = { AMI: falseRepeats(ami, icsi), ICSI: falseRepeats(icsi, ami) };

const share = (part: number, of: number) => (of === 0 ? '–' : (part / of).toFixed(2));
const inWords = ({ shown, right, of }: Score) =>
	`precision ${share(right, shown)} (${right} of ${shown}), recall ${share(right, of)} (${right} of ${of})`;

for (const [name, found] of Object.entries(figures)) {
	const { noteKinds: kinds, repeats, voices, outcomes } = found;
	console.log(`\n${name}, ${found.meetings} meetings`);
	console.log(`  a line reads as an action    ${inWords(kinds.action)}`);
	console.log(`  a line reads as a decision   ${inWords(kinds.decision)}`);
	console.log(`  a line reads as a problem    ${inWords(kinds.problem)}`);
	console.log(
		`  told only, yet taken for one ${kinds.falseAlarms.shown} of ${kinds.falseAlarms.of} lines, ${kinds.falseAlarms.aMeeting.toFixed(1)} a meeting`
	);
	console.log(
		`  a problem was had before     ${repeats.shown} of ${repeats.problems} shown, ${repeats.same} of them the same matter${repeats.notJudged ? `, ${repeats.notJudged} not judged` : ''}`
	);
	console.log(
		`  of another corpus, so wrong  ${strangers[name as 'AMI' | 'ICSI'].shown} of ${strangers[name as 'AMI' | 'ICSI'].of} problems`
	);
	console.log(
		`  a quiet voice is named       in ${voices.meetings} of ${voices.of} meetings, ${voices.people} of ${voices.ofPeople} people`
	);
	console.log(
		`  actions nobody alone owns    ${outcomes.ownedByAGroup} of a group, ${outcomes.ownedBySeveral} of several, of ${outcomes.actions}`
	);
	console.log(`  vague words                  ${outcomes.vague} of ${outcomes.outcomes} outcomes`);
}
await writeFile(
	new URL('../results/eval-rules.json', import.meta.url),
	`${JSON.stringify({ figures, strangers }, null, '\t')}\n`
);
