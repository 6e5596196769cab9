import { Notice } from 'obsidian';
import { addDays } from '../../core/date/day';
import { countOf } from '../../core/edit/wording';
import type { ListCommand } from '../../core/list/keys';
import type { TaskItem } from '../../core/note/task-item';
import { dayLoads } from '../../core/review/load';
import { type DayMove, planDays, shiftDays, spreadDays } from '../../core/review/plan-days';
import { dueBetween } from '../../core/review/week';
import { addTask, editTask } from './add-task';
import { openOverview } from './overview-modal';
import { openReview } from './review-modal';
import { storedReview } from './review-store';
import type { ViewServices } from './services';
import { askForShift } from './shift-modal';
import { offerReport } from './write-review';

/** The commands that plan: on many tasks, on the week, or with a form. `done` gives the list the focus again. */
export function runPlanCommand(
  command: ListCommand,
  targets: readonly TaskItem[],
  services: ViewServices,
  done: () => void = () => undefined,
): void {
  const [first] = targets;
  switch (command) {
    case 'overview':
      return openOverview(services);
    case 'review':
      return openReview(services);
    case 'write-review':
      return writeReview(services);
    case 'add-task':
      return addTask(services);
    case 'edit-task':
      if (first) editTask(services, first);
      return;
    case 'spread':
      return void spread(targets, services).then(done);
    case 'shift-days':
      if (targets.length === 0) return void new Notice('Select tasks first.');
      return askForShift(services.app, targets.length, (by) => {
        const label = `Moved by ${countOf(by, 'day')}`;
        const moves = shiftDays(targets, by);
        const title = `Move ${countOf(targets.length, 'task')} by ${countOf(by, 'day')}`;
        void preview(moves, title, label, targets.length, services).then(done);
      });
  }
}

function writeReview(services: ViewServices): void {
  const review = storedReview(services);
  if (review) offerReport(services, review, null);
  else new Notice('No review was begun this week.');
}

/** Spreads what is overdue of the selection, else all of one's own that is. */
async function spread(targets: readonly TaskItem[], services: ViewServices): Promise<void> {
  const today = services.today();
  const isLate = ({ due }: TaskItem): boolean => due !== null && due < today;
  const chosen = targets.length > 1 ? targets.filter(isLate) : [];
  const { own } = services.index.open.byDue();
  const late = chosen.length > 0 ? chosen : dueBetween(own, '', addDays(today, -1));
  if (late.length === 0) return void new Notice('Nothing is overdue.');
  const { dayLimit } = services.settings();
  const moves = spreadDays(late, dayLoads(own), today, dayLimit);
  const title = `Spread ${countOf(late.length, 'overdue task')}`;
  await preview(moves, title, 'Spread', late.length, services);
}

async function preview(
  moves: readonly DayMove[],
  title: string,
  label: string,
  count: number,
  services: ViewServices,
): Promise<void> {
  if (moves.length === 0) return void new Notice('These tasks have no due date.');
  const plan = planDays(moves, services.verbContext());
  const undated = count - moves.length;
  await services.preview(title, label, plan);
  if (undated > 0) new Notice(`${countOf(undated, 'task')} without a due date left alone.`);
}
