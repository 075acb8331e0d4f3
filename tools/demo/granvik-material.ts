import { documents, type RequestList } from '@samsyn/contract';
import { addDays, isWorkingDay, swedishTime, type Day, type RequestState } from '@samsyn/domain';
import type { Client } from '../client/client';
import { granvikAnswers, granvikBegun, granvikFiles, granvikReviews, granvikWeb } from './granvik-documents';
import { handIn } from './hand-in';

/** The nearest day at work from that one on, going by `step`. */
function workingDay(day: Day, step: 1 | -1): Day {
  let own = day;
  while (!isWorkingDay(own)) own = addDays(own, step);
  return own;
}

/** The list is sent; about half of it has come in and partly been looked at, one thing is late, one does not exist. */
export async function makeMaterial(id: string, karin: Client, ana: Client, maria: Client): Promise<void> {
  const params = { id };
  const { day: today } = swedishTime(new Date());
  const idOf = await askFor(id, karin, maria, today);
  const files = granvikFiles();
  await Promise.all(files.map(({ request, ...file }) => handIn(maria, id, { request: idOf(request), ...file })));
  await maria.call(documents.addWeb, { params, body: { request: idOf(granvikWeb.request), url: granvikWeb.url, title: granvikWeb.title } });
  const move = (by: Client, to: RequestState, keys: readonly string[], reason = ''): Promise<RequestList> => by.call(documents.moveMany, { params, body: { requests: keys.map(idOf), to, reason } });
  const { accepted, returned, notApplicable, delegated: { request, ...delegate } } = granvikReviews;
  // The comprehensive plan lies there and is not handed in yet: a further file is to come.
  await move(maria, 'submitted', [...files.map((file) => file.request).filter((key) => key !== 'comprehensive-plan'), granvikWeb.request]);
  await move(maria, 'notApplicable', [notApplicable.request], notApplicable.reason);
  await move(ana, 'accepted', accepted);
  await move(ana, 'returned', [returned.request], returned.reason);
  await maria.call(documents.delegate, { params: { id, request: idOf(request) }, body: delegate });
  await describe(id, maria);
}

/** Everything the model asks for, from the contact, due in some ten days; one thing was due some days ago. Answers with where each lies. */
async function askFor(id: string, karin: Client, maria: Client, today: Day): Promise<(key: string) => string> {
  const params = { id };
  const { requests } = await karin.call(documents.fromInstrument, { params, body: { due: workingDay(addDays(today, 10), 1) } });
  for (const { request, key, edition, title, why, example, questions, due } of requests) {
    const own = { title: title.sv, why: why.sv, example: example.sv, questions, owner: maria.me.id, due: key === granvikReviews.overdue ? workingDay(addDays(today, -4), -1) : due, edition };
    await karin.call(documents.change, { params: { id, request }, body: own });
  }
  await karin.call(documents.moveMany, { params, body: { requests: requests.map(({ request }) => request), to: 'requested', reason: '' } });
  return (wanted) => {
    const found = requests.find(({ key }) => key === wanted);
    if (!found) throw new Error(`nothing like ${wanted} is asked for`);
    return found.request;
  };
}

async function describe(id: string, maria: Client): Promise<void> {
  const params = { id };
  const write = async (answers: Readonly<Record<string, string>>): Promise<void> => {
    for (const [question, text] of Object.entries(answers)) await maria.call(documents.answer, { params: { id, question }, body: { text, edition: 0 } });
  };
  await maria.call(documents.assign, { params, body: { questions: [...Object.keys(granvikAnswers), ...Object.keys(granvikBegun)], person: maria.me.id } });
  await write(granvikAnswers);
  await maria.call(documents.submit, { params });
  await write(granvikBegun);
}
