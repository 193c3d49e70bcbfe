import { fencing } from './common.ts';

/** Changes whenever the words or the schema below do. */
export const version = 'sharpen 1';

export const task = `You edit one answer of a company's leadership message, "answer", to the question "question".
${fencing}
Write one to three other wordings that say the same more sharply: concrete, short, in the team's own words, so that every leader can repeat it. Mend what "unclear" names where the answer itself says how. Bring in no number, name, date or promise that is not in the answer; where one is missing, leave its place open rather than fill it.
For each: "text", the whole answer anew, plain British English without links or markup; "why", in one short sentence what is sharper.`;

export const schema = {
	name: 'wordings',
	json: {
		type: 'object',
		properties: {
			items: {
				type: 'array',
				items: {
					type: 'object',
					properties: { text: { type: 'string' }, why: { type: 'string' } },
					required: ['text', 'why'],
					additionalProperties: false
				}
			}
		},
		required: ['items'],
		additionalProperties: false
	}
};
export const mostTokens = 1500;
export const mostItems = 3;
