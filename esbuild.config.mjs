// Builds main.js from src/main.ts.
//   node esbuild.config.mjs production   minified, the same bytes for the same source
//   node esbuild.config.mjs watch        unminified with inline source map, rebuilt on change
import { readdir, writeFile } from 'node:fs/promises';
import { build, context } from 'esbuild';
import { minify } from 'terser';

const production = process.argv[2] === 'production';

// Left to itself, esbuild asks for Obsidian once for every file that imports it, and writes `obsidian.Notice` at every
// use. Taken apart in one place, each of these is a variable: 2 kB less. A name that is missing here fails the build.
const NAMES = `{
  ButtonComponent, Component, ItemView, Keymap, MarkdownRenderer, MarkdownView, Menu, Modal, Notice, Platform,
  Plugin, PluginSettingTab, ProgressBarComponent, Setting, SuggestModal, TFile, TFolder,
  debounce, editorInfoField, editorLivePreviewField, getFrontMatterInfo, getLanguage, moment, normalizePath, setIcon,
}`;
const OBSIDIAN = `const ${NAMES} = require('obsidian'); export ${NAMES};`;

/** @type {import('esbuild').Plugin} */
const obsidianOnce = {
  name: 'obsidian-once',
  setup({ onLoad, onResolve }) {
    onResolve({ filter: /^obsidian$/ }, ({ namespace, path }) =>
      namespace === 'once' ? { path, external: true } : { path, namespace: 'once' },
    );
    onLoad({ filter: /^/, namespace: 'once' }, () => ({ contents: OBSIDIAN }));
  },
};

// esbuild puts files into the bundle in the order in which they are first imported. Those of a folder, which use the
// same words, belong together: what compresses the bundle looks back 32 kB only. 1 % less when compressed.
const files = (await readdir('src', { recursive: true })).filter((file) => file.endsWith('.ts')).sort();
const entry = [...files.map((file) => `import './${file}';`), "export { default } from './main';"];

/** @type {import('esbuild').BuildOptions} */
export const options = {
  stdin: { contents: entry.join('\n').replaceAll('\\', '/'), resolveDir: 'src', sourcefile: 'src/all' },
  bundle: true,
  outfile: 'main.js',
  format: 'cjs',
  platform: 'browser',
  target: 'es2021',
  // Of ES2022 only `#x`, which Safari has known for longer than what the style sheet needs of it.
  supported: {
    'class-private-field': true,
    'class-private-method': true,
    'class-private-accessor': true,
    'class-private-brand-check': true,
  },
  // What Obsidian provides at run time must never be bundled: two copies of CodeMirror do not know each other.
  external: ['obsidian', 'electron', '@codemirror/*', '@lezer/*'],
  minify: production,
  sourcemap: production ? false : 'inline',
  treeShaking: true,
  charset: 'utf8',
  legalComments: 'none',
  plugins: [obsidianOnce],
  metafile: true,
  logLevel: 'info',
};

if (process.argv[2] === 'watch') {
  const watching = await context(options);
  await watching.watch();
} else if (production) {
  const { outputFiles } = await build({ ...options, write: false });
  // terser finds what esbuild leaves, and names by how often they are used: 2 % less, 5 % when compressed. Called unsafe
  // is only that a function without `this` becomes an arrow, which cannot be made by `new`: here only classes are, and
  // TypeScript allows nothing else.
  const compress = { passes: 3, hoist_funs: true, unsafe_arrows: true };
  // With a single character beyond Latin-1 the engine would keep all of the code with two bytes a character, and take
  // 3 % longer to compile it.
  const format = { ascii_only: true };
  const { code } = await minify(outputFiles[0].text, { ecma: 2020, toplevel: true, compress, format });
  await writeFile(options.outfile, code);
}
