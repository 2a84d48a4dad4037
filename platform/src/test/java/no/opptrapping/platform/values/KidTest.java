package no.opptrapping.platform.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.opptrapping.platform.values.Kid.Modulus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class KidTest {
    /** Of modulus 10 the worked example of ISO/IEC 7812-1, annex B; of modulus 11 account numbers, which have its weights. */
    @Test
    void theCheckDigitsOfWorkedExamplesAreRight() {
        assertThat(Kid.parse("79927398713", Modulus.TEN)).isPresent();
        assertThat(Kid.of(7_992_739_871L, 10, Modulus.TEN)).hasToString("79927398713");
        assertThat(Kid.of(8_601_111_794L, 10, Modulus.ELEVEN)).hasToString("86011117947");
        assertThat(Kid.of(1_234_567_890L, 10, Modulus.ELEVEN)).hasToString("12345678903");
    }

    @ParameterizedTest
    @EnumSource(Modulus.class)
    void everyReferenceThatIsMadeIsReadAgain(Modulus modulus) {
        IntStream.range(0, 10_000).forEach(number -> {
            var made = Kid.of(number, 4, modulus);
            assertThat(Kid.parse(made.value(), modulus)).contains(made);
            assertThat(made.value()).hasSize(5).startsWith("%04d".formatted(number));
        });
    }

    /** Of all references of four digits: exactly one check fits, so that every wrong digit is found. */
    @ParameterizedTest
    @EnumSource(Modulus.class)
    void everySingleWrongDigitIsFound(Modulus modulus) {
        IntStream.range(0, 10_000).forEach(number -> {
            var right = Kid.of(number, 4, modulus).value();
            for (var place = 0; place < right.length(); place++) {
                for (var digit = '0'; digit <= '9'; digit++) {
                    if (right.charAt(place) != digit) {
                        var wrong = right.substring(0, place) + digit + right.substring(place + 1);
                        assertThat(Kid.parse(wrong, modulus)).as(wrong).isEmpty();
                    }
                }
            }
        });
    }

    /** Modulus 10 takes 09 for 90, and nothing else; modulus 11 finds all. */
    @ParameterizedTest
    @EnumSource(Modulus.class)
    void twoDigitsInTheWrongOrderAreFound(Modulus modulus) {
        IntStream.range(0, 10_000).forEach(number -> {
            var right = Kid.of(number, 4, modulus).value();
            for (var place = 0; place + 1 < right.length(); place++) {
                var pair = right.substring(place, place + 2);
                var turned = new StringBuilder(pair).reverse().toString();
                var isTheOneThatIsMissed = modulus == Modulus.TEN && (pair.equals("09") || pair.equals("90"));
                if (!pair.equals(turned) && !isTheOneThatIsMissed && !pair.contains("-")) {
                    var wrong = right.substring(0, place) + turned + right.substring(place + 2);
                    assertThat(Kid.parse(wrong, modulus)).as(wrong).isEmpty();
                }
            }
        });
    }

    @Test
    void byModulusElevenTheCheckIsAHyphenWhereItWouldBeTen() {
        var hyphens = IntStream.range(0, 10_000)
                .mapToObj(number -> Kid.of(number, 4, Modulus.ELEVEN))
                .filter(kid -> kid.value().endsWith("-"))
                .toList();
        assertThat(hyphens).hasSizeBetween(908, 910).contains(new Kid("0006-"));
        assertThat(Stream.of("1-1", "-", "--"))
                .allMatch(wrong -> Kid.parse(wrong, Modulus.ELEVEN).isEmpty());
    }

    @Test
    void spacesDoNotMatter() {
        assertThat(Kid.parse(" 7992 7398 713 ", Modulus.TEN)).contains(new Kid("79927398713"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "7992739871", "79927398714", "7992739871x", "12345678901234567890123456"})
    void whatIsNoReferenceIsNotRead(String text) {
        assertThat(Kid.parse(text, Modulus.TEN)).isEmpty();
        assertThatThrownBy(() -> new Kid(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aNumberOfMoreDigitsThanThereIsRoomForIsABug() {
        assertThatThrownBy(() -> Kid.of(10_000, 4, Modulus.TEN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Kid.of(-1, 4, Modulus.TEN)).isInstanceOf(IllegalArgumentException.class);
    }
}
