import * as v from 'valibot';

/** What a webhook can be told of, and how the settings call it. */
export const eventNames = {
	'meeting.started': 'A meeting begins',
	'meeting.closed': 'A meeting closes: its recap',
	'hot_item.raised': 'A hot item is raised',
	'hot_item.ended': 'A hot item ends'
} as const;
export type EventKind = keyof typeof eventNames;
export const eventKinds = Object.keys(eventNames) as EventKind[];

export const webhookKinds = {
	signed: 'Signed messages for a program',
	slack: 'A post in Slack',
	teams: 'A post in Microsoft Teams'
} as const;
export type WebhookKind = keyof typeof webhookKinds;
export const WebhookKind = v.picklist(Object.keys(webhookKinds) as WebhookKind[]);

type Owned = { id: string; title: string; owner: string | null };
type About = { team: { id: string; name: string }; link: string };
type MeetingAbout = About & {
	meeting: { id: string; name: string; number: number; day: string };
};

/** What happened, as programs are sent it: the type, the moment, and the data about it. */
export type WebhookEvent =
	| { type: 'test'; timestamp: string; data: About }
	| { type: 'meeting.started'; timestamp: string; data: MeetingAbout }
	| {
			type: 'meeting.closed';
			timestamp: string;
			data: MeetingAbout & {
				decisions: Owned[];
				actions: (Owned & { due: string | null })[];
				hotItems: { id: string; title: string; state: string }[];
				/** The mean of the ratings, once they are revealed. */
				rating: number | null;
			};
	  }
	| {
			type: 'hot_item.raised' | 'hot_item.ended';
			timestamp: string;
			data: MeetingAbout & {
				hotItem: { id: string; title: string; question: string; state: string };
			};
	  };
