package io.openteller.platform.egress.internal;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;

/** Tells addresses of the public Internet from all others. */
final class PublicAddresses {

    private PublicAddresses() {}

    static boolean isPublic(InetAddress address) {
        byte[] bytes = address.getAddress();
        return !address.isLoopbackAddress()
                && !address.isAnyLocalAddress()
                && !address.isLinkLocalAddress()
                && !address.isSiteLocalAddress()
                && !address.isMulticastAddress()
                && switch (address) {
                    case Inet4Address four -> publicFour(bytes);
                    case Inet6Address six -> publicSix(bytes);
                    default -> false;
                };
    }

    private static boolean publicFour(byte[] b) {
        int first = b[0] & 0xff;
        int second = b[1] & 0xff;
        int third = b[2] & 0xff;
        boolean shared = first == 100 && second >= 64 && second <= 127;
        boolean protocol = first == 192 && second == 0 && (third == 0 || third == 2);
        boolean relay = first == 192 && second == 88 && third == 99;
        boolean benchmark = first == 198 && (second == 18 || second == 19);
        boolean example = first == 198 && second == 51 && third == 100 || first == 203 && second == 0 && third == 113;
        // 169.254 (metadata among it), 10, 172.16 and 192.168 are known to InetAddress itself.
        return first != 0 && first < 240 && !shared && !protocol && !relay && !benchmark && !example;
    }

    private static boolean publicSix(byte[] b) {
        int first = b[0] & 0xff;
        int second = b[1] & 0xff;
        boolean unique = (first & 0xfe) == 0xfc;
        boolean example = first == 0x20 && second == 0x01 && (b[2] & 0xff) == 0x0d && (b[3] & 0xff) == 0xb8;
        if (unique || example) {
            return false;
        }
        // IPv4 inside IPv6: translated (64:ff9b::/96), 6to4 (2002::/16), Teredo (2001::/32), compatible (::/96).
        if (first == 0 && second == 0x64 && (b[2] & 0xff) == 0xff && (b[3] & 0xff) == 0x9b) {
            return publicFour(Arrays.copyOfRange(b, 12, 16)) && notPrivateFour(Arrays.copyOfRange(b, 12, 16));
        }
        boolean tunnel = first == 0x20 && second == 0x02 || first == 0x20 && second == 0x01 && b[2] == 0 && b[3] == 0;
        // Global unicast is 2000::/3; everything else is reserved for something that is no web server.
        return !tunnel && (first & 0xe0) == 0x20;
    }

    private static boolean notPrivateFour(byte[] four) {
        int first = four[0] & 0xff;
        int second = four[1] & 0xff;
        return first != 10
                && first != 127
                && !(first == 172 && second >= 16 && second <= 31)
                && !(first == 192 && second == 168)
                && !(first == 169 && second == 254)
                && first < 224;
    }
}
