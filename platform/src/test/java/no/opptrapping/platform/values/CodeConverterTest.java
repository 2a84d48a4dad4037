package no.opptrapping.platform.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CodeConverterTest {
    private enum Outcome {
        FOUND,
        NOTHING_NEW
    }

    private static final class Outcomes extends CodeConverter<Outcome> {
        Outcomes() {
            super(Outcome.class);
        }
    }

    private final Outcomes outcomes = new Outcomes();

    @Test
    void storesTheNameInLowerCaseWithHyphensAndReadsItAgain() {
        assertThat(outcomes.convertToDatabaseColumn(Outcome.FOUND)).isEqualTo("found");
        assertThat(outcomes.convertToDatabaseColumn(Outcome.NOTHING_NEW)).isEqualTo("nothing-new");
        assertThat(outcomes.convertToEntityAttribute("nothing-new")).isEqualTo(Outcome.NOTHING_NEW);
    }

    @Test
    void storesNothingAsNothing() {
        assertThat(outcomes.convertToDatabaseColumn(null)).isNull();
        assertThat(outcomes.convertToEntityAttribute(null)).isNull();
    }

    @Test
    void readsNoWordThatIsNoneOfItsOwn() {
        assertThatThrownBy(() -> outcomes.convertToEntityAttribute("NOTHING_NEW"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("NOTHING_NEW");
    }
}
