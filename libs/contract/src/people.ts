import * as z from 'zod';
import { endpoint, noBody } from './endpoint';
import { people as routes } from './paths';

export const personSchema = z.object({ id: z.string(), name: z.string(), organisation: z.string() });
export type Person = z.infer<typeof personSchema>;

export const meSchema = personSchema.extend({ email: z.string(), hasPassword: z.boolean(), mayCreate: z.boolean(), demo: z.boolean() });
export type Me = z.infer<typeof meSchema>;

const emailSchema = z.email().max(200).transform((text) => text.toLowerCase());

export const people = {
  /** Who is signed in; 401 people/signed-out otherwise. */
  me: endpoint({ ...routes.me, body: noBody, answer: meSchema }),
  signIn: endpoint({ ...routes.signIn, body: z.object({ email: emailSchema, password: z.string().min(1).max(200) }), answer: meSchema }),
  /** Always the same answer, known address or not. `sent` is false in a house without a mail server, for all. */
  askLink: endpoint({ ...routes.askLink, body: z.object({ email: emailSchema }), answer: z.object({ sent: z.boolean() }) }),
  /** Spends a one-time link (invitation or e-mail link). */
  useLink: endpoint({ ...routes.useLink, body: z.object({ token: z.string().min(20).max(200) }), answer: meSchema }),
  signOut: endpoint({ ...routes.signOut, body: noBody, answer: z.object({ signedOut: z.literal(true) }) }),
  setPassword: endpoint({ ...routes.setPassword, body: z.object({ password: z.string().max(200) }), answer: meSchema }),
  /** Demo persons with reusable sign-in links; empty list unless SAMSYN_DEMO=1. */
  demo: endpoint({
    ...routes.demo, body: noBody,
    answer: z.object({ demo: z.boolean(), people: z.array(z.object({ name: z.string(), organisation: z.string(), role: z.string(), note: z.string(), link: z.string() })) }),
  }),
} as const;
