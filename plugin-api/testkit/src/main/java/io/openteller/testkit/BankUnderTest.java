package io.openteller.testkit;

/** What the banking contracts have to know besides. */
public abstract class BankUnderTest extends PluginUnderTest {

    /** A customer with at least one account, five transactions and one card that is not blocked. */
    protected abstract String customer();

    /** Another such customer. */
    protected abstract String otherCustomer();

    /** A reference that could be one, and is nobody's. */
    protected abstract String nobody();
}
