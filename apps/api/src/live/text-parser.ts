import { Decoder, Encoder, type Packet } from 'socket.io-parser';

/** Everything told over the socket is text: what leaves is not searched for binary parts, which costs as much as writing it. */
class TextEncoder extends Encoder {
  override encode(packet: Packet): string[] {
    return [this['encodeAsString'](packet)];
  }
}

/** The usual protocol; pages need none of their own. */
export const textParser = { Encoder: TextEncoder, Decoder };
