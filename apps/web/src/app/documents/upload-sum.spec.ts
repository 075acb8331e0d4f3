import { Sha256, sumOfText } from './upload-sum';

describe('a checksum worked out piece by piece', () => {
  it('is SHA-256 (FIPS 180-4, examples)', () => {
    expect(sumOfText('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    expect(sumOfText('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    expect(sumOfText('abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq')).toBe('248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1');
    expect(sumOfText('a'.repeat(1_000_000))).toBe('cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0');
  });

  it('does not depend on where the pieces end', () => {
    const bytes = Uint8Array.from({ length: 1000 }, (_, at) => at % 251);
    const whole = new Sha256().add(bytes).hex();
    for (const size of [1, 7, 55, 56, 63, 64, 65, 127, 500]) {
      const sum = new Sha256();
      for (let at = 0; at < bytes.length; at += size) sum.add(bytes.subarray(at, at + size));
      expect(sum.hex()).toBe(whole);
    }
  });
});
