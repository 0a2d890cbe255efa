package io.openteller.platform.identity.internal;

/** Why nobody was signed in, as it is shown to them. */
enum Refusal {
    NOT_CONFIGURED(503, "Sign-in is not set up", "The operator of this platform has not connected it to Keycloak yet."),
    UNAVAILABLE(
            503,
            "Sign-in is not available now",
            "The sign-in service does not answer. Colleagues who are signed in can go on working. Please try again soon."),
    EXPIRED(400, "This sign-in has expired", "It took too long, or it was begun in another window. Please try again."),
    DECLINED(400, "You were not signed in", "The sign-in service did not confirm who you are. Please try again."),
    NO_BANK(
            403,
            "Your account belongs to no bank",
            "You are known to the sign-in service, but no bank on this platform has you as a member."),
    SEVERAL_BANKS(
            403,
            "Your account belongs to several banks",
            "Please use an account that belongs to one bank only."),
    UNKNOWN_BANK(
            403, "Your bank is not on this platform", "The sign-in service names a bank that is not registered here."),
    UNPROVEN_EMAIL(
            403, "Your e-mail address is not confirmed", "Please ask your administrator to confirm your address."),
    NOT_ON_TEAM(
            403,
            "You are not on the team",
            "Your bank is here, but you are not on its team. Please ask your administrator to add you.");

    private final int status;
    private final String title;
    private final String sentence;

    Refusal(int status, String title, String sentence) {
        this.status = status;
        this.title = title;
        this.sentence = sentence;
    }

    int status() {
        return status;
    }

    String title() {
        return title;
    }

    String sentence() {
        return sentence;
    }
}
