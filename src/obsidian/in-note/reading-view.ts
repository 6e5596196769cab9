import type { MarkdownPostProcessor } from 'obsidian';
import { parseTaskLine } from '../../core/line/task-line';
import { scanBlocks } from '../../core/text/blocks';
import type { CommandServices } from '../commands';
import { makeButtons } from './buttons';
import { taskAt } from './task-at';

/** Buttons behind the proposals of a rendered note. */
export function readingButtons(services: CommandServices): MarkdownPostProcessor {
  return (el, context) => {
    const { sourcePath } = context;
    if (!services.settings().inNoteButtons || !services.index.note(sourcePath)) return;
    const items = el.querySelectorAll('li.task-list-item');
    const info = items.length > 0 ? context.getSectionInfo(el) : null;
    if (!info) return;
    const lines = taskLines(info.text).filter(({ line }) => line >= info.lineStart && line <= info.lineEnd);
    // Items and lines stand in the same order. If they do not match, no button is better than a wrong one.
    if (lines.length !== items.length) return;
    lines.forEach(({ line, source }, at) => {
      const item = items[at];
      const target = taskAt(sourcePath, line, source, services.lineRules());
      if (item && target) {
        const buttons = makeButtons(services, () => target);
        // Behind the words of an item, before what is nested in it.
        const text = item.querySelector(':scope > p') ?? item;
        text.insertBefore(buttons, text.querySelector(':scope > ul, :scope > ol'));
      }
    });
  };
}

/** The last text and its lines: a note is rendered section by section. */
let known: { text: string; lines: readonly { line: number; source: string }[] } = { text: '', lines: [] };

function taskLines(text: string): typeof known.lines {
  if (known.text !== text) {
    const spans = scanBlocks(text).candidates;
    const all = spans.map(({ line, from, to }) => ({ line, source: text.slice(from, to) }));
    known = { text, lines: all.filter(({ source }) => parseTaskLine(source) !== null) };
  }
  return known.lines;
}
