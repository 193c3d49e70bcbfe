const rules =
	'^src/lib/(calendar|team|meeting|scorecard|message|okr|execution|learning|coaching|diagnosis|facilitator)/[^/]+(?<!\\.svelte)\\.ts$';
const plainNode = '^src/(server\\.ts|dev-server\\.ts|lib/server/)';
/** Supabase Lite, the clients of Redis, of mail servers and of models, and the queues. */
const onlyWhereNeeded =
	'^src/lib/server/(supabase/embedded|sync/nodes|mail/smtp|llm/(ask-model|say))\\.ts$' +
	'|node_modules/(@supabase/lite|redis|nodemailer|openai|pg-boss)/';

/** Who may import what; the reasons are in CONVENTIONS.md. */
export default {
	forbidden: [
		{
			name: 'rules-stay-pure',
			comment: 'Domain rules are plain TypeScript: no framework, no document, no database.',
			severity: 'error',
			from: { path: rules, pathNot: '\\.(test|svelte)\\.ts$' },
			to: {
				path: [
					'^src/lib/(live|server|ui)/',
					'\\.svelte(\\.ts)?$',
					'node_modules/(svelte|yjs|@sveltejs|@supabase)/',
					'^\\$app'
				]
			}
		},
		{
			name: 'live-server-is-plain-node',
			comment:
				'What runs beside SvelteKit must not need SvelteKit, or it could not run on its own.',
			severity: 'error',
			from: { path: plainNode },
			to: { path: ['^\\$app', '\\.svelte(\\.ts)?$', '^src/routes/'] }
		},
		{
			name: 'browsers-never-see-the-server',
			severity: 'error',
			from: { path: '^src/lib/(?!server/)', pathNot: '\\.test\\.ts$' },
			to: { path: '^src/lib/server/' }
		},
		{
			name: 'ui-knows-no-domain',
			severity: 'error',
			from: { path: '^src/lib/ui/' },
			to: { path: '^src/lib/(?!ui/)' }
		},
		{
			name: 'nothing-imports-routes',
			severity: 'error',
			from: { path: '^src/lib/' },
			to: { path: '^src/routes/' }
		},
		{
			name: 'start-loads-what-it-needs',
			comment:
				'What only some servers need, or none at once, is loaded when it is needed: each of these takes 130 to 280 ms and tens of megabytes of a start.',
			severity: 'error',
			from: {
				path: plainNode,
				pathNot: `\\.test\\.ts$|/(server-process|a-room)\\.ts$|${onlyWhereNeeded}`
			},
			to: { path: onlyWhereNeeded, dynamic: false, dependencyTypesNot: ['type-only'] }
		},
		{ name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } }
	],
	options: {
		doNotFollow: { path: 'node_modules' },
		tsConfig: { fileName: 'tsconfig.json' },
		tsPreCompilationDeps: true
	}
};
