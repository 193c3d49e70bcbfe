import { readings, resources, type Resource } from './resources.ts';

const id = { type: 'string', format: 'uuid' };
const orNull = (type: string, format?: string) => ({
	type: [type, 'null'],
	...(format && { format })
});
const text = { type: 'string' };
const day = { type: 'string', format: 'date' };
const instant = { type: 'string', format: 'date-time' };
const whole = { type: 'integer' };
const number = { type: 'number' };

function object(properties: Record<string, object>) {
	return {
		type: 'object',
		additionalProperties: false,
		required: Object.keys(properties),
		properties
	};
}

const schemas = {
	Member: object({
		id,
		name: text,
		role: { enum: ['admin', 'member', 'observer'] },
		title: text
	}),
	Metric: object({
		key: text,
		name: text,
		unit: text,
		cadence: { enum: ['week', 'month', 'quarter'] },
		direction: text,
		target: orNull('number'),
		ownerId: orNull('string', 'uuid'),
		lastPeriod: orNull('string', 'date'),
		lastValue: orNull('number')
	}),
	Reading: object({ period: day, value: number, note: text, enteredAt: instant }),
	Meeting: object({
		id,
		number: whole,
		name: text,
		state: { enum: ['draft', 'live', 'parked', 'closed', 'cancelled'] },
		day,
		startsAt: instant,
		minutes: whole,
		place: text,
		openedAt: orNull('string', 'date-time'),
		closedAt: orNull('string', 'date-time')
	}),
	Decision: object({
		id,
		title: text,
		ownerId: orNull('string', 'uuid'),
		meetingId: orNull('string', 'uuid'),
		hotItemId: orNull('string', 'uuid'),
		decidedAt: instant
	}),
	Action: object({
		id,
		title: text,
		ownerId: orNull('string', 'uuid'),
		dueOn: orNull('string', 'date'),
		doneAt: orNull('string', 'date-time'),
		meetingId: orNull('string', 'uuid'),
		hotItemId: orNull('string', 'uuid'),
		promisedAt: instant
	}),
	Objective: object({
		id,
		title: text,
		cycle: orNull('string'),
		ownerId: orNull('string', 'uuid'),
		endedAt: orNull('string', 'date-time'),
		keyResults: {
			type: 'array',
			items: object({
				id,
				title: text,
				unit: text,
				baseline: number,
				target: number,
				value: orNull('number')
			})
		}
	}),
	Priority: object({
		id,
		title: text,
		why: text,
		ownerId: orNull('string', 'uuid'),
		endedAt: orNull('string', 'date-time')
	}),
	Problem: object({ problem: text }),
	SentReading: object({ period: day, value: number }),
	EnteredReading: object({
		metric: text,
		period: day,
		value: number,
		outcome: { enum: ['entered', 'corrected', 'known'] },
		was: orNull('number')
	})
};

const json = (schema: object) => ({ 'application/json': { schema } });
const refer = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const problem = (description: string) => ({ description, content: json(refer('Problem')) });
const problems = {
	'400': problem('The question is not one this address understands.'),
	'401': problem('The token is missing, unknown or withdrawn, or whoever made it left the team.'),
	'403': problem('The token was not made for this.'),
	'404': problem('There is no such thing in the team.'),
	'429': problem('Too many questions at once; `Retry-After` says when to ask again.')
};
const pages = [
	{
		name: 'limit',
		in: 'query',
		description: 'How many rows, at most.',
		schema: { type: 'integer', minimum: 1, maximum: 200, default: 50 }
	},
	{
		name: 'offset',
		in: 'query',
		description: 'How many to skip: `next` of the answer before.',
		schema: { type: 'integer', minimum: 0, maximum: 1_000_000, default: 0 }
	}
];
const metricKey = {
	name: 'key',
	in: 'path',
	required: true,
	description: 'The key of the metric, as Settings → Sources lists it.',
	schema: { type: 'string', pattern: '^[a-z0-9][a-z0-9-]{0,59}$' }
};

function list(name: string, { summary, scope, schema }: Resource) {
	return {
		operationId: `list${name}`,
		summary,
		description: `Needs a token for \`${scope}\`. It reads what whoever made the token may read.`,
		parameters: pages,
		responses: {
			'200': {
				description: 'A page of the list.',
				content: json(
					object({
						items: { type: 'array', items: refer(schema) },
						next: orNull('integer')
					})
				)
			},
			...problems
		}
	};
}

const capital = (name: string) => name[0]?.toUpperCase() + name.slice(1);

/** What programs may ask, as OpenAPI 3.1 has it; served at /api/v1/openapi.json. */
export function openApi(origin: string, version: string) {
	return {
		openapi: '3.1.0',
		info: {
			title: 'Drumbeat',
			version,
			summary: 'What a team decided, promised and measured, for programs that hold a token of it.',
			license: { name: 'Open source', url: `${origin}/` }
		},
		servers: [{ url: `${origin}/api/v1` }],
		security: [{ token: [] }],
		paths: {
			...Object.fromEntries(
				Object.entries(resources).map(([name, resource]) => [
					`/${name}`,
					{ get: list(capital(name), resource) }
				])
			),
			'/metrics/{key}/readings': {
				parameters: [metricKey],
				get: list('Readings', readings),
				post: {
					operationId: 'enterReading',
					summary: 'Enter one reading of a metric',
					description:
						'Needs a token for `readings:write`. The same reading twice changes nothing.',
					requestBody: { required: true, content: json(refer('SentReading')) },
					responses: {
						'200': {
							description: 'It was known, or corrects one.',
							content: json(refer('EnteredReading'))
						},
						'201': { description: 'It is entered.', content: json(refer('EnteredReading')) },
						...problems,
						'413': problem('One reading at a time.'),
						'422': problem('No period of this metric begins on that day, or not yet.')
					}
				}
			}
		},
		components: {
			securitySchemes: {
				token: { type: 'http', scheme: 'bearer', description: 'Made in Settings → Sources.' }
			},
			schemas
		}
	};
}
