export default async function tearDown() {
  await globalThis.samsynTestDatabase?.stop();
}
