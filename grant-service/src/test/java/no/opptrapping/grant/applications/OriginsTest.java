package no.opptrapping.grant.applications;

import static no.opptrapping.grant.applications.Examples.COMPLETE;
import static no.opptrapping.grant.testing.Records.but;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.opptrapping.grant.applications.ApplicationContent.MeasureLine;
import no.opptrapping.platform.values.Kroner;
import org.junit.jupiter.api.Test;

/** Marks of what was copied stay with the values, wherever these go, and go when they are changed. */
class OriginsTest {
    private static final Origin.Source LAST_YEAR =
            new Origin.Source(Origin.Source.Kind.APPLICATION, new UUID(0, 7), "A0000007", 2024, null, null);
    private static final ApplicationContent COPIED = COMPLETE.copied(
            Map.of("/measures", List.of(LAST_YEAR), "/contact", List.of(LAST_YEAR), "/asked", List.of(LAST_YEAR)),
            List.of(new ApplicationId(new UUID(0, 7))));

    @Test
    void everyValueThatWasCopiedIsMarkedAndNoOther() {
        assertThat(marked(COPIED))
                .containsExactlyInAnyOrder(
                        "/contact/name",
                        "/contact/email",
                        "/measures/0/code",
                        "/measures/0/title",
                        "/measures/0/amount",
                        "/measures/1/code",
                        "/measures/1/title",
                        "/measures/1/amount",
                        "/asked");
    }

    @Test
    void theSameWrittenAgainKeepsItsMarks() {
        assertThat(marked(COMPLETE.after(COPIED))).isEqualTo(marked(COPIED));
        assertThat(COMPLETE.after(COPIED).renewalOf()).isEqualTo(COPIED.renewalOf());
    }

    @Test
    void whatIsChangedLosesItsMarkAndTheRestOfItsLineDoesNot() {
        var changed = but(
                COMPLETE,
                "asked",
                Kroner.of(1),
                "measures",
                List.of(
                        new MeasureLine(MeasureCode.AMBULANT_OUTREACH, "Oppsøkende team", null, Kroner.of(1)),
                        COMPLETE.measures().getLast()));
        assertThat(marked(changed.after(COPIED)))
                .contains("/measures/0/title", "/measures/1/amount")
                .doesNotContain("/asked", "/measures/0/amount");
    }

    @Test
    void aLineThatMovesTakesItsMarksAlong() {
        var shorter = but(COMPLETE, "measures", List.of(COMPLETE.measures().getLast()));
        assertThat(marked(shorter.after(COPIED)))
                .contains("/measures/0/title")
                .noneMatch(pointer -> pointer.startsWith("/measures/1"));
        var longer = but(
                COMPLETE,
                "measures",
                List.of(
                        new MeasureLine(MeasureCode.OTHER, "Nytt", null, Kroner.of(5)),
                        COMPLETE.measures().getFirst(),
                        COMPLETE.measures().getLast()));
        assertThat(marked(longer.after(COPIED)))
                .contains("/measures/1/title", "/measures/2/title")
                .doesNotContain("/measures/0/title");
    }

    private static List<String> marked(ApplicationContent content) {
        return content.origins().stream()
                .flatMap(origin -> origin.pointers().stream())
                .toList();
    }
}
