/** Why a link lets nobody in, and what to do about it. */
export const deadEnds = {
	unknown: {
		title: 'This link is not complete',
		text: 'Part of it may have been cut off. Copy the whole link from the mail, or ask for a new one.'
	},
	accepted: {
		title: 'This link has been used',
		text: 'It lets one person in. If that was you, sign in; if not, ask whoever invited you for another.'
	},
	revoked: {
		title: 'This invitation was withdrawn',
		text: 'Ask whoever sent it whether they still expect you.'
	},
	expired: {
		title: 'This invitation has run out',
		text: 'It worked for 14 days. Ask whoever sent it for a new one.'
	}
};
