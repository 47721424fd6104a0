// Faults that are planted one at a time, to show that the generated histories find them. Each takes one thing away that the invariant leans on.
import { Refusal } from '../../kernel/refusal.ts'
import { accept as acceptHandover } from '../../cases/handover/actions.ts'
import { endRole } from '../../cases/handover/leaving.ts'
import type { Beginning } from './run.ts'
import type { What } from './commands.ts'
import { type Acts, acts, way } from './scene.ts'
import { acceptAction, declineAction } from '../../referrals/actions-receive.ts'

export interface Fault {
  readonly name: string
  /** What is done to the database. */
  readonly spoil?: string
  /** What is put in the place of an action. */
  readonly acts?: Partial<Acts>
  /** What the histories of the short test are made of, so that few of them are enough. */
  readonly focus: { readonly only: readonly What[]; readonly begin: readonly Beginning[] }
}

const isConflict = (error: unknown): boolean => error instanceof Refusal && error.kind === 'conflict'
/** Before a row of a table is written, something is made of it. */
const before = (table: string, when: string, body: string): string => `
  create function public.planted() returns trigger language plpgsql as $planted$ begin ${body} end $planted$;
  create trigger a_planted before ${when} on ${table} for each row execute function public.planted();`

export const faults: readonly Fault[] = [
  {
    name: 'a role ends although cases wait', spoil: 'drop trigger nobody_orphans on holding',
    acts: { endRole: way({ ...endRole, run: (work, input, facts) => endRole.run(work, input, { ...facts, waiting: 0 }) }) },
    focus: { only: ['leave', 'note'], begin: ['received', 'coordinated'] },
  },
  {
    name: 'an accepted hand-over moves all cases but one',
    acts: { acceptHandover: way({ ...acceptHandover, run: (work, input, facts) => acceptHandover.run(work, input, { ...facts, cases: facts.cases.slice(1) }) }) },
    focus: { only: ['offer', 'acceptHandover', 'note'], begin: ['received'] },
  },
  {
    name: 'a stand-in whose days are over still acts',
    spoil: `create or replace function gate.acts_for(wanted text) returns uuid[] language sql stable security definer set search_path = public, pg_catalog, pg_temp as $$
      with held as (select h.id, h.person, h.for_person from holding h where h.role = wanted and h.partnership = gate.partnership() and h.from_day <= gate.today()
          and (h.for_person is not null or h.to_day is null or h.to_day >= gate.today())),
        stood as (select distinct on (for_person) for_person as away, person as by from held where for_person is not null order by for_person, id)
      select coalesce(array_agg(distinct who), '{}') from (select h.person as who from held h where h.person = gate.person() and h.for_person is null
        union all select s.away from stood s where s.by = gate.person()) acts where not exists (select from stood s where s.away = gate.person()) $$`,
    focus: { only: ['away', 'hours', 'note'], begin: ['coordinated'] },
  },
  {
    name: 'a referral that is declined does not come back to its case',
    acts: { decline: way({ ...declineAction, run: (work, input, facts) => declineAction.run(work, input, { ...facts, of: undefined }) }) },
    focus: { only: ['decline', 'see', 'sendCoordinator'], begin: ['police', 'clarified'] },
  },
  {
    name: 'the rounds never put anything before the leader',
    spoil: `${before('case_event', 'insert', `if new.move = 'to-leader' then return null; end if; return new;`)}
      create function public.planted_too() returns trigger language plpgsql as $planted$ begin if new.step = 'to-leader' then return null; end if; return new; end $planted$;
      create trigger a_planted before insert on referral_event for each row execute function public.planted_too();`,
    focus: { only: ['hours', 'rounds'], begin: ['received', 'coordinated', 'police'] },
  },
  {
    name: 'a consent that is taken back can still be used', spoil: before('consent', 'update', 'new.withdrawn_at := null; new.withdrawn_by := null; return new;'),
    focus: { only: ['withdraw', 'sendPolice'], begin: ['asked', 'police'] },
  },
  {
    name: 'what a coordinator holds does not ask who stands in for whom, nor which cases cross',
    spoil: `create or replace function gate.held_cases() returns uuid[] language sql stable security definer set search_path = public, pg_catalog, pg_temp as $$
      select coalesce(array_agg(n.case_id), '{}') from case_now n where n.holder = gate.person() and n.partnership = gate.as_role('primaryCoordinator') and n.status in ('coordinated', 'closed') $$`,
    focus: { only: ['away', 'hours', 'note'], begin: ['coordinated'] },
  },
  {
    name: 'two who accept at once are both told that it is theirs',
    acts: { accept: way({ ...acceptAction, run: (work, input, facts) => acceptAction.run(work, input, facts).catch((error: unknown) => {
      if (!isConflict(error)) throw error
      return { id: input.referral }
    }) }) },
    focus: { only: ['accept'], begin: ['police', 'coordinated'] },
  },
  {
    name: 'closing drops the day on which somebody calls',
    spoil: before('case_event', 'insert', `if new.move = 'close' then new.next := 'none'; new.due := null; new.holder := null; end if; return new;`),
    focus: { only: ['close', 'note'], begin: ['clarified', 'coordinated'] },
  },
  {
    name: 'danger now is given two days when it is passed on',
    spoil: before('case_event', 'insert', `if new.move = 'pass-on' and new.next = 'call' then new.due := new.at + interval '2 days'; end if; return new;`),
    focus: { only: ['enquireUrgent', 'hours', 'rounds'], begin: ['received'] },
  },
  {
    name: 'a family counsellor who does not answer is never late', spoil: before('family_late', 'insert', 'return null;'),
    focus: { only: ['askTrack', 'hours', 'rounds'], begin: ['clarified'] },
  },
  {
    name: 'talks with somebody who stalks never come before the leader',
    spoil: before('case_event', 'insert', `if new.move = 'to-leader' and new.next = 'talk' then return null; end if; return new;`),
    focus: { only: ['hours', 'rounds'], begin: ['talks'] },
  },
  {
    name: 'the clock does not ask who is kept out of an employee\'s case',
    spoil: `create or replace function gate.left_out_of(about uuid) returns uuid[] language sql stable security definer set search_path = public, pg_catalog, pg_temp as $$ select gate.blocked_from(about) $$;
      create or replace function gate.may_be_given(about uuid, receiver uuid) returns boolean language sql stable security definer set search_path = public, pg_catalog, pg_temp as $$ select true $$`,
    focus: { only: ['openEmployee', 'hours', 'rounds'], begin: ['employee'] },
  },
  {
    name: 'a paper that he takes back can still be used', spoil: before('other_consent_end', 'insert', 'return null;'),
    focus: { only: ['takeHisBack', 'sendHis'], begin: ['signed'] },
  },
  {
    name: 'whoever stands in for a counsellor finds nothing, and whoever is away still does',
    spoil: `create or replace function gate.other_cases(wanted text) returns uuid[] language sql stable security definer set search_path = public, pg_catalog, pg_temp as $$
      select coalesce(array_agg(n.case_id), '{}') from case_now n where n.kind = 'otherParty' and n.holder = gate.person() and n.partnership = gate.as_role(wanted) $$`,
    focus: { only: ['away', 'hours', 'noteTalks', 'join'], begin: ['talks'] },
  },
  {
    name: 'a family counsellor\'s track stays behind at a hand-over', spoil: before('family_giving', 'insert', `if new.how = 'hand-over' then return null; end if; return new;`),
    focus: { only: ['offer', 'acceptHandover', 'hours'], begin: ['family'] },
  },
]

export const actsWith = (fault: Fault): Acts => ({ ...acts, ...fault.acts })
