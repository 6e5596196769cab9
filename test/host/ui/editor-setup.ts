import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { markdown, markdownLanguage } from '@codemirror/lang-markdown';
import { HighlightStyle, indentUnit, syntaxHighlighting } from '@codemirror/language';
import { EditorState, StateField } from '@codemirror/state';
import type { Extension } from '@codemirror/state';
import { Decoration, EditorView, MatchDecorator, ViewPlugin, drawSelection, keymap } from '@codemirror/view';
import type { DecorationSet, ViewUpdate } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import type { MarkdownConfig } from '@lezer/markdown';
import type { MarkdownFileInfo } from 'obsidian';

/** The file and the view an editor belongs to. */
export const editorInfoField = StateField.define<MarkdownFileInfo>({
  create: () => {
    throw new Error('The editor has no file info.');
  },
  update: (value) => value,
});

/** The old name of editorInfoField. */
export const editorViewField = editorInfoField;

/** The CodeMirror view of an editor state. */
export const editorEditorField = StateField.define<EditorView>({
  create: () => {
    throw new Error('The editor has no view.');
  },
  update: (value) => value,
});

/** Whether the editor shows a live preview, as it does at first. This host does not hide any markup in it. */
export const editorLivePreviewField = StateField.define<boolean>({
  create: () => true,
  update: (value) => value,
});

/** Whether a mouse button is down in the editor. */
export const livePreviewState = ViewPlugin.fromClass(
  class {
    mousedown = false;
  },
  {
    eventHandlers: {
      mousedown() {
        this.mousedown = true;
      },
      mouseup() {
        this.mousedown = false;
      },
    },
  },
);

const style = HighlightStyle.define([
  { tag: tags.heading1, class: 'cm-header cm-header-1' },
  { tag: tags.heading2, class: 'cm-header cm-header-2' },
  { tag: tags.heading3, class: 'cm-header cm-header-3' },
  { tag: tags.heading4, class: 'cm-header cm-header-4' },
  { tag: tags.heading5, class: 'cm-header cm-header-5' },
  { tag: tags.heading6, class: 'cm-header cm-header-6' },
  { tag: tags.strong, class: 'cm-strong' },
  { tag: tags.emphasis, class: 'cm-em' },
  { tag: tags.strikethrough, class: 'cm-strikethrough' },
  { tag: tags.monospace, class: 'cm-inline-code' },
  { tag: tags.url, class: 'cm-url' },
  { tag: tags.quote, class: 'cm-quote' },
  { tag: tags.comment, class: 'cm-comment' },
  { tag: [tags.processingInstruction, tags.meta], class: 'cm-formatting' },
]);

// Without this the frontmatter would look like a heading.
const frontmatter: MarkdownConfig = {
  defineNodes: [{ name: 'Frontmatter', block: true, style: tags.meta }],
  parseBlock: [
    {
      name: 'Frontmatter',
      before: 'HorizontalRule',
      parse(context, line) {
        if (context.lineStart !== 0 || line.text.trim() !== '---') return false;
        while (context.nextLine()) {
          if (line.text.trim() !== '---') continue;
          context.nextLine();
          break;
        }
        context.addElement(context.elt('Frontmatter', 0, context.prevLineEnd()));
        return true;
      },
    },
  ],
};

// What Obsidian's own parser knows beyond Markdown: links, tags, highlights and comments.
const decorator = new MatchDecorator({
  regexp:
    /\[\[[^\]\n]+\]\]|\[[^[\]\n]+\]\([^)\n]+\)|==[^=\n]+==|%%[^%\n]*%%|(?<=^|\s)#[\p{L}\p{N}_/-]*[\p{L}_/-][\p{L}\p{N}_/-]*/gu,
  decoration: ([text]) => {
    if (/^\[[^[]/.test(text)) return Decoration.mark({ class: 'cm-link' });
    if (text.startsWith('[[')) return Decoration.mark({ class: 'cm-hmd-internal-link' });
    if (text.startsWith('==')) return Decoration.mark({ class: 'cm-highlight' });
    if (text.startsWith('%%')) return Decoration.mark({ class: 'cm-comment' });
    return Decoration.mark({ class: 'cm-hashtag' });
  },
});

const obsidianMarks = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet;

    constructor(view: EditorView) {
      this.decorations = decorator.createDeco(view);
    }

    update(update: ViewUpdate): void {
      this.decorations = decorator.updateDeco(update, this.decorations);
    }
  },
  { decorations: (plugin) => plugin.decorations },
);

/** Everything an editor of a note has before plugins add to it. */
export function baseExtensions(): Extension[] {
  return [
    history(),
    drawSelection(),
    EditorView.lineWrapping,
    EditorState.allowMultipleSelections.of(true),
    EditorState.tabSize.of(4),
    indentUnit.of('\t'),
    markdown({
      base: markdownLanguage,
      extensions: frontmatter,
      completeHTMLTags: false,
      pasteURLAsLink: false,
    }),
    syntaxHighlighting(style),
    obsidianMarks,
    editorLivePreviewField,
    livePreviewState,
    keymap.of([indentWithTab, ...defaultKeymap, ...historyKeymap]),
    EditorView.contentAttributes.of({ spellcheck: 'false', 'aria-label': 'Note text' }),
  ];
}
