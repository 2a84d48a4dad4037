package no.opptrapping.grant.webhooks;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import no.opptrapping.platform.problems.BrokenRule;

/**
 * Which addresses are sent to: https, and no machine of ours or of whoever runs this, whichever name it goes by. The
 * blocks are those of the special-purpose registries (RFC 6890).
 */
public final class PublicAddress {
    private static final int LONGEST = 500;
    private static final List<String> OWN_NAMES =
            List.of("localhost", ".localhost", ".local", ".internal", ".home.arpa", ".invalid", ".test");

    private PublicAddress() {}

    /**
     * What of a written address stands in the way; a name is looked up when something is sent to it.
     *
     * @param exempt a host that is let through all the same
     */
    static List<BrokenRule> brokenBy(String written, Optional<String> exempt) {
        var broken = new ArrayList<BrokenRule>();
        var url = parse(written);
        if (url.isEmpty()) {
            broken.add(BrokenRule.of("webhook.url-malformed", "/url"));
            return broken;
        }
        var address = url.get();
        if (!"https".equalsIgnoreCase(address.getScheme())) {
            broken.add(BrokenRule.of("webhook.url-not-https", "/url"));
        }
        if (address.getRawUserInfo() != null || address.getRawFragment() != null) {
            broken.add(BrokenRule.of("webhook.url-with-more", "/url"));
        }
        var host = hostOf(address);
        if (exempt.filter(host::equals).isEmpty() && isOurs(host)) {
            broken.add(BrokenRule.of("webhook.address-private", "/url", "host", host));
        }
        return broken;
    }

    /** The host of the address in lower case, an IPv6 address without its brackets. */
    public static String hostOf(URI url) {
        var host = url.getHost().toLowerCase(Locale.ROOT);
        var bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
        return bare.endsWith(".") ? bare.substring(0, bare.length() - 1) : bare;
    }

    private static Optional<URI> parse(String written) {
        try {
            var url = new URI(written);
            return written.length() > LONGEST
                            || url.getHost() == null
                            || url.getHost().isBlank()
                    ? Optional.empty()
                    : Optional.of(url);
        } catch (URISyntaxException malformed) {
            return Optional.empty();
        }
    }

    private static boolean isOurs(String host) {
        return OWN_NAMES.stream().anyMatch(name -> name.startsWith(".") ? host.endsWith(name) : host.equals(name))
                || literal(host).filter(address -> !isPublic(address)).isPresent()
                || (!host.contains(".") && !host.contains(":"));
    }

    private static Optional<InetAddress> literal(String host) {
        try {
            return Optional.of(InetAddress.ofLiteral(host));
        } catch (IllegalArgumentException aName) {
            return Optional.empty();
        }
    }

    /** Whether it can be anybody's: not loopback, private, link-local, shared, reserved, multicast or a translation of one. */
    public static boolean isPublic(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        var bytes = address.getAddress();
        return address instanceof Inet4Address ? isPublic4(bytes) : isPublic6(bytes);
    }

    private static boolean isPublic4(byte[] bytes) {
        var first = bytes[0] & 0xff;
        var second = bytes[1] & 0xff;
        var third = bytes[2] & 0xff;
        return !(first == 0
                || first == 10
                || first == 127
                || first >= 224
                || (first == 100 && second >= 64 && second < 128)
                || (first == 169 && second == 254)
                || (first == 172 && second >= 16 && second < 32)
                || (first == 192 && second == 168)
                || (first == 192 && second == 0 && (third == 0 || third == 2))
                || (first == 198 && (second == 18 || second == 19))
                || (first == 198 && second == 51 && third == 100)
                || (first == 203 && second == 0 && third == 113));
    }

    /** Global unicast alone (2000::/3), without documentation, and without tunnels and translations of other addresses. */
    private static boolean isPublic6(byte[] bytes) {
        var first = ((bytes[0] & 0xff) << 8) | (bytes[1] & 0xff);
        var second = ((bytes[2] & 0xff) << 8) | (bytes[3] & 0xff);
        if (first >> 13 != 1) {
            return false;
        }
        return first != 0x2002 && !(first == 0x2001 && (second < 0x200 || second == 0xdb8)) && first != 0x3fff;
    }
}
