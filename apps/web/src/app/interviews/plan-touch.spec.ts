import { edgePull, liftAfter, restSlack, RestingFinger } from './plan-touch';

const at = (clientX: number, clientY: number) => ({ clientX, clientY });

describe('a resting finger', () => {
  let lifted = 0;
  let finger: RestingFinger;

  beforeEach(() => {
    jest.useFakeTimers();
    lifted = 0;
    finger = new RestingFinger();
    finger.down(at(100, 100), () => lifted++);
  });
  afterEach(() => jest.useRealTimers());

  it('lifts once after a while, also when it trembles', () => {
    jest.advanceTimersByTime(liftAfter - 1);
    finger.move(at(100 + restSlack, 100));
    expect([lifted, finger.rests]).toEqual([0, true]);
    jest.advanceTimersByTime(1000);
    expect([lifted, finger.rests]).toEqual([1, false]);
  });

  it('lifts nothing when it moves on, which is scrolling, or leaves', () => {
    finger.move(at(100, 100 + restSlack + 1));
    jest.advanceTimersByTime(liftAfter);
    finger.down(at(0, 0), () => lifted++);
    finger.up();
    jest.advanceTimersByTime(liftAfter);
    expect(lifted).toBe(0);
  });
});

it('scrolls near the edges, faster the nearer, and not in the middle', () => {
  expect([500, 60, 20, 0, -50].map((x) => edgePull(x, 0, 1000))).toEqual([0, 0, -9, -14, -14]);
  expect([940, 980, 1000, 1200].map((x) => edgePull(x, 0, 1000))).toEqual([0, 9, 14, 14]);
  // What is seen may be narrower than the reach of two edges.
  expect(edgePull(50, 0, 100)).toBe(0);
});
