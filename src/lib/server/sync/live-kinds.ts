import type { DocumentKind } from '#lib/live/protocol.ts';
import type { LiveKind } from './live-kind.ts';
import { meetingKind } from './meeting-kind.ts';
import { messageKind } from './message-kind.ts';
import { retrospectiveKind } from './retrospective-kind.ts';

export const liveKinds: Record<DocumentKind, LiveKind> = {
	meeting: meetingKind,
	message: messageKind,
	retrospective: retrospectiveKind
};
