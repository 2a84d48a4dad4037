package no.opptrapping.grant.notices;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * What there is to tell.
 *
 * @param about the address of what it is about, a path of this service such as <code>/v1/awards/{id}</code>
 * @param facts what the text of its kind names
 * @param answerBy the last day on which an answer is on time; empty when none is asked for
 */
public record News(NoticeKind kind, String about, Map<String, ?> facts, Optional<LocalDate> answerBy) {
    public News {
        facts = Map.copyOf(facts);
    }

    /** News that asks for no answer. */
    public static News of(NoticeKind kind, String about, Map<String, ?> facts) {
        return new News(kind, about, facts, Optional.empty());
    }

    /** The same, to be answered by that day. */
    public News toAnswerBy(LocalDate day) {
        return new News(kind, about, facts, Optional.of(day));
    }
}
