/** What somebody said in one go. Times are milliseconds from the start of the recording. */
export type Turn = { speaker: string; at: number | null; text: string };

export const forms = ['vtt', 'srt', 'text'] as const;
export type TranscriptForm = (typeof forms)[number];

export type Transcript = { form: TranscriptForm; turns: Turn[] };

/** The longest file, in characters: more than five hours of speech. */
export const longestFile = 800_000;
export const mostTurns = 6000;
export const longestTurn = 4000;
const longestSpeaker = 120;

/**
 * Reads a transcript as meeting programs write it: WebVTT, SubRip, or plain text with a speaker before
 * each turn. What follows from the same speaker without a pause is one turn.
 *
 * @param name of the file, which only helps where the text itself does not tell
 * @returns the turns, or what is wrong in a sentence for whoever chose the file
 */
export function readTranscript(file: string, name = ''): Transcript | string {
	if (file.length > longestFile)
		return 'This file is too long: a transcript may have eight hundred thousand characters. Split it.';
	const text = file
		.replace(/^\ufeff/u, '')
		.replace(/\r\n?/gu, '\n')
		.normalize('NFC');
	if (text.includes('\0') || /[\u0001-\u0008\u000e-\u001f]/u.test(text.slice(0, 2000)))
		return 'This is no text file. Export the transcript as VTT, SRT or plain text.';
	const form = formOf(text, name);
	const said = form === 'text' ? readPlain(text) : readCues(text);
	const turns = together(said.map(tidy).filter(({ text: words }) => words !== ''));
	if (turns.length === 0)
		return form === 'text'
			? 'There is nothing in this file.'
			: 'There are no cues with words in this file. It may be cut off.';
	if (turns.length > mostTurns)
		return `This file has ${turns.length} turns; at most ${mostTurns} are kept. Split it.`;
	return { form, turns };
}

function formOf(text: string, name: string): TranscriptForm {
	if (/^\s*WEBVTT/u.test(text)) return 'vtt';
	const [first] = arrow.exec(text) ?? [];
	if (first === undefined) return 'text';
	return /\.vtt$/iu.test(name) || first.includes('.') ? 'vtt' : 'srt';
}

const clock = String.raw`(?:(\d{1,3}):)?(\d{1,2}):(\d{2})(?:[.,](\d{1,3}))?`;
const arrow = new RegExp(`^[ \\t]*${clock}[ \\t]*-->[ \\t]*${clock}.*$`, 'mu');
const arrowLine = new RegExp(`^\\s*${clock}\\s*-->`, 'u');

