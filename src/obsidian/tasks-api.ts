import type { App } from 'obsidian';

/** What the Tasks plugin offers to others (its API, version 1). */
export interface TasksApi {
  /** A whole line, or an empty text where the user gave up. */
  createTaskLineModal(): Promise<string>;
  /** The line as it is to be, maybe two lines; empty where the user gave up. Since Tasks 7.21. */
  editTaskLineModal?(line: string): Promise<string>;
}

/** Plugins are part of the app, though not of its published types. */
interface AppWithPlugins extends App {
  readonly plugins?: { readonly plugins: Readonly<Record<string, { apiV1?: TasksApi } | undefined>> };
}

/** The interface of the Tasks plugin; `null` where it is not there or not switched on. */
export function tasksApi(app: App): TasksApi | null {
  return (app as AppWithPlugins).plugins?.plugins['obsidian-tasks-plugin']?.apiV1 ?? null;
}
