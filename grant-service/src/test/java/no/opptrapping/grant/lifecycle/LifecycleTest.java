package no.opptrapping.grant.lifecycle;

import static no.opptrapping.grant.lifecycle.Lifecycle.rule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import no.opptrapping.grant.lifecycle.Lifecycle.Answer;
import no.opptrapping.grant.lifecycle.Lifecycle.Rule;
import org.junit.jupiter.api.Test;

class LifecycleTest {
    enum Door {
        OPEN,
        SHUT,
        LOCKED
    }

    enum Act {
        SHUT,
        LOCK
    }

    private static final Rule<Door, Act> SHUTTING = Lifecycle.<Door, Act>rule(
                    Act.SHUT, "door.not-open", Actor.ADVISER, Actor.SERVICE)
            .from(Door.OPEN, Door.SHUT, Door.LOCKED);
    private static final Rule<Door, Act> LOCKING = Lifecycle.<Door, Act>rule(
                    Act.LOCK, "door.not-shut", Actor.CONTROLLER)
            .from(Door.SHUT, Door.LOCKED);

    private final Lifecycle<Door, Act> door = Lifecycle.of(Door.class, Act.class, List.of(SHUTTING, LOCKING));

    @Test
    void everyStateActAndActorHasAnAnswer() {
        assertThat(door.lines()).hasSize(3 * 2 * 6);
        assertThat(door.answer(Door.OPEN, Act.SHUT, Actor.ADVISER))
                .isEqualTo(new Answer.Leads<>(Set.of(Door.SHUT, Door.LOCKED)));
        assertThat(door.answer(Door.LOCKED, Act.SHUT, Actor.SERVICE)).isEqualTo(new Answer.Refused<>("door.not-open"));
        assertThat(door.answer(Door.OPEN, Act.SHUT, Actor.MUNICIPALITY)).isEqualTo(new Answer.NotTheirs<>());
    }

    @Test
    void aUseCaseIsToldTheRefusalAndCannotTakeAStepThatTheTableDoesNotHave() {
        assertThat(door.refusal(Door.SHUT, Act.LOCK)).isEmpty();
        assertThat(door.refusal(Door.OPEN, Act.LOCK)).contains("door.not-shut");
        assertThat(door.follow(Door.SHUT, Act.LOCK, Door.LOCKED)).isEqualTo(Door.LOCKED);
        assertThatThrownBy(() -> door.follow(Door.OPEN, Act.LOCK, Door.LOCKED))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> door.follow(Door.SHUT, Act.LOCK, Door.OPEN)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aTableWithAnActThatIsMissingOrSaidTwiceIsNone() {
        assertThatThrownBy(() -> Lifecycle.of(Door.class, Act.class, List.of(SHUTTING)))
                .hasMessageContaining("LOCK has no rule");
        assertThatThrownBy(() -> Lifecycle.of(Door.class, Act.class, List.of(SHUTTING, LOCKING, LOCKING)))
                .hasMessageContaining("two rules");
        assertThatThrownBy(() -> LOCKING.from(Door.SHUT, Door.OPEN)).hasMessageContaining("said twice");
        assertThat(rule(Act.SHUT, "door.not-open", Actor.ADVISER).steps()).isEmpty();
    }
}
