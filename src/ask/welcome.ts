import type { Message, Turn } from '../actions/index.js';
import { EXAMPLES } from './phrase/examples.js';
import { askTexts } from './phrase/texts.js';

/** The first message after the app was installed: by role, with questions to try. */
export function welcomeMessage(turn: Turn): Message {
  return {
    card: {
      template: 'bot/welcome',
      data: { name: firstName(turn), role: welcomeRole(turn), suggestions: EXAMPLES[turn.locale] },
    },
    summary: askTexts[turn.locale].greetingTitle,
  };
}

function firstName({ asker }: Turn): string {
  return asker.kind === 'person' ? asker.person.name.split(' ')[0]! : '';
}

function welcomeRole({ asker }: Turn): 'chef' | 'hr' | 'medarbetare' | 'okänd' {
  if (asker.kind !== 'person') return 'okänd';
  const { roles } = asker.person;
  if (roles.includes('hr') || roles.includes('hr-analytiker')) return 'hr';
  return roles.includes('chef') ? 'chef' : 'medarbetare';
}
