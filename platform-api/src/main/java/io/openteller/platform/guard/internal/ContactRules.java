package io.openteller.platform.guard.internal;

import static io.openteller.platform.guard.internal.Rule.of;
import static io.openteller.platform.guard.internal.Rule.raw;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Where somebody or their machine can be reached. Telephone numbers are found elsewhere. */
final class ContactRules {

    private static final String OCTET = "(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)";
    private static final String V4 = OCTET + "(?:\\." + OCTET + "){3}";
    private static final String TOP =
            "(?:com|org|net|edu|gov|mil|int|info|biz|io|ai|app|dev|bank|shop|online|site|xyz|me|tv|co"
                + "|in|uk|us|de|fr|es|it|nl|be|ch|at|eu|ie|pl|cz|se|no|dk|fi|pt|gr|hu|ro|ru|ua|tr|br|mx|ar|cl|ca|au|nz|za|ng|ke"
                + "|jp|cn|kr|hk|sg|my|th|ph|id|vn|ae|sa|il|pk|bd|lk|np|is|cc|ly|gl|fm|name|pro|mobi|tel|cloud|tech|store)";

    private ContactRules() {}

    static List<Rule> all() {
        return List.of(
                raw(
                                "EMAIL",
                                1,
                                "(?<![\\w.+-])[\\p{L}\\p{Nd}_][\\p{L}\\p{Nd}!#$%&'*+/=?^_`{|}~.-]*@"
                                        + "(?:[\\p{L}\\p{Nd}](?:[\\p{L}\\p{Nd}-]*[\\p{L}\\p{Nd}])?\\.)+\\p{L}{2,}")
                        .asWritten(),
                raw(
                        "EMAIL",
                        0.9,
                        "(?<![\\w.+-])[\\w.+-]+\\s?(?:\\(at\\)|\\[at]|\\bat\\b)\\s?[\\w-]+\\s?"
                                + "(?:\\(dot\\)|\\[dot]|\\bdot\\b)\\s?(?:com|org|net|in|co\\.uk|co\\.in|uk)\\b"),
                raw("IP", 0.9, "(?<![\\w.:])" + V4 + "(?:/(?:3[0-2]|[12]?\\d)(?!\\d))?(?![\\w]|\\.\\d)")
                        .asWritten(),
                raw("IP", 0.6, "(?<=:)" + V4 + "(?![\\w]|\\.\\d)").asWritten(),
                raw(
                                "IP",
                                0.6,
                                "(?<![\\w.:])(?<v>(?=[^\\s]*:[^\\s]*:)[0-9a-f:]{2,39}(?:(?<=:)" + V4 + ")?"
                                        + "(?:%[\\w.-]+)?(?:/\\d{1,3})?)(?![\\w:])")
                        .asWritten()
                        .valid(ContactRules::isIpV6),
                of(
                        "ADDRESS",
                        0.9,
                        "(?:(?:PSC|UNIT|CMR) \\d{1,5},? BOX \\d{1,5}|(?:USNS|USNV|USS|USCGC) [\\p{L}]+)[\\s,]+[ADF]PO"
                                + " A[AEP] \\d{5}"),
                of(
                        "MAC",
                        0.9,
                        "(?:[0-9a-f]{2}:){5}[0-9a-f]{2}|(?:[0-9a-f]{2}-){5}[0-9a-f]{2}|(?:[0-9a-f]{4}\\.){2}[0-9a-f]{4}"),
                raw("URL", 0.9, "[\"']?(?<![\\w@.])https?://[^\\s<>\"']*[^\\s<>\"'.,;:!?)\\]][\"']?")
                        .asWritten(),
                raw(
                                "URL",
                                0.7,
                                "(?<![\\w@./-])www\\.(?:[\\p{L}\\p{Nd}-]+\\.)+\\p{L}{2,}(?:/[^\\s<>\"']*[^\\s<>\"'.,;:!?)])?")
                        .asWritten(),
                raw(
                                "URL",
                                0.6,
                                "(?<![\\w@./-])(?:[\\p{L}\\p{Nd}](?:[\\p{L}\\p{Nd}-]*[\\p{L}\\p{Nd}])?\\.){1,3}" + TOP
                                        + "(?![\\w@-])(?:/[^\\s<>\"']*[^\\s<>\"'.,;:!?)])?")
                        .asWritten());
    }

    /** Only literals get here: a text with two colons and hexadecimal digits is never looked up as a name. */
    static boolean isIpV6(String written) {
        String plain = written.replaceFirst("[%/].*$", "");
        try {
            // "::ffff:1.2.3.4" is read as an address of version 4, and is one all the same.
            return InetAddress.getByName(plain) instanceof Inet6Address || plain.startsWith("::");
        } catch (UnknownHostException | IllegalArgumentException none) {
            return false;
        }
    }
}
