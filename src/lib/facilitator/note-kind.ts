/** The kinds of outcome a line of notes may be about to become. */
export type LikelyKind = 'action' | 'decision' | 'hot item';
/** What a line reads as, and the words of it that say so. */
export type KindGuess = { kind: LikelyKind; because: string };

/** A line that names who does it: `Jonas will`, `Jonas and Ada to`, `I must`. */
const doing =
	/^(?:will|to|must|shall|should|needs? to|has to|have to|is going to|are going to|promised to|takes?(?= on\b))\b/iu;
const settled =
	/\b(?:(?:we|team|group|it was|was|has been|have) (?:finally |tentatively |now |also )?(?:decided|agreed|determined|chosen|settled)|decision:|agreed (?:to|on|that)|decided (?:to|on|that|against)|we go (?:with|for)|let’s go with|is (?:decided|agreed|final))\b/iu;
/** What things are ruled to be, rather than what people do. */
const ruled =
	/\b(?:will|shall|must|is to|are to|should) (?:not |only |also |still |always |never )*(?:be|have|use|include|contain|feature|cost|look|consist|come|remain|stay|stop|start|run|resemble|incorporate|fit|work|allow|need|target|only|not)\b/iu;
const asked =
	/^(?:whether|how|what|which|why|who|when|where|should|can|could|do|does|is|are)\b|\?\s*$/iu;
const troubled =
	/\b(?:problem\w*|difficult\w*|trouble|issues?|unclear|unsure|not (?:so |very )?sure|not clear|did not know|do not know|don’t know|nobody knows|could not|cannot|can’t|unable|unsuccessful\w*|fails?|failed|failing|failures?|errors?|poor(?:er|ly)?|too (?:\w+ly )?(?:slow|late|expensive|complicated|big|small|long|few|many|much|hard|difficult|time[- ]consuming)|slow in|lacks?|missing|there is no|are no|not (?:yet )?possible|limited|blocked|stuck|complain\w*|dissatisf\w*|worr(?:y|ied|ies)|concern\w*|limitation|disagree\w*|overlook(?:s|ed)?|running (?:out|late))\b/iu;
/** What is only told: it has happened, and asks for nothing. */
const told =
	/\b(?:discussed|presented|opened|introduced|reviewed|recapped|described|explained|reported|evaluated|showed|mentioned|closed|led|announced|went over|talked)\b/iu;

/**
 * What a line of notes reads as, by its words alone; undefined when nothing says so. Only to be
 * offered: it is meant for lines that people write, and useless on what they say.
 *
 * @param people what the people are called who may do something: names, first names, titles
 */
export function guessKind(line: string, people: readonly string[]): KindGuess | undefined {
	const text = line.normalize('NFKC').replaceAll("'", '’').trim().slice(0, 400);
	if (text.split(/\s+/u).length < 3) return undefined;
	const doer = doerOf(text, people);
	if (doer && !troubled.test(text)) return { kind: 'action', because: doer };
	const question = asked.exec(text)?.[0];
	if (question) return { kind: 'hot item', because: question };
	const decided = settled.exec(text)?.[0];
	if (decided) return { kind: 'decision', because: decided };
	const trouble = troubled.exec(text)?.[0];
	if (trouble) return { kind: 'hot item', because: trouble };
	const rule = told.test(text) ? undefined : ruled.exec(text)?.[0];
	return rule && !doer ? { kind: 'decision', because: rule } : undefined;
}

/** `Jonas will`, when the line begins with somebody who does something. */
function doerOf(text: string, people: readonly string[]): string | undefined {
	const named = people
		.filter((name) => name.trim() !== '')
		.toSorted((one, other) => other.length - one.length)
		.map((name) => name.replaceAll(/[.*+?^${}()|[\]\\]/gu, '\\$&'));
	const somebody = `(?:@?(?:the |our )?(?:${[...named, 'I', 'somebody', 'someone', 'everyone', 'everybody', '(?:\\w+ )?members? of the team', 'team members'].join('|')}))`;
	const subject = new RegExp(
		`^[-*•]?\\s*${somebody}(?:(?:,| and|,? &) ${somebody})*(?:\\s+(?:also|then|still))?\\s+`,
		'iu'
	);
	const found = subject.exec(text)?.[0];
	const verb = found && doing.exec(text.slice(found.length))?.[0];
	return found && verb ? `${found}${verb}` : undefined;
}
