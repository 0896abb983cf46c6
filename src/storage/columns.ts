import { z } from 'zod';

/** A column of JSON text, typed by the inner schema. Written as JSON by entity.ts, so rows hold the plain value. */
export function jsonColumn<T>(inner: z.ZodType<T, z.ZodTypeDef, unknown>): z.ZodType<T, z.ZodTypeDef, unknown> {
  return z.preprocess((value, ctx) => {
    if (typeof value !== 'string') return value;
    try {
      return JSON.parse(value) as unknown;
    } catch (error) {
      ctx.addIssue({ code: 'custom', message: `not JSON: ${String(error)}` });
      return z.NEVER;
    }
  }, inner);
}

/** A column that holds a moment as ISO text. */
export const dateColumn = z.coerce.date();
