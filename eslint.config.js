import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';

// Components only, and by what stands in them: svelte-check knows their types, and everything else
// is oxlint's, which reads types in seconds where this took minutes.
export default ts.config(
	{ ignores: ['build', '.svelte-kit', 'node_modules', '**/*.ts', '**/*.js', '!**/*.svelte.ts'] },
	...ts.configs.recommended,
	...svelte.configs.recommended,
	{
		languageOptions: { globals: globals.browser },
		rules: {
			'@typescript-eslint/no-unused-vars': [
				'error',
				{ argsIgnorePattern: '^_', caughtErrorsIgnorePattern: '^_', ignoreRestSiblings: true }
			],
			'svelte/no-navigation-without-resolve': 'off',
			'svelte/prefer-svelte-reactivity': 'off',
			// A space at the end of a block can be said in no other way.
			'svelte/no-useless-mustaches': 'off',
			'no-restricted-syntax': [
				'error',
				{ selector: 'ExportAllDeclaration', message: 'Import the file itself.' }
			]
		}
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: { parserOptions: { parser: ts.parser } }
	}
);
