/** What the feed and the writer need of the app when they run without a window. */
export { Component } from '../host/core/events';
export { TFile } from '../host/core/files';
export { OpenNote as MarkdownView } from '../obsidian/open-note';
export class Notice {}
