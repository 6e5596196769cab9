const RealDate = Date;

let shift = 0;

class ShiftedDate extends RealDate {
  constructor(...args: []) {
    // Without arguments a Date is now; with arguments it is what it always was.
    if (args.length === 0) super(RealDate.now() + shift);
    else super(...args);
  }

  static override now(): number {
    return RealDate.now() + shift;
  }
}

/** Makes the given day (YYYY-MM-DD) today: now is 09:00 local time, or the given time, and time goes on. */
export function setToday(day: string, time = '09:00:00'): void {
  // Without an offset the text means local time.
  const wanted = new RealDate(`${day}T${time}`).getTime();
  if (Number.isNaN(wanted)) throw new Error(`Not a day: ${day}`);
  shift = wanted - RealDate.now();
  window.Date = ShiftedDate as DateConstructor;
}
