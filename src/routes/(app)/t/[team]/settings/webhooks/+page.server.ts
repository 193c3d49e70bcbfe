import { error, fail } from '@sveltejs/kit';
import * as v from 'valibot';
import { eventKinds, WebhookKind, type EventKind } from '#lib/webhook/event.ts';
import { Id, Line, readForm, refusal } from '#lib/server/form.ts';
import {
	addWebhook,
	listDeliveries,
	listWebhooks,
	removeWebhook,
	replayDelivery,
	stopWebhook,
	testWebhook
} from '#lib/server/rows/webhooks.ts';
import { runtime } from '#lib/server/runtime.ts';
import { refuseUrl } from '#lib/server/webhooks/post-safely.ts';
import { orNotFound } from '../../../../../or-not-found.server.ts';
import type { Actions, PageServerLoad } from './$types';

const shown = 30;

export const load: PageServerLoad = async ({ locals, params, depends }) => {
	depends('rows:webhooks', 'rows:webhook_deliveries');
	const [webhooks, deliveries] = await Promise.all([
		listWebhooks(locals.db, params.team),
		listDeliveries(locals.db, params.team, shown)
	]);
	return { webhooks, deliveries };
};

const NewWebhook = v.object({
	name: Line('a name', 80),
	kind: WebhookKind,
	url: v.pipe(
		v.string('Enter its address.'),
		v.trim(),
		v.minLength(1, 'Enter its address.'),
		v.maxLength(1000, 'That is too long for an address.')
	)
});
const OneWebhook = v.object({ webhook: Id });
const OneDelivery = v.object({ delivery: Id });

export const actions: Actions = {
	add: async ({ locals, params, request }) => {
		if (!locals.person) error(401, 'Sign in first.');
		const data = await request.formData();
		const form = readForm(NewWebhook, data);
		if (form.refused) return fail(400, form.refused);
		const events = eventKinds.filter((event: EventKind) => data.getAll('events').includes(event));
		const refused = refuseUrl(form.output.url, runtime().webhooksToLoopback);
		const problems = {
			...(refused && { url: refused }),
			...(events.length === 0 && { events: 'Choose what it is told of.' })
		};
		if (Object.keys(problems).length > 0)
			return fail(400, refusal({ problems, values: form.values }));
		const { id } = locals.person;
		const { secret } = await orNotFound(
			addWebhook(locals.db, params.team, id, { ...form.output, events })
		);
		return { ...refusal({}), secret, added: form.output.name };
	},
	test: async ({ locals, request }) => {
		const form = readForm(OneWebhook, await request.formData());
		if (form.refused) return fail(400, form.refused);
		await orNotFound(testWebhook(locals.db, form.output.webhook));
		return refusal({});
	},
	stop: async ({ locals, params, request }) => {
		const form = readForm(OneWebhook, await request.formData());
		if (form.refused) return fail(400, form.refused);
		await orNotFound(stopWebhook(locals.db, params.team, form.output.webhook, new Date()));
		return refusal({});
	},
	start: async ({ locals, params, request }) => {
		const form = readForm(OneWebhook, await request.formData());
		if (form.refused) return fail(400, form.refused);
		await orNotFound(stopWebhook(locals.db, params.team, form.output.webhook, null));
		return refusal({});
	},
	remove: async ({ locals, params, request }) => {
		const form = readForm(OneWebhook, await request.formData());
		if (form.refused) return fail(400, form.refused);
		await orNotFound(removeWebhook(locals.db, params.team, form.output.webhook));
		return refusal({});
	},
	replay: async ({ locals, request }) => {
		const form = readForm(OneDelivery, await request.formData());
		if (form.refused) return fail(400, form.refused);
		await orNotFound(replayDelivery(locals.db, form.output.delivery));
		return refusal({});
	}
};
