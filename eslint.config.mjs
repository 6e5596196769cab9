// The plugin is linted by what the community review uses, nothing of it switched off. Tests run in Node and
// never ship: for them, the type-checked rules of typescript-eslint.
import { defineConfig, globalIgnores } from 'eslint/config';
import obsidianmd from 'eslint-plugin-obsidianmd';
import tseslint from 'typescript-eslint';

const typed = { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } };

export default defineConfig([
  globalIgnores(['main.js', 'build/', 'coverage/', 'test/output/', 'test/demo-vault/', 'test/fixtures/']),
  {
    files: ['src/**/*.ts', 'package.json'],
    extends: [obsidianmd.configs.recommended],
  },
  { files: ['src/**/*.ts'], languageOptions: typed },
  {
    // The preset names this rule, but does not apply it to the one file that it is for.
    files: ['manifest.json'],
    plugins: { obsidianmd },
    languageOptions: { parser: tseslint.parser, parserOptions: { extraFileExtensions: ['.json'] } },
    rules: { 'obsidianmd/validate-manifest': 'error' },
  },
  {
    files: ['test/**/*.ts', '*.config.ts'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: typed,
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      // A test double promises what the real thing promises, whether or not it waits for anything itself.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },
]);
