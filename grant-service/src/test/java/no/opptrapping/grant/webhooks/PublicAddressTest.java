package no.opptrapping.grant.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import no.opptrapping.platform.problems.BrokenRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublicAddressTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "10.1.2.3",
                "100.64.0.1",
                "127.0.0.1",
                "127.255.255.254",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.1",
                "192.0.2.1",
                "192.168.1.1",
                "198.18.0.1",
                "198.51.100.1",
                "203.0.113.1",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "fe80::1",
                "fc00::1",
                "fd12::1",
                "ff02::1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "::127.0.0.1",
                "64:ff9b::7f00:1",
                "64:ff9b::a00:1",
                "2002:7f00:1::",
                "2001:0:53aa:64c::1",
                "2001:db8::1",
                "100::1",
                "3fff::1",
                "fec0::1"
            })
    void isNobodysToBeSentTo(String address) {
        assertThat(PublicAddress.isPublic(InetAddress.ofLiteral(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "9.9.9.9",
                "11.0.0.1",
                "100.63.255.255",
                "100.128.0.1",
                "172.15.0.1",
                "172.32.0.1",
                "192.0.1.1",
                "192.167.1.1",
                "198.17.0.1",
                "223.255.255.255",
                "2606:4700::1111",
                "2a02:c0::1"
            })
    void canBeAnybodys(String address) {
        assertThat(PublicAddress.isPublic(InetAddress.ofLiteral(address))).isTrue();
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', textBlock = """
            http://kommune.example.no/varsler,         webhook.url-not-https
            https://bruker:pw@kommune.example.no/,     webhook.url-with-more
            https://kommune.example.no/#her,           webhook.url-with-more
            https://localhost/varsler,                 webhook.address-private
            https://LOCALHOST./varsler,                webhook.address-private
            https://a.localhost:8443/,                 webhook.address-private
            https://printer.local/,                    webhook.address-private
            https://intranett/,                        webhook.address-private
            https://127.0.0.1/,                        webhook.address-private
            https://[::1]/,                            webhook.address-private
            https://[::ffff:10.0.0.1]/,                webhook.address-private
            https://169.254.169.254/latest/meta-data,  webhook.address-private
            https://10.0.0.1:8443/x,                   webhook.address-private
            varsler,                                   webhook.url-malformed
            https:///sti,                              webhook.url-malformed
            https://a b.no/,                           webhook.url-malformed
            """)
    void saysWhatStandsInTheWay(String url, String code) {
        assertThat(codes(url, Optional.empty())).contains(code);
    }

    @Test
    void takesAnAddressOnTheOpenInternet() {
        assertThat(codes("https://integrasjon.kommune.example.no:8443/varsler?fra=opptrapping", Optional.empty()))
                .isEmpty();
        assertThat(codes("https://localhost:8443/", Optional.of("localhost"))).isEmpty();
        assertThat(codes("https://127.0.0.1:8443/", Optional.of("localhost"))).isNotEmpty();
    }

    private static List<String> codes(String url, Optional<String> exempt) {
        return PublicAddress.brokenBy(url, exempt).stream()
                .map(BrokenRule::code)
                .toList();
    }
}
