import type { Root, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { frontmatter } from 'micromark-extension-frontmatter';
import { gfm } from 'micromark-extension-gfm';

import { Component } from '../core/events';
import type { App } from './app';
import { blockToDom } from './markdown-blocks';
import { getFrontMatterInfo, parseYaml } from './metadata-utils';

/** What a post processor learns about the note. */
export interface PostProcessorContext {
  docId: string;
  sourcePath: string;
  frontmatter: unknown;
  addChild(child: MarkdownRenderChild): void;
  getSectionInfo(el: HTMLElement): { text: string; lineStart: number; lineEnd: number } | null;
}

/** A function that changes rendered Markdown. */
export interface PostProcessor {
  (el: HTMLElement, context: PostProcessorContext): Promise<unknown> | void;
  sortOrder?: number;
}

/** A component that lives as long as a piece of rendered Markdown. */
export class MarkdownRenderChild extends Component {
  constructor(public containerEl: HTMLElement) {
    super();
  }
}

const postProcessors: PostProcessor[] = [];

/** The registry of post processors. */
export const MarkdownPreviewRenderer = {
  registerPostProcessor(processor: PostProcessor, sortOrder = 0): void {
    processor.sortOrder = sortOrder;
    postProcessors.push(processor);
    postProcessors.sort((a, b) => (a.sortOrder ?? 0) - (b.sortOrder ?? 0));
  },
  unregisterPostProcessor(processor: PostProcessor): void {
    const at = postProcessors.indexOf(processor);
    if (at >= 0) postProcessors.splice(at, 1);
  },
  createCodeBlockPostProcessor(
    language: string,
    handler: (source: string, el: HTMLElement, context: PostProcessorContext) => Promise<unknown> | void,
  ): PostProcessor {
    return (el, context) => {
      for (const code of el.findAll(`pre > code.language-${CSS.escape(language)}`)) {
        const block = createDiv(`block-language-${language}`);
        code.parentElement?.replaceWith(block);
        void handler((code.textContent ?? '').replace(/\n$/, ''), block, context);
      }
    };
  },
};

/** Comments are not shown; their line breaks stay so that line numbers stay right. */
function dropComments(text: string): string {
  return text.replace(/(```[\s\S]*?(?:```|$)|`[^`\n]*`)|%%[\s\S]*?(?:%%|$)/g, (whole, code?: string) =>
    code === undefined ? whole.replace(/[^\n]/g, '') : whole,
  );
}

/** Parses Markdown to its syntax tree. */
export function parse(text: string): Root {
  return fromMarkdown(dropComments(text), {
    extensions: [gfm(), frontmatter(['yaml'])],
    mdastExtensions: [gfmFromMarkdown(), frontmatterFromMarkdown(['yaml'])],
  });
}

function readFrontmatter(text: string): unknown {
  const info = getFrontMatterInfo(text);
  try {
    return info.exists ? parseYaml(info.frontmatter) : null;
  } catch {
    return null;
  }
}

/** Renders a note block by block; in the reading view every block sits in a div of its own. */
export async function renderSections(
  app: App,
  text: string,
  el: HTMLElement,
  sourcePath: string,
  component: Component,
  wrapped: boolean,
): Promise<void> {
  const info = new Map<HTMLElement, { lineStart: number; lineEnd: number }>();
  const context: PostProcessorContext = {
    docId: Math.random().toString(16).slice(2),
    sourcePath,
    frontmatter: readFrontmatter(text),
    addChild: (child) => void component.addChild(child),
    getSectionInfo: (inner) => {
      for (const [block, lines] of info) if (block.contains(inner)) return { text, ...lines };
      return null;
    },
  };
  // Rendering takes its time in the real app: what comes right after the call sees nothing yet.
  await Promise.resolve();
  for (const node of parse(text).children) {
    const block = createDiv(`el-${tagOf(node)}`);
    blockToDom(node, block);
    if (!block.hasChildNodes()) continue;
    info.set(block, {
      lineStart: (node.position?.start.line ?? 1) - 1,
      lineEnd: (node.position?.end.line ?? 1) - 1,
    });
    block.setAttr('data-line', (node.position?.start.line ?? 1) - 1);
    for (const processor of postProcessors) await processor(block, context);
    if (wrapped) el.append(block);
    else el.append(...Array.from(block.childNodes));
  }
  // Embeds and unresolved links are marked once everything is there.
  for (const link of el.findAll('a.internal-link')) {
    const path = (link.getAttr('data-href') ?? '').split('#')[0] ?? '';
    const known = path === '' || app.metadataCache.getFirstLinkpathDest(path, sourcePath);
    link.toggleClass('is-unresolved', !known);
  }
}

function tagOf(node: RootContent): string {
  if (node.type === 'heading') return `h${node.depth}`;
  if (node.type === 'list') return node.ordered ? 'ol' : 'ul';
  if (node.type === 'blockquote') return 'blockquote';
  if (node.type === 'code') return 'pre';
  if (node.type === 'table') return 'table';
  return 'p';
}

/** Renders Markdown into elements. */
export class MarkdownRenderer extends MarkdownRenderChild {
  app!: App;
  hoverPopover = null;

  /** Nothing makes links or checkboxes of the result do anything: that is the caller's job. */
  static async render(
    app: App,
    markdown: string,
    el: HTMLElement,
    sourcePath: string,
    component: Component,
  ): Promise<void> {
    await renderSections(app, markdown, el, sourcePath, component, false);
  }

  /** The old way, without an app. */
  static async renderMarkdown(
    markdown: string,
    el: HTMLElement,
    sourcePath: string,
    component: Component,
  ): Promise<void> {
    const app: unknown = Reflect.get(window, 'app');
    await renderSections(app as App, markdown, el, sourcePath, component, false);
  }
}
