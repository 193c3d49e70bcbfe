/** Why a model gave nothing that can be used. */
export const failures = [
	'refused',
	'cut off',
	'no JSON',
	'wrong',
	'slow',
	'unreachable',
	'limited',
	'no quota',
	'failed',
	'no model',
	'resting',
	'over budget',
	'cancelled'
] as const;
export type Failure = (typeof failures)[number];

/** `tokens` is what it took, whether it came to anything or not. */
export type Answer<Value> =
	{ state: 'answered'; value: Value; tokens: number } | { state: Failure; tokens: number };

/** What became of reading an answer: a value, or what is wrong with it in words for the model. */
export type Read<Value> = { value: Value } | { wrong: string };

/** Said where all that could come is turned off. */
export const offWords =
	'This is turned off: by an admin, or by itself because hardly anything of it was accepted. Settings → Facilitator turns it on.';

/** Said where the model's work would have been. */
export const failureWords: Record<Failure, string> = {
	refused: 'The model refused to answer',
	'cut off': 'The model’s answer was cut off',
	'no JSON': 'The model’s answer could not be read',
	wrong: 'The model’s answer cited what is not there',
	slow: 'The model did not answer in time',
	unreachable: 'The model cannot be reached',
	limited: 'The model has too much to do just now',
	'no quota': 'The account of the model has no quota left',
	failed: 'The model’s server failed',
	'no model': 'What answers at the model’s address is no model',
	resting: 'The model failed several times and is left alone for a minute',
	'over budget': 'The workspace has used its tokens of today',
	cancelled: 'It was cancelled'
};
