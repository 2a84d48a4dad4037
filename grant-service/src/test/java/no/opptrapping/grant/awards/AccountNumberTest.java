package no.opptrapping.grant.awards;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountNumberTest {
    @Test
    void takesElevenDigitsWithTheRightCheckDigit() {
        assertThat(AccountNumber.parse("86011117947")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"8601.11.17947", "8601 11 17947", "8601\u00a011\u00a017947", " 86011117947\u200b"})
    void readsItAsItIsPrinted(String text) {
        assertThat(AccountNumber.parse(text)).hasValue(new AccountNumber("86011117947"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"86011117946", "8601111794", "860111179470", "8601,11,17947", "", "8601111794x"})
    void refusesAnythingElse(String text) {
        assertThat(AccountNumber.parse(text)).isEmpty();
    }

    @Test
    void refusesEveryChangeOfOneDigit() {
        var right = "86011117947";
        for (var at = 0; at < right.length(); at++) {
            for (var digit = '0'; digit <= '9'; digit++) {
                var changed = right.substring(0, at) + digit + right.substring(at + 1);
                assertThat(AccountNumber.parse(changed).isPresent()).as(changed).isEqualTo(changed.equals(right));
            }
        }
    }
}
