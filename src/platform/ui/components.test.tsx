import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Child } from 'hono/jsx'
import type { Day } from '../../kernel/day.ts'
import { Baton } from './baton.tsx'
import { Radios } from './choices.tsx'
import { TextArea, TextInput } from './fields.tsx'
import { ErrorSummary, Form, Link } from './form.tsx'
import type { SafeHref } from './href.ts'
import { CitizenPage, StaffPage } from './pages.tsx'
import { Timeline } from './timeline.tsx'
import { WeekChart } from './weeks.tsx'

const drawn = (it: Child) => String(it)
const hostile = '<img src=x onerror=alert(1)>"\''

test('what people wrote is shown as they wrote it and never as markup', () => {
  const html = drawn(
    <Form action="/x" hidden={{ a: hostile }}>
      <TextArea name="told" label={hostile} hint={hostile} error={hostile} value={hostile} />
      <TextInput name="t" label="t" value={hostile} />
    </Form>,
  )
  assert.equal(html.includes('<img'), false)
  assert.equal(html.match(/&lt;img/g)?.length, 6)
})

test('a link cannot be made to run a program', () => assert.throws(() => drawn(<Link href={'javascript:alert(1)' as SafeHref}>x</Link>)))

test('the tab of a citizen never says more than a neutral word', () => {
  const html = drawn(<CitizenPage lang="da" path="/noter" title="Stalking"><p>x</p></CitizenPage>)
  assert.match(html, /<title>Noter<\/title>/)
  assert.equal(/stalking|lods/i.test(html), false)
})

test('components speak the language of their page', () => {
  const inside = <ErrorSummary errors={[{ field: 'a', text: 'x' }]} />
  assert.match(drawn(<StaffPage lang="en" path="/" title="x">{inside}</StaffPage>), /before this can be saved/)
  assert.match(drawn(<StaffPage lang="da" path="/" title="x">{inside}</StaffPage>), /før det kan gemmes/)
})

test('a fault leads to the first choice of a question', () => {
  const choices = [{ value: 'yes', label: 'Ja' }, { value: 'no', label: 'Nej' }]
  const html = drawn(
    <><ErrorSummary errors={[{ field: 'acute', text: 'Vælg' }]} /><Radios name="acute" label="Akut?" error="Vælg" choices={choices} /></>,
  )
  assert.match(html, /href="#acute"/)
  assert.equal(html.match(/id="acute"/g)?.length, 1)
})

test('two forms on a page have an id each', () => {
  const html = drawn(<><Form action="/a"><p /></Form><Form action="/b"><p /></Form></>)
  const ids = [...html.matchAll(/name="once" value="([^"]+)"/g)].map(it => it[1])
  assert.equal(new Set(ids).size, 2)
})

test('a passed deadline is said in words', () => {
  const baton = (daysLeft: number) => drawn(<Baton has="x" next="y" by={'2026-11-18' as Day} daysLeft={daysLeft} />)
  assert.match(baton(-1), /1 dag over fristen/)
  assert.match(baton(0), /i dag/)
  assert.match(baton(13), /onsdag 18\. november 2026.*om 13 dage/)
})

test('weeks without material are told apart from weeks with none', () => {
  const monday = '2026-10-19' as Day
  const weeks = [{ label: 'uge 43', monday, count: 0 }, { label: 'uge 44', monday, count: undefined }, { label: 'uge 45', monday, count: 4 }]
  const html = drawn(<WeekChart caption="Opkald" weeks={weeks} />)
  assert.match(html, /<title[^>]*>Opkald: uge 43 til uge 45\. I alt 4\. Flest i uge 45: 4\. 1 uge uden materiale\.<\/title>/)
  assert.equal(html.match(/class="week-none"/g)?.length, 1)
  assert.match(html, /<td[^>]*>0<\/td>/)
  assert.match(html, /<td[^>]*>intet materiale<\/td>/)
})

test('what is done folds away, what is now never does', () => {
  const html = drawn(<Timeline open={1} items={[{ title: 'nu', state: 'now' }, { title: 'a', state: 'done' }, { title: 'b', state: 'done' }]} />)
  assert.ok(html.indexOf('>nu<') < html.indexOf('<details') && html.indexOf('>b<') > html.indexOf('<details'))
  assert.match(html, /1 trin/)
})
