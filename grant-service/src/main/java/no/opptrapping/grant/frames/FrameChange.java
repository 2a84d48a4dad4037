package no.opptrapping.grant.frames;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.values.CountyGovernorOfficeId;
import no.opptrapping.platform.values.Kroner;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A change of the frames of a scheme's year: proposed by one person and adopted by another, and money from then on.
 *
 * @param run the allocation run whose amounts, summed per office, the frames become
 * @param reason in the words of whoever proposed it; a code of a text where it came by itself
 * @param unusedBackOn the day from which what is unused of the frames flows back by itself; empty: as was said before
 * @param lines by office, none of zero
 */
public record FrameChange(
        FrameChangeId id,
        SchemeId scheme,
        Year year,
        Kind kind,
        String reason,
        Optional<UUID> run,
        Optional<LocalDate> unusedBackOn,
        List<Line> lines,
        Act proposed,
        Status status,
        Optional<Act> decided) {
    /** The code of the text that is the reason of what flows back by itself. */
    public static final String FLOWED_BACK = "frame.flowed-back";

    /** What kind of change it is. */
    @Schema(name = "FrameChangeKind")
    public enum Kind {
        /** The frames become what a run gives the offices' municipalities. */
        DIVISION,
        /** Frames are raised or lowered, or money is moved between them. */
        REVISION,
        /** An office gives back what it does not need. */
        RETURN,
        /** What is unused flows back on the day that was decided. */
        FLOW_BACK;

        /** The word for it in JSON and in the database. */
        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** The one with the code; an unknown one is a bug. */
        public static Kind of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    /** How far it has come. */
    @Schema(name = "FrameChangeStatus")
    public enum Status {
        PROPOSED,
        ADOPTED,
        REJECTED;

        /** The word for it in JSON and in the database. */
        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The one with the code; an unknown one is a bug. */
        public static Status of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    /** So much more for an office, or less. */
    public record Line(CountyGovernorOfficeId office, Kroner amount) {}

    /** Who did something, and when. */
    public record Act(String by, Instant at) {}

    public FrameChange {
        lines = List.copyOf(lines);
    }

    FrameChange decided(Status as, Act by) {
        return new FrameChange(id, scheme, year, kind, reason, run, unusedBackOn, lines, proposed, as, Optional.of(by));
    }

    FrameChange with(List<Line> some) {
        return new FrameChange(id, scheme, year, kind, reason, run, unusedBackOn, some, proposed, status, decided);
    }
}
