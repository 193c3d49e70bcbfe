import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';

export default ts.config(
	{
		ignores: [
			'build',
			'.svelte-kit',
			'node_modules',
			'bench/results',
			'bench/sync/peers',
			'src/lib/server/database-types.ts'
		]
	},
	...ts.configs.recommendedTypeChecked,
	...svelte.configs.recommended,
	{
		languageOptions: {
			globals: { ...globals.browser, ...globals.node },
			parserOptions: { projectService: true, extraFileExtensions: ['.svelte'] }
		},
		rules: {
			'@typescript-eslint/no-unused-vars': [
				'error',
				{ argsIgnorePattern: '^_', ignoreRestSiblings: true }
			],
			'@typescript-eslint/consistent-type-imports': 'off',
			'@typescript-eslint/consistent-type-definitions': 'off',
			'@typescript-eslint/require-await': 'off',
			'@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
			'@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
			'@typescript-eslint/only-throw-error': 'off',
			'@typescript-eslint/switch-exhaustiveness-check': 'error',
			'svelte/no-navigation-without-resolve': 'off',
			'svelte/prefer-svelte-reactivity': 'off',
			'no-restricted-syntax': [
				'error',
				{ selector: 'ExportAllDeclaration', message: 'Import the file itself.' }
			]
		}
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: { parserOptions: { parser: ts.parser } }
	},
	{
		// Playwright fixtures take an empty pattern; tests may look at untyped answers.
		files: ['tests/**', '**/*.test.ts', 'bench/**'],
		rules: {
			'no-empty-pattern': 'off',
			'@typescript-eslint/no-unsafe-assignment': 'off',
			'@typescript-eslint/no-unsafe-member-access': 'off',
			'@typescript-eslint/no-unsafe-argument': 'off'
		}
	},
	{ files: ['**/*.js'], ...ts.configs.disableTypeChecked }
);
