// What a bank's own website does: sign a customer in, and hand the token to the widget.
(() => {
  const script = document.currentScript;
  const bank = script.dataset.bank;
  const choice = document.getElementById("customer");
  const greeting = document.getElementById("greeting");
  const list = document.getElementById("messages");
  const none = document.getElementById("no-messages");
  const kept = `demo-customer-${bank}`;
  let shown = "";

  const widget = () =>
    new Promise((resolve) => {
      const look = () => (window.Openteller ? resolve(window.Openteller) : setTimeout(look, 50));
      look();
    });

  async function signIn(ref) {
    sessionStorage.setItem(kept, ref);
    if (!ref) {
      greeting.textContent = "You are looking as a visitor. Choose a customer above to sign in.";
      return;
    }
    const response = await fetch(`/demo/${bank}/sign-in/${encodeURIComponent(ref)}`, { method: "POST" });
    if (!response.ok) {
      greeting.textContent = "The sign-in did not work. Please try again.";
      return;
    }
    const customer = await response.json();
    greeting.textContent = `Signed in as ${customer.name}. The assistant knows it too.`;
    (await widget()).identify(customer.token);
  }

  async function customers() {
    const response = await fetch(`/demo/${bank}/customers`);
    for (const customer of await response.json()) {
      choice.add(new Option(`${customer.name} (${customer.ref})`, customer.ref));
    }
    choice.value = sessionStorage.getItem(kept) ?? "";
    if (choice.value) await signIn(choice.value);
  }

  async function phone() {
    try {
      const messages = await (await fetch(`/demo/${bank}/phone`)).json();
      const now = JSON.stringify(messages);
      if (now !== shown) {
        shown = now;
        none.hidden = messages.length > 0;
        list.replaceChildren(
          ...messages.map((message) => {
            const item = document.createElement("li");
            const time = document.createElement("time");
            time.dateTime = message.at;
            time.textContent = `${new Date(message.at).toLocaleTimeString()} to ${message.to}`;
            item.append(time, message.text);
            return item;
          }),
        );
      }
    } catch {
      // The next look may succeed.
    }
    setTimeout(phone, document.hidden ? 5000 : 1500);
  }

  choice.addEventListener("change", async () => {
    if (choice.value) return signIn(choice.value);
    sessionStorage.removeItem(kept);
    location.reload();
  });
  // A token works once; when the widget begins anew it asks for another.
  window.addEventListener("openteller:identity-needed", () => choice.value && signIn(choice.value));
  const language = document.getElementById("language");
  language.value = script.dataset.language;
  language.addEventListener("change", () => location.assign(`?lang=${language.value}`));
  document.getElementById("ask").addEventListener("click", async () => (await widget()).open());
  customers();
  phone();
})();
