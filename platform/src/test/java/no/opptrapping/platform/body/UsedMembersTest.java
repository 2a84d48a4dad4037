package no.opptrapping.platform.body;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class UsedMembersTest {
    record Model(
            String kind,

            @UsedBy(value = "position", needed = true) @Nullable
            Long rate,

            @UsedBy({"position", "application"}) @Nullable String rule) {}

    @Test
    void whatTheKindDoesNotUseIsSuperfluous() {
        var model = new Model("objective", 1L, "ranked");

        assertThat(UsedMembers.superfluous(model, "objective")).containsExactly("rate", "rule");
        assertThat(UsedMembers.superfluous(model, "application")).containsExactly("rate");
        assertThat(UsedMembers.superfluous(model, "position")).isEmpty();
    }

    @Test
    void whatTheKindCannotDoWithoutIsMissing() {
        var model = new Model("position", null, null);

        assertThat(UsedMembers.missing(model, "position")).containsExactly("rate");
        assertThat(UsedMembers.missing(model, "application")).isEmpty();
    }
}
