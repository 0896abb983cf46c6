/**
 * What the promise gives, or an error when it takes longer than `ms` milliseconds: a TimeoutError, or what `tooLate` makes. What it
 * waits for goes on all the same.
 */
export async function inTime<Value>(
  promise: Promise<Value>,
  ms: number,
  tooLate: () => Error = () => new DOMException(`No answer in ${ms} ms.`, 'TimeoutError'),
): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const end = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(tooLate()), ms);
  });
  try {
    return await Promise.race([promise, end]);
  } finally {
    clearTimeout(timer);
  }
}
