import type { SuggestionKind } from './suggestion.ts';

/** What each kind is called where people turn it on and off. */
export const kindNames: Record<SuggestionKind, string> = {
	'time is running': 'Time is running out',
	'off the item': 'The room is elsewhere, or skipped something',
	'said before': 'The team had this before',
	'decided before': 'This was decided before',
	'loose action': 'Actions without owner or date',
	'too much for one': 'Too many actions for one person',
	'undone again': 'Undone again',
	'number calls': 'A number calls for a look',
	'next agenda': 'Minutes of the next agenda',
	structure: 'A question that gives an item shape',
	'vague words': 'Words that commit to nothing',
	'quiet voice': 'Somebody has said little',
	'outcome in a note': 'A line that reads as an outcome',
	'unclear message': 'Unclear words in the leadership message',
	'ai insight': 'Insights from the model',
	'ai decision': 'Decisions from the model',
	'ai action': 'Actions from the model',
	'ai option': 'Options of an item from the model',
	'ai recap': 'Summaries from the model',
	'ai message': 'Messages to teams from the model',
	'ai challenge': 'Questions to goals from the model',
	'ai wording': 'Sharper words for the leadership message from the model',
	'ai plan': 'Rows of plans from the model'
};
