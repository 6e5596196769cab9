import { Notice } from 'obsidian';
import type { Verb } from '../../core/edit/verb';
import { countOf } from '../../core/edit/wording';
import { helpOf } from '../../core/list/keys';
import type { ListState } from '../../core/list/list-state';
import { type TaskItem, taskKey } from '../../core/note/task-item';
import {
  countDecided,
  currentKey,
  minutesLeft,
  type Pass,
  progress,
  readPass,
  settle,
  startPass,
} from '../../core/pass/pass';
import { addCopyFacts } from './copies-section';
import { addEvidence } from './evidence';
import { addButton } from './dialog';
import { openPass } from './pass-modal';
import { isThereIn } from './review-store';
import type { ViewServices } from './services';
import { capitalized } from './task-meta';

/** Kept on the device, for a pass is gone on with where it was begun. */
const STORAGE_KEY = 'meeting-tasks-focus';

const OUTCOMES = ['accepted', 'rejected', 'completed', 'closed', 'snoozed'] as const;
type Outcome = (typeof OUTCOMES)[number];

const OUTCOME_OF: Readonly<Partial<Record<Verb['kind'], Outcome>>> = {
  accept: 'accepted',
  start: 'accepted',
  reopen: 'rejected',
  reject: 'rejected',
  complete: 'completed',
  'close-as-copy': 'closed',
  snooze: 'snoozed',
};

/** Opens the focus pass through the tasks of a list; one through the same list that was left is gone on with. */
export function openFocusPass(services: ViewServices, items: readonly TaskItem[], state: ListState): void {
  const isThere = isThereIn(services);
  const source = [state.tab, state.split, state.query, state.grouping, state.order].join('\n');
  const fresh = (): Pass<Outcome> => startPass(items.map(taskKey));
  const stored = services.app.loadLocalStorage(STORAGE_KEY) as { source?: unknown; pass?: unknown } | null;
  const known = stored?.source === source ? readPass(stored.pass, OUTCOMES) : null;
  const resumed = known && settle(known, isThere);
  let pass = resumed && currentKey(resumed) !== null ? resumed : fresh();
  if (pass.queue.length === 0) return void new Notice('Nothing to decide on here.');
  const begun = { at: performance.now(), decided: pass.decisions.length };
  openPass({
    services,
    skipLabel: 'Skip',
    pass: () => pass,
    keep: (next) => {
      pass = next;
      services.app.saveLocalStorage(STORAGE_KEY, { source, pass });
    },
    title: () => helpOf('focus'),
    progress: () => {
      const { left, decided } = progress(pass, isThere);
      const minutes = minutesLeft(left, decided - begun.decided, performance.now() - begun.at);
      const about = minutes === null ? '' : `, about ${countOf(minutes, 'minute')}`;
      return `${left} left, ${decided} decided${about}`;
    },
    outcome: ({ kind }) => OUTCOME_OF[kind],
    evidence: (el, item, isShown) => {
      addCopyFacts(el, item, services);
      void addEvidence(el, item, services, isShown);
    },
    tally: () =>
      OUTCOMES.map((one) => [capitalized(one), countDecided(pass, one)] as const).filter(
        ([, count]) => count > 0,
      ),
    addEnd: (footer, walk) => addButton(footer, 'Close', () => walk.close()),
  });
}
