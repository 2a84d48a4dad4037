package no.opptrapping.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConditionsTest {
    @Test
    void allThatAreGivenHoldInTheirOrder() {
        var wanted = Conditions.none()
                .where("status <> DRAFT")
                .whereGiven("year = :year", Optional.of(2025))
                .whereGiven("number = :number", Optional.empty())
                .whereAll("(made, id) < (:made, :id)", Map.of("made", 1, "id", 2));

        assertThat(wanted.orderedBy("id"))
                .isEqualTo("status <> DRAFT and year = :year and (made, id) < (:made, :id) order by id");
        assertThat(wanted.whereOrderedBy("id")).isEqualTo(" where " + wanted.orderedBy("id"));
        assertThat(wanted.values()).isEqualTo(Map.of("year", 2025, "made", 1, "id", 2));
    }

    @Test
    void everythingIsFoundWhenNothingIsAskedFor() {
        assertThat(Conditions.none().whereOrderedBy("id").strip()).isEqualTo("order by id");
    }

    @Test
    void aValueIsForTheOneParameterThatItsConditionNames() {
        assertThat(Conditions.none()
                        .where("year > :after or year = :after and id > 0", 2024)
                        .values())
                .isEqualTo(Map.of("after", 2024));
        assertThatThrownBy(() -> Conditions.none().where("year between :from and :to", 2024))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Conditions.none().where("year = 2024", 2024))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
