package no.opptrapping.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class AccessTableTest {
    private static final String HEADER = "operation,of,"
            + Arrays.stream(AccessCaller.values()).map(AccessCaller::column).collect(Collectors.joining(","));
    private static final String SIGNED_IN = ",sign-in" + ",served".repeat(AccessCaller.values().length - 1);

    @Test
    void saysWhatEachKindOfCallerGetsOfEachThing() {
        var table = AccessTable.parse(List.of(HEADER, "getCall,a draft" + SIGNED_IN, "getCall," + SIGNED_IN));
        assertThat(table.rows()).extracting(AccessTable.Row::title).containsExactly("getCall of a draft", "getCall");
        assertThat(table.rows().getFirst().to(AccessCaller.NOBODY)).isEqualTo(AccessAnswer.SIGN_IN);
        assertThat(table.rows().getFirst().to(AccessCaller.INTERNAL)).isEqualTo(AccessAnswer.SERVED);
    }

    @Test
    void hasOneRowForEachThingAndNoWordsOfItsOwn() {
        isRefused("There are two rows for getCall", HEADER, "getCall," + SIGNED_IN, "getCall," + SIGNED_IN);
        isRefused("No answer is called allowed", HEADER, "getCall," + SIGNED_IN.replace("sign-in", "allowed"));
        isRefused("No caller is called king", HEADER.replace("internal", "king"));
        isRefused("every kind of caller", HEADER.replace(",internal", ""));
        isRefused("too few or too many cells", HEADER, "getCall," + SIGNED_IN + ",served");
    }

    private static void isRefused(String message, String... lines) {
        assertThatThrownBy(() -> AccessTable.parse(List.of(lines)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(message);
    }
}
