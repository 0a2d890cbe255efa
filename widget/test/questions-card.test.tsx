import { render } from 'preact';
import { describe, expect, it, vi } from 'vitest';
import { readMessage } from '../src/chat/api/wire.ts';
import { openChallenge } from '../src/chat/format/timeline.ts';
import type { Message } from '../src/chat/state/chat-state.ts';
import { en } from '../src/chat/text/en.ts';
import { SurroundingsContext } from '../src/chat/ui/context.ts';
import { OtpCard } from '../src/chat/ui/otp-card.tsx';

const CARD = {
  kind: 'OTP' as const,
  challengeId: 'q-1',
  maskedDestination: '',
  state: 'OPEN' as const,
  questions: [
    { id: 'city', text: 'Which city?', choices: ['Pune', 'Kochi'] },
    { id: 'accounts', text: 'How many accounts?', choices: ['1', '2'] },
  ],
};

describe('the card with questions', () => {
  it('names each question, sends what was chosen, and says how many attempts are left', () => {
    const verify = vi.fn();
    const root = document.body.appendChild(document.createElement('div'));
    const surroundings = { chat: { verify }, words: en } as never;
    const draw = (progress?: { step: 'wrong'; attemptsLeft: number }) =>
      render(
        <SurroundingsContext.Provider value={surroundings}>
          <OtpCard card={CARD} progress={progress} wanted={true} />
        </SurroundingsContext.Provider>,
        root,
      );
    draw();
    const choices = [...root.querySelectorAll('select')];
    expect(choices.map((each) => each.labels?.[0]?.querySelector('bdi')?.textContent)).toEqual([
      'Which city?',
      'How many accounts?',
    ]);
    choices.forEach((each, at) => {
      each.value = ['Kochi', '2'][at] ?? '';
    });
    root.querySelector('form')?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
    expect(verify).toHaveBeenCalledWith('q-1', [
      { id: 'city', choice: 'Kochi' },
      { id: 'accounts', choice: '2' },
    ]);
    draw({ step: 'wrong', attemptsLeft: 1 });
    expect(root.querySelector('[role=alert]')?.textContent).toBe('That is not right. Attempts left: 1');
    expect(root.textContent).not.toContain('6-digit');
  });

  it('is over after a reload when the platform says that it was answered, and asks nothing any more', () => {
    const root = document.body.appendChild(document.createElement('div'));
    const surroundings = { chat: {}, words: en } as never;
    const read = (state: string) => readMessage({ seq: 2, author: 'ASSISTANT', card: { ...CARD, state } });
    const draw = (message: Message | undefined) => {
      if (message?.card?.kind !== 'OTP') throw new Error('no card was read');
      const wanted = openChallenge([message], true) === message.card.challengeId;
      render(
        <SurroundingsContext.Provider value={surroundings}>
          <OtpCard card={message.card} progress={undefined} wanted={wanted} />
        </SurroundingsContext.Provider>,
        root,
      );
    };
    draw(read('OPEN'));
    expect(root.querySelectorAll('select')).toHaveLength(2);
    draw(read('DONE'));
    expect(root.querySelectorAll('select')).toHaveLength(0);
    expect(root.textContent).toContain('Confirmed. Thank you.');
    draw(read('DECLINED'));
    expect(root.textContent?.trim()).toBe('This check is over.');
  });
});
