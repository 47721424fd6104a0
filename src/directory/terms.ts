// When somebody is there to answer, and how long each step may take. Every partnership decides its own; these are the suggestions. Pure.
import type { Records } from './records.ts'

export interface Hours {
  /** 1 is Monday. */
  readonly weekdays: readonly number[]
  /** Clocks in Copenhagen, `HH:MM`. */
  readonly from: string
  readonly to: string
  /** Closed besides weekends and holidays: `MM-DD` of every year. */
  readonly closedOn?: readonly string[]
}
/** Working days, but for `reviewDays`, which are days of the calendar, and `dangerMinutes`. 0 working days is the same working day. */
export interface Deadlines {
  readonly firstContactToVisitatorWorkingDays: number
  readonly visitatorAnswerWorkingDays: number
  readonly coordinatorFirstMeetingWorkingDays: number
  readonly reviewDays: number
  /** From a reminder until somebody else gets it, and from there until the leader does. */
  readonly afterReminderWorkingDays: number
  /** Minutes of office time, from each step to the next, where somebody said that there is danger now. */
  readonly dangerMinutes: number
}
/** Those that count days. */
export type DayDeadline = Exclude<keyof Deadlines, 'dangerMinutes'>
export interface Terms { readonly officeHours: Hours; readonly deadlines: Deadlines; readonly records?: Partial<Records> }

/** Where a partnership has not said anything else. Suggestions: no rule sets them. */
export const suggested: Terms = {
  officeHours: { weekdays: [1, 2, 3, 4, 5], from: '08:30', to: '15:00' },
  deadlines: { firstContactToVisitatorWorkingDays: 0, visitatorAnswerWorkingDays: 2, coordinatorFirstMeetingWorkingDays: 5, reviewDays: 28, afterReminderWorkingDays: 1, dangerMinutes: 15 },
}
