/** Who of a team gets its weekly mail. */
export const audiences = ['leadership', 'owners', 'everyone', 'nobody'] as const;
export type Audience = (typeof audiences)[number];

/** Somebody of the team, as far as it decides whether they get the mail. */
export type Seat = {
	role: 'admin' | 'member' | 'observer';
	/** Active priorities they are accountable for. */
	owns: number;
	/** Those of them whose weekly alert is on. */
	alerts: number;
	/** False once they have switched the mail off for themselves. */
	wants: boolean;
};

/** Why somebody gets the mail, or why not. */
export type Standing = 'owner' | 'leader' | 'observer' | 'not asked for' | 'switched off';

/**
 * Whether somebody gets the weekly mail, and why. Leadership are the members and admins of the team;
 * an owner is whoever is accountable for an active priority whose alert is on, observers too. What
 * somebody has switched off for themselves stays off, whatever the team says.
 */
export function standingOf({ role, alerts, wants }: Seat, audience: Audience): Standing {
	const isOwner = alerts > 0;
	const reason: Standing = isOwner ? 'owner' : role === 'observer' ? 'observer' : 'leader';
	const isAsked =
		audience === 'everyone' ||
		(audience === 'leadership' && reason !== 'observer') ||
		(audience === 'owners' && isOwner);
	if (!isAsked) return 'not asked for';
	return wants ? reason : 'switched off';
}

/** Whether that standing means a mail. */
export function getsMail(standing: Standing): boolean {
	return standing !== 'not asked for' && standing !== 'switched off';
}
