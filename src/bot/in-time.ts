/** What the promise gives, or a TimeoutError when it takes longer than `ms` milliseconds; what it waits for goes on all the same. */
export async function inTime<Value>(promise: Promise<Value>, ms: number): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new DOMException(`No answer in ${ms} ms.`, 'TimeoutError')), ms);
  });
  try {
    return await Promise.race([promise, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
