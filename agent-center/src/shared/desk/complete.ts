import type { ConversationDetail, CustomerView, Items, Message, Packet } from '@openteller/web-kit';

// A server may leave empty lists out of its JSON. Here they come back, so that no screen has to think of it.

export const completeItems = <T>(page: Partial<Items<T>> | undefined): Items<T> => ({
  items: page?.items ?? [],
});

export const completeMessage = (message: Message): Message => ({
  ...message,
  citations: message.citations ?? [],
});

const completePacket = (packet: Packet): Packet => ({
  ...packet,
  facts: packet.facts ?? [],
  tried: packet.tried ?? [],
  promises: packet.promises ?? [],
});

export const completeDetail = (detail: ConversationDetail): ConversationDetail => ({
  ...detail,
  ...(detail.packet ? { packet: completePacket(detail.packet) } : {}),
  messages: (detail.messages ?? []).map(completeMessage),
  notes: detail.notes ?? [],
});

export const completeCustomer = (view: CustomerView): CustomerView => ({
  ...view,
  conversations: view.conversations ?? [],
});
