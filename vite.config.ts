import adapter from '@sveltejs/adapter-node';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';
import { drumbeat } from './src/dev-server.ts';

export default defineConfig({
	plugins: [
		sveltekit({
			adapter: adapter(),
			csp: {
				mode: 'nonce',
				directives: {
					'default-src': ['self'],
					'script-src': ['self'],
					// Colours and widths that follow data are style attributes; scripts never need this.
					'style-src': ['self', 'unsafe-inline'],
					'img-src': ['self', 'data:'],
					'font-src': ['self'],
					'connect-src': ['self'],
					'worker-src': ['self'],
					'manifest-src': ['self'],
					'object-src': ['none'],
					// A page that shows a dashboard lets in its host; see hooks.server.ts.
					'frame-src': ['none'],
					'base-uri': ['none'],
					'form-action': ['self'],
					'frame-ancestors': ['none']
				}
			}
		}),
		drumbeat()
	],
	// Browsers that know light-dark(): without this the minifier writes every colour twice.
	build: { target: 'es2023', cssTarget: ['chrome123', 'edge123', 'firefox121', 'safari17.5'] },
	// Found on the first page that needs them, these would make the dev server reload in mid-sentence.
	optimizeDeps: {
		include: [
			'yjs',
			'@tiptap/core',
			'@tiptap/extension-collaboration',
			'@tiptap/extension-collaboration-caret',
			'@tiptap/y-tiptap',
			'bits-ui'
		]
	},
	test: {
		// `npm run test:faults` runs the other ones; see scripts/faults.js.
		include: process.env.FAULTS
			? ['tests/faults/**/*.faults.ts']
			: [
					'src/**/*.test.ts',
					'supabase/tests/**/*.test.ts',
					'scripts/**/*.test.ts',
					'bench/*/*.test.ts'
				],
		expect: { requireAssertions: true },
		// Real processes and sockets on a shared machine: a second try tells slow from broken.
		retry: process.env.CI ? 1 : 0,
		testTimeout: 30_000,
		hookTimeout: 60_000
	}
});
