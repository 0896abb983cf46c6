import { z } from 'zod';
import { fitted } from './payloads.js';

/** What the test knows of fields: ids of what is stored, and closed choices that a schema leaves to its handler. */
export type Known = Readonly<Record<string, unknown>>;

/**
 * Data that a schema lets through, with the payload in every text that it leaves free. Known fields get what they name, ids and dates
 * what they look like.
 */
export function inputOf(schema: z.ZodTypeAny, payload: string, known: Known, field = ''): unknown {
  const go = (inner: z.ZodTypeAny, name = field) => inputOf(inner, payload, known, name);
  if (field !== '' && Object.hasOwn(known, field) && schema.safeParse(known[field]).success) return known[field];
  if (schema instanceof z.ZodEffects) return go(schema.innerType() as z.ZodTypeAny);
  if (schema instanceof z.ZodDefault) return go(schema.removeDefault() as z.ZodTypeAny);
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) return go(schema.unwrap() as z.ZodTypeAny);
  if (schema instanceof z.ZodPipeline) return go((schema as z.ZodPipeline<z.ZodTypeAny, z.ZodTypeAny>)._def.in);
  if (schema instanceof z.ZodIntersection) {
    const { left, right } = (schema as z.ZodIntersection<z.ZodTypeAny, z.ZodTypeAny>)._def;
    return { ...(go(left) as object), ...(go(right) as object) };
  }
  if (schema instanceof z.ZodObject) {
    const shape = schema.shape as Record<string, z.ZodTypeAny>;
    const catchall = (schema._def as { catchall: z.ZodTypeAny }).catchall;
    const more = catchall instanceof z.ZodNever ? {} : { free: go(catchall, 'free') };
    return { ...Object.fromEntries(Object.entries(shape).map(([name, inner]) => [name, go(inner, name)])), ...more };
  }
  if (schema instanceof z.ZodArray) return [go(schema.element as z.ZodTypeAny)];
  if (schema instanceof z.ZodUnion) return go((schema.options as z.ZodTypeAny[])[0]!);
  if (schema instanceof z.ZodDiscriminatedUnion) return go((schema.options as z.ZodTypeAny[])[0]!);
  if (schema instanceof z.ZodEnum) return (schema.options as string[])[0];
  if (schema instanceof z.ZodLiteral) return schema.value as unknown;
  if (schema instanceof z.ZodNumber) return Math.max(1, schema.minValue ?? 1);
  if (schema instanceof z.ZodBoolean) return true;
  if (schema instanceof z.ZodRecord) return {};
  if (schema instanceof z.ZodString) return textFor(schema, payload);
  return payload;
}

function textFor(schema: z.ZodString, payload: string): string {
  const shaped = ['a0000000-0000-4000-8000-000000000001', '2026-11-27T09:00:00.000Z', '2026-11-27', '09:00', '1', ''];
  const free = fitted(payload, { least: schema.minLength ?? 0, most: schema.maxLength ?? Infinity });
  return [free, ...shaped].find((text) => schema.safeParse(text).success) ?? free;
}