/** Milliseconds of a time as files write it; null for none. */
function toMs(
	hours: string | undefined,
	minutes: string | undefined,
	seconds: string | undefined,
	part = '0'
) {
	if (minutes === undefined || seconds === undefined) return null;
	const ms = Number(part.padEnd(3, '0').slice(0, 3));
	return (Number(hours ?? 0) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000 + ms;
}

/** Cues are set apart by empty lines; a file that lacks them is still read, by its times. */
function readCues(text: string): Turn[] {
	const turns: Turn[] = [];
	let now: { at: number | null; lines: string[] } | undefined;
	const end = () => {
		if (now) turns.push(...cueTurns(now.lines.join('\n'), now.at));
		now = undefined;
	};
	const lines = text.split('\n');
	lines.forEach((line, index) => {
		const time = arrowLine.exec(line);
		if (time) {
			end();
			now = { at: toMs(time[1], time[2], time[3], time[4]), lines: [] };
		} else if (line.trim() === '') end();
		// The number or name of a cue stands on a line before its time.
		else if (now && !arrowLine.test(lines[index + 1] ?? '')) now.lines.push(line);
	});
	end();
	return turns;
}

/** A cue may hold several voices: `<v Ada>…</v>`. */
function cueTurns(cue: string, at: number | null): Turn[] {
	const voices = [...cue.matchAll(/<v(?:\.[^\s>]*)?\s+([^>]+)>([\s\S]*?)(?=<v[\s.]|$)/gu)];
	if (voices.length === 0) return [{ at, ...speakerIn(plain(cue)) }];
	return voices.map(([, speaker = '', words = '']) => ({
		speaker: plain(speaker),
		at,
		text: plain(words)
	}));
}

const entities: Record<string, string> = {
	amp: '&',
	lt: '<',
	gt: '>',
	nbsp: ' ',
	quot: '"',
	'#39': "'"
};
const plain = (text: string) =>
	text
		.replace(/<[^>\n]{0,200}>/gu, '')
		.replace(/\{\\[^}\n]{0,40}\}/gu, '')
		.replace(/&(amp|lt|gt|nbsp|quot|#39);/gu, (_, name: string) => entities[name] ?? '');

/** `Ada Lovelace: We start`, `>> ADA: We start`; a sentence with a colon in it is no speaker. */
function speakerIn(text: string): { speaker: string; text: string } {
	const found = /^\s*(?:>>|-)?\s*([^:\n]{1,60}):\s+([\s\S]+)$/u.exec(text);
	const [, name = '', words = ''] = found ?? [];
	return found && isName(name) ? { speaker: name.trim(), text: words } : { speaker: '', text };
}

/** A few words, each with a capital or a digit, as names and “Speaker 2” are. */
function isName(name: string): boolean {
	const words = name
		.trim()
		.replace(/\([^)]*\)/gu, '')
		.trim()
		.split(/\s+/u);
	return (
		words.length <= 5 &&
		words.every(
			(word) =>
				/^[\p{Lu}\p{Lo}\p{N}]/u.test(word) ||
				/^(?:de|van|von|der|den|la|le|di|da|of|bin|al)$/u.test(word)
		) &&
		!/[.!?]$/u.test(name.trim().replace(/\b(?:Dr|Mr|Ms|Mrs|Jr)\.$/u, ''))
	);
}

const stamp = String.raw`[[(]?(?:(\d{1,3}):)?(\d{1,2}):(\d{2})(?:\.\d{1,3})?[\])]?`;
/** `[00:01:02] Ada: We start`, `00:01 Ada: We start` */
const stampFirst = new RegExp(`^\\s*${stamp}\\s*[-–]?\\s*(.*)$`, 'u');
/** `Ada Lovelace  0:03`, with the words on the lines below. */
const stampLast = new RegExp(`^\\s*(\\S.{0,60}?)\\s+${stamp}\\s*$`, 'u');

function readPlain(text: string): Turn[] {
	const turns: Turn[] = [];
	for (const line of text.split('\n')) {
		if (line.trim() === '') continue;
		const heading = stampLast.exec(line);
		if (heading?.[1] && isName(heading[1])) {
			turns.push({ speaker: heading[1], at: toMs(heading[2], heading[3], heading[4]), text: '' });
			continue;
		}
		const timed = stampFirst.exec(line);
		const at = timed ? toMs(timed[1], timed[2], timed[3]) : null;
		const said = speakerIn(timed?.[4] ?? line);
		const last = turns.at(-1);
		// A line without a speaker goes on with what was being said.
		if (said.speaker === '' && at === null && last) last.text += `\n${said.text}`;
		else turns.push({ at, ...said, speaker: said.speaker || (last?.speaker ?? '') });
	}
	return turns;
}

const tidy = ({ speaker, at, text }: Turn): Turn => ({
	at,
	speaker: speaker.replace(/\s+/gu, ' ').trim().slice(0, longestSpeaker),
	text: text.replace(/\s+/gu, ' ').trim()
});

/** What one speaker says on and on is one turn, as long as it fits; what is too long is several. */
function together(said: readonly Turn[]): Turn[] {
	const turns: Turn[] = [];
	for (const one of said) {
		const last = turns.at(-1);
		const isSame = last && last.speaker === one.speaker && one.speaker !== '';
		if (isSame && last.text.length + one.text.length < longestRun) last.text += ` ${one.text}`;
		else turns.push(...cut(one));
	}
	return turns;
}

/** Longer than this, what one person says is cited in parts. */
const longestRun = 600;

function cut(turn: Turn): Turn[] {
	const parts: Turn[] = [];
	for (let from = 0; from < turn.text.length || from === 0; from += longestTurn)
		parts.push({ ...turn, text: turn.text.slice(from, from + longestTurn) });
	return parts;
}
