// What the test platform's assistant says, by a word in the question. Only for tests and for looking at the widget.
import { setTimeout as pause } from 'node:timers/promises';

const CITATIONS = [
  {
    title: 'Savings account: schedule of charges',
    heading: 'Average monthly balance',
    url: '/help/meridian/savings-charges/3#passage',
  },
  { title: 'How to avoid charges', heading: 'Waivers', url: '/help/meridian/avoid-charges/1#passage' },
];

const ANSWERS = [
  [
    /charge|fee|शुल्क|رسوم/i,
    () => ({
      text: 'The savings account needs an **average monthly balance of ₹10,000**. Below that:\n\n- ₹5,000 to ₹9,999: **₹150** a month\n- under ₹5,000: **₹300** a month\n\nThere is no charge for salary accounts.',
      citations: CITATIONS,
    }),
  ],
  [
    /balance|शेष|رصيد/i,
    () => ({
      text: 'I can look that up for you. First I need to know that it is you.',
      card: { kind: 'OTP', challengeId: 'challenge-1', maskedDestination: '+91 ••••• ••412' },
    }),
  ],
  [
    /payments/i,
    () => ({
      text: 'The latest on your accounts:\n- 21 November, Harbour Fresh Market, £42.17\n- 20 November, Northline Rail, £186.40\n- 18 November, M. Okafor, £1,150.00\n- 15 November, Tidewater Shoes, £64.99\nIf you do not know one of them, tell me which.',
    }),
  ],
  [
    /who I am/i,
    () => ({
      text: 'To be sure that it is you, please answer the questions below.',
      card: {
        kind: 'QUESTIONS',
        challengeId: 'questions-1',
        questions: [
          { id: 'city', text: 'Which city do we have on file for you?', choices: ['Pune', 'Kochi', 'Patna'] },
          { id: 'accounts', text: 'How many accounts do you have with us?', choices: ['1', '2', '3'] },
        ],
        state: 'OPEN',
      },
    }),
  ],
  [
    /block|lost|ब्लॉक|حظر/i,
    () => ({
      text: 'I can block the card right now. Please check that this is what you want.',
      card: {
        kind: 'CONFIRM',
        actionId: 'action-1',
        title: 'Block this card',
        confirmLabel: 'Yes, block the card',
        state: 'OPEN',
        lines: [
          { label: 'Card', value: 'Visa debit •••• 9034' },
          { label: 'Account', value: 'Everyday savings •••• 4821' },
          { label: 'Takes effect', value: 'Immediately' },
        ],
      },
    }),
  ],
];
const UNKNOWN = {
  text: 'I do not know that for certain, so I would rather not guess. A person can help you here.',
};

export async function answer(conversation, question, pace) {
  if (conversation.state.owner !== 'ASSISTANT') return;
  if (/goodbye/i.test(question)) {
    conversation.add({ author: 'SYSTEM', text: 'The conversation was closed.' });
    conversation.become({ owner: 'CLOSED' });
    return;
  }
  conversation.become({ working: true });
  await pause(pace);
  const [, reply] = ANSWERS.find(([pattern]) => pattern.test(question)) ?? [];
  conversation.become({ working: false });
  conversation.add({ author: 'ASSISTANT', ...(reply ? reply() : UNKNOWN) });
}

export async function verified(conversation, pace) {
  conversation.become({ assurance: 'STEPPED_UP', working: true });
  await pause(pace);
  conversation.become({ working: false });
  conversation.add({
    author: 'ASSISTANT',
    text: 'Thank you. Your **Everyday savings** account (•••• 4821) has **₹1,23,456.00**.',
  });
}

export async function handOver(conversation, pace) {
  conversation.add({ author: 'SYSTEM', text: 'You asked for a person.' });
  conversation.become({ owner: 'QUEUE', queuePosition: 2 });
  await pause(pace * 4);
  conversation.become({ owner: 'AGENT', agentName: 'Asha Rao', queuePosition: undefined });
  conversation.add({ author: 'SYSTEM', text: 'Asha Rao joined the conversation' });
  conversation.add({
    author: 'AGENT',
    agentName: 'Asha Rao',
    text: 'Hello, this is Asha. I have read what you wrote, so you need not repeat it. Let me look into it.',
  });
}
