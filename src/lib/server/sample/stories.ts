import type { Line, Story, StoryItem } from './story.ts';
import { story38 } from './story-38.ts';
import { story39 } from './story-39.ts';
import { story40 } from './story-40.ts';
import { story41 } from './story-41.ts';
import { story42 } from './story-42.ts';
import { story43 } from './story-43.ts';
import { story44 } from './story-44.ts';
import { story45 } from './story-45.ts';

/** The eight meetings that were held, oldest first. */
export const stories: readonly Story[] = [
	story38,
	story39,
	story40,
	story41,
	story42,
	story43,
	story44,
	story45
];

/** What people have raised for the meeting that is ready to start, and wrote under it. */
export const raised: readonly (StoryItem & { lines: readonly Line[] })[] = [
	{
		title: 'Fleet uptime below 99% for three weeks',
		metric: 'uptime',
		question: 'Freeze new go-lives until the four worst sites run firmware 4, or staff nights?',
		source: '98.4%, target min 99.0%',
		raisedBy: 'dl',
		minutes: 12,
		votes: 4,
		lines: [
			[
				'dl',
				'Third week under 99.0%. Seven in ten lost minutes come from four sites still on firmware 3.8.'
			],
			['jb', 'Havenport alone lost 311 minutes. Two pickers’ shifts were sent home.']
		]
	},
	{
		continues: 'havenport',
		title: 'Havenport wants to pause its go-live',
		question: 'What do we offer so that {+27} still stands?',
		source: 'Call with their operations director',
		raisedBy: 'jb',
		minutes: 8,
		votes: 3,
		lines: [['jb', 'They ask for a pause, not an end. An answer by Thursday would help.']]
	},
	{
		continues: 'pipeline',
		title: 'Pipeline coverage has fallen five weeks running',
		metric: 'pipeline',
		question: 'Which two things would we stop to put more people on it?',
		source: '2.4×, target min 3.0×',
		raisedBy: 'th',
		minutes: 6,
		votes: 2,
		lines: []
	},
	{
		continues: 'visits',
		title: 'Pilots convert faster after a site visit',
		metric: 'pilots',
		question: 'Shall every open pilot get one before {+38}?',
		kind: 'opportunity',
		source: '44%, target min 40%',
		raisedBy: 'iv',
		minutes: 4,
		votes: 1,
		lines: [
			['iv', 'All pilots of the last year compared: 61% with an executive visit, 33% without.']
		]
	}
];
