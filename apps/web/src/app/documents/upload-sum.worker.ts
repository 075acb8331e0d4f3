import { sumOf } from './upload-sum';

addEventListener('message', ({ data }: MessageEvent<Blob>) => void sumOf(data).then((sum) => postMessage(sum), () => postMessage(null)));
