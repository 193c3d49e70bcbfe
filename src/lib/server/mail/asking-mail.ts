import { writeDay } from '#lib/calendar/day.ts';
import { writePeriod, type Cadence } from '#lib/scorecard/period.ts';
import { oneLine, type Mail } from './mail.ts';

export type Lacking = { name: string; cadence: Cadence; period: string };

type Asked = {
	to: string;
	team: { id: string; name: string };
	/** The day of the meeting, and its local time as HH:MM. */
	occursOn: string;
	startsAt: string;
	lacking: readonly Lacking[];
	/** Where the site is, such as https://drumbeat.example. */
	site: string;
	offKey: string;
};

/** Asks the owner of metrics for the readings that lack before a meeting. */
export function askingMail(asked: Asked): Mail {
	const { to, team, occursOn, startsAt, lacking, site, offKey } = asked;
	const off = `${site}/mails/off/${offKey}`;
	const count = lacking.length === 1 ? 'A reading is' : `${lacking.length} readings are`;
	return {
		to,
		subject: `${count} missing for ${writeDay(occursOn)}`,
		text: [
			`${oneLine(team.name)} meets on ${writeDay(occursOn, 'long')} at ${startsAt}. From you there is no reading yet of:`,
			lacking
				.map(({ name, cadence, period }) => `    ${oneLine(name)}, ${writePeriod(period, cadence)}`)
				.join('\n'),
			'You can enter it on your home page:',
			`    ${site}/t/${team.id}`,
			`There is one such mail before a meeting, and none when all is in. If you want no more of them: ${off}`,
			'Drumbeat'
		].join('\n\n'),
		unsubscribe: off
	};
}
