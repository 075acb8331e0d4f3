import type { BodyOf, interviews } from '@samsyn/contract';
import type { Interviewee, InterviewKind } from '@samsyn/domain';

export type Given = BodyOf<typeof interviews.putPerson>;
type Field = 'name' | 'role' | 'organisation' | 'kind' | 'email' | 'phone' | 'manager' | 'label';

/** What is wrong with a pasted row; the word it is about. */
export interface RowFault {
  readonly rule: 'noName' | 'badEmail' | 'unknownKind' | 'unknownManager' | 'already' | 'twice' | 'tooLong';
  readonly text: string;
}

/** A pasted row as it would be taken in. `managerName`: a manager further down the same list, who has no id yet. */
export interface PastedRow {
  readonly line: number;
  readonly person: Given;
  readonly managerName: string | null;
  readonly faults: readonly RowFault[];
}

const order: readonly Field[] = ['name', 'role', 'organisation', 'kind', 'email', 'phone', 'manager', 'label'];
const heads: Readonly<Record<Field, RegExp>> = {
  name: /^(för- och efter)?namn$|^name$/, role: /^(roll|titel|befattning|role|title)$/, organisation: /^(organisation|arbetsplats|förvaltning|workplace)$/, kind: /^(sida|slag|typ|kind|side)$/,
  email: /^(e-?post(adress)?|mejl|mail|e-?mail)$/, phone: /^(telefon|mobil|phone)$/, manager: /^(närmaste )?chef$|^manager$/, label: /^(skyddad uppgift|parti|fack|facklig organisation|label)$/,
};
const kinds: readonly (readonly [RegExp, InterviewKind])[] = [[/^(politiker|förtroendevald[a]?|politicians?)$/, 'politicians'], [/^(chef(er)?|ledning|managers?)$/, 'managers'], [/^(fack(lig[at]?)?|unions?)$/, 'unions'], [/^(övrig[at]?|annan|medarbetare|others?)$/, 'others']];
const mail = /^[^\s@,;<>]+@[^\s@,;<>]+\.[^\s@,;<>]{2,}$/;
const most: Readonly<Record<Field, number>> = { name: 120, role: 120, organisation: 120, kind: 40, email: 200, phone: 40, manager: 200, label: 120 };

/** Cells of a line copied from a spreadsheet (tabs) or written by hand (semicolons); a cell in quotes may hold either. */
function cellsOf(line: string): string[] {
  const cut = line.includes('\t') ? '\t' : ';';
  const cells = [''];
  let quoted = false;
  for (const [at, sign] of [...line].entries()) {
    const cell = cells.length - 1;
    if (sign === '"' && (quoted || cells[cell] === '')) {
      // Two in a row inside quotes are one that was meant.
      if (!quoted && line[at - 1] === '"') cells[cell] += '"';
      quoted = !quoted;
    } else if (sign === cut && !quoted) cells.push('');
    else cells[cell] += sign;
  }
  return cells.map((cell) => cell.trim());
}

function columnsOf(cells: readonly string[]): (Field | null)[] | null {
  const found = cells.map((cell) => order.find((field) => heads[field].test(cell.toLowerCase())) ?? null);
  return found.includes('name') ? found : null;
}

const same = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();

/**
 * Reads rows copied from a spreadsheet. A first line with known headings says which column is what; otherwise they stand
 * in the order name, role, organisation, side, e-mail, phone, manager, protected label. Every row says what is wrong with it.
 */
export function pastedPeople(text: string, people: readonly Pick<Interviewee, 'id' | 'name' | 'email'>[]): PastedRow[] {
  const lines = text.split(/\r?\n/).map((line, at) => ({ line: at + 1, cells: cellsOf(line) })).filter(({ cells }) => cells.some(Boolean));
  const headed = lines[0] ? columnsOf(lines[0].cells) : null;
  const columns = headed ?? order;
  const rows = lines.slice(headed ? 1 : 0).map(({ line, cells }) => {
    const value = (field: Field): string => cells[columns.indexOf(field)] ?? '';
    return { line, value };
  });
  return rows.map(({ line, value }, at): PastedRow => {
    const [name, email, manager, kindText] = [value('name'), value('email'), value('manager'), value('kind')];
    const kind = kindText === '' ? 'others' : kinds.find(([words]) => words.test(kindText.toLowerCase()))?.[1];
    const known = people.find((own) => same(own.name, manager) || (own.email !== null && same(own.email, manager)));
    const below = rows.find((own) => same(own.value('name'), manager) || (own.value('email') !== '' && same(own.value('email'), manager)));
    const earlier = rows.slice(0, at).some((own) => same(own.value('name'), name) && same(own.value('email'), email));
    const long = order.find((field) => value(field).length > most[field]);
    const faults: (RowFault | false)[] = [
      name === '' && { rule: 'noName', text: '' }, email !== '' && !mail.test(email) && { rule: 'badEmail', text: email }, !kind && { rule: 'unknownKind', text: kindText },
      manager !== '' && !known && !below && { rule: 'unknownManager', text: manager }, people.some((own) => (email === '' ? same(own.name, name) : own.email !== null && same(own.email, email))) && { rule: 'already', text: name }, earlier && { rule: 'twice', text: name },
      long !== undefined && { rule: 'tooLong', text: value(long).slice(0, 30) },
    ];
    return {
      line, managerName: manager !== '' && !known && below ? below.value('name') : null, faults: faults.filter((fault) => fault !== false),
      person: { person: null, name, role: value('role'), organisation: value('organisation'), kind: kind ?? 'others', email: email === '' ? null : email, phone: value('phone'), manager: known?.id ?? null, label: value('label') },
    };
  });
}
